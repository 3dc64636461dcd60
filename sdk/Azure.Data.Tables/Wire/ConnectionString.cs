namespace Azure.Data.Tables.Wire;

/// <summary>https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string</summary>
static class ConnectionString
{
    /// <exception cref="FormatException">It is incomplete. The message never shows it: it holds a key.</exception>
    public static (Uri Endpoint, TableSharedKeyCredential Credential) Parse(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        var settings = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(setting => setting.Split('=', 2))
            .ToLookup(pair => pair[0], pair => pair.ElementAtOrDefault(1) ?? "", StringComparer.OrdinalIgnoreCase);
        if (settings["UseDevelopmentStorage"].Contains("true", StringComparer.OrdinalIgnoreCase))
            return (new("http://127.0.0.1:10002/devstoreaccount1"), new("devstoreaccount1", DevelopmentKey));

        string? Find(string name) => settings[name].FirstOrDefault();
        string Need(string name) => Find(name) ?? throw new FormatException($"The connection string has no {name}.");

        var account = Need("AccountName");
        var scheme = Find("DefaultEndpointsProtocol") ?? "https";
        var suffix = Find("EndpointSuffix") ?? "core.windows.net";
        var endpoint = Find("TableEndpoint") ?? $"{scheme}://{account}.table.{suffix}";
        return (new(endpoint), new(account, Need("AccountKey")));
    }

    // Public knowledge: https://learn.microsoft.com/azure/storage/common/storage-connect-azurite
    const string DevelopmentKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
}
