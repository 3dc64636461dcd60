using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>The ways to be let in.</summary>
static class Connect
{
    public static TableConnection With(string connectionString, TableClientOptions? options)
    {
        var (endpoint, credential) = ConnectionString.Parse(connectionString);
        return With(endpoint, credential, options);
    }

    public static TableConnection With(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        return Build(endpoint, credential.AccountName, new SharedKeyPolicy(credential), options ?? new());
    }

    public static TableConnection With(Uri endpoint, TokenCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        options ??= new();
        var scope = $"{options.Audience ?? TableAudience.AzurePublicCloud}/.default";
        return Build(endpoint, AccountOf(endpoint), new BearerTokenAuthenticationPolicy(credential, scope), options);
    }

    static TableConnection Build(
        Uri endpoint, string account, HttpPipelinePolicy authentication, TableClientOptions options) =>
        new(HttpPipelineBuilder.Build(options, authentication), endpoint, account, options.Version);

    // https://account.table.core.windows.net, or http://127.0.0.1:10002/account
    static string AccountOf(Uri endpoint) =>
        endpoint.HostNameType == UriHostNameType.Dns && endpoint.AbsolutePath == "/"
            ? endpoint.Host.Split('.')[0]
            : endpoint.AbsolutePath.Trim('/');
}
