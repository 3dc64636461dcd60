using System.Text.Json;
using System.Text.Json.Nodes;
using Azure;
using Azure.Data.Tables;

namespace OutreachBot.Bot.Storage;

/// <summary>
/// Every version of a scheme's file that a case may have begun with. Nothing is ever changed here: a version is what it
/// was.
/// </summary>
public sealed class StoredSchemes(Tables tables)
{
    internal const string Partition = "scheme";

    static readonly JsonDocumentOptions WithComments = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Keeps a file under its version.</summary>
    /// <returns>False: that version is kept, and says something else. How it is set out does not matter.</returns>
    public async Task<bool> KeepAsync(string id, int version, string file, CancellationToken cancel)
    {
        var row = new TableEntity(Partition, Key(id, version));
        StoredJson.Put(row, file);
        try
        {
            await tables.Directory.AddEntityAsync(row, cancel);
            return true;
        }
        catch (RequestFailedException taken) when (taken.Status == 409)
        {
            return JsonNode.DeepEquals(Parsed(await ReadAsync(row.RowKey, cancel)), Parsed(file));
        }
    }

    /// <summary>The files of those versions that are not known yet.</summary>
    public async Task<IReadOnlyList<string>> OthersAsync(
        IEnumerable<(string Id, int Version)> known, CancellationToken cancel)
    {
        var keys = known.Select(one => Key(one.Id, one.Version)).ToHashSet();
        var others = new List<string>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var row in tables.Directory.QueryAsync<TableEntity>(
            filter, select: ["RowKey"], cancellationToken: cancel))
            if (!keys.Contains(row.RowKey)) others.Add(row.RowKey);
        return [.. await Task.WhenAll(others.Select(key => ReadAsync(key, cancel)))];
    }

    async Task<string> ReadAsync(string key, CancellationToken cancel) => StoredJson.Get(
        await tables.Directory.GetEntityAsync<TableEntity>(Partition, key, cancellationToken: cancel));

    static string Key(string id, int version) => $"{id} {version}";

    static JsonNode? Parsed(string file) => JsonNode.Parse(file, documentOptions: WithComments);
}
