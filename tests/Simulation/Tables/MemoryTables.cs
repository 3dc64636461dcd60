using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Web;

namespace OutreachBot.Simulation.Tables;

/// <summary>
/// An account of Azure Table Storage in memory. It speaks the REST protocol, as far as the bot uses it, and is handed
/// to the client's transport: <c>new HttpClientTransport(tables)</c>. It answers at once; what is slow or lost is put
/// in front of it. Thread-safe.
/// https://learn.microsoft.com/rest/api/storageservices/table-service-rest-api
/// </summary>
/// <param name="clock">The time of the service, which stamps the rows.</param>
public sealed partial class MemoryTables(TimeProvider clock) : HttpMessageHandler
{
    /// <summary>A connection string for whoever needs one; the address is nobody's.</summary>
    public const string ConnectionString =
        "DefaultEndpointsProtocol=http;AccountName=memory;AccountKey=bWVtb3J5;TableEndpoint=http://127.0.0.1:1/memory;";

    const int RowsOfAPage = 1000;
    const int RowsOfATransaction = 100;

    readonly Lock gate = new();
    readonly Dictionary<string, MemoryTable> tables = [];
    long versions;

    /// <summary>How many rows a page has at most. The service may give fewer, or none, and go on.</summary>
    public int PageSize { get; set; } = RowsOfAPage;

    /// <summary>How many rows queries have found so far.</summary>
    public long RowsQueried { get; private set; }

    /// <summary>An account that holds the same and goes its own way from here.</summary>
    public MemoryTables Copy(TimeProvider itsClock)
    {
        lock (gate)
        {
            var copy = new MemoryTables(itsClock) { PageSize = PageSize, versions = versions };
            foreach (var (name, table) in tables) copy.tables[name] = new(table);
            return copy;
        }
    }

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<HttpResponseMessage>(cancellationToken)
            : Task.FromResult(Answer(request));

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Answer(request);

    HttpResponseMessage Answer(HttpRequestMessage request) =>
        Answer(request, request.Content is null ? default : Bytes(request.Content));

    /// <summary>What the service does and says, now.</summary>
    public HttpResponseMessage Answer(HttpRequestMessage request, ReadOnlyMemory<byte> body)
    {
        var path = request.RequestUri!.AbsolutePath;
        var answer = new HttpResponseMessage { RequestMessage = request };
        try
        {
            lock (gate) Answer(answer, request, path, body);
        }
        catch (Refusal refused)
        {
            answer.StatusCode = (HttpStatusCode)refused.Status;
            answer.Content = Json(refused.Json);
        }
        return answer;
    }

    void Answer(HttpResponseMessage answer, HttpRequestMessage request, string path, ReadOnlyMemory<byte> body)
    {
        var method = request.Method.Method;
        var (table, partitionKey, rowKey) = Keys.Of(path);
        switch (method)
        {
            case "POST" when path.EndsWith("/$batch", StringComparison.Ordinal):
                answer.StatusCode = HttpStatusCode.Accepted;
                answer.Content = new StringContent(Transact(body));
                answer.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(Batch.ContentType);
                break;
            case "POST" when table == "Tables":
                using (var json =
                    JsonDocument.Parse(body)) Create(json.RootElement.GetProperty("TableName").GetString()!);
                answer.StatusCode = HttpStatusCode.NoContent;
                break;
            case "GET" when path.EndsWith("()", StringComparison.Ordinal):
                answer.Content = Json(
                    Page(answer, Table(table), HttpUtility.ParseQueryString(request.RequestUri!.Query)));
                break;
            case "GET":
                var row = Table(table).Find(partitionKey, rowKey) ?? throw Refusal.NoSuchRow();
                var text = new StringBuilder();
                row.WriteTo(text);
                answer.Content = Json(text.ToString());
                answer.Headers.TryAddWithoutValidation("ETag", row.ETag);
                break;
            default:
                if (method == "POST") (partitionKey, rowKey) = Keys.Of(body);
                var condition =
                    request.Headers.TryGetValues("If-Match", out var values) ? string.Join(',', values) : null;
                var (_, after) = Table(table)
                    .Change(new(method, partitionKey, rowKey, body, condition), ++versions, clock.GetUtcNow());
                answer.StatusCode = HttpStatusCode.NoContent;
                if (after is not null) answer.Headers.TryAddWithoutValidation("ETag", after.ETag);
                break;
        }
    }

    void Create(string name)
    {
        if (!tables.TryAdd(name, new()))
            throw new Refusal(409, "TableAlreadyExists", "The table specified already exists.");
    }

    MemoryTable Table(string name) => tables.GetValueOrDefault(name) ?? throw Refusal.NoSuchTable();

    string Transact(ReadOnlyMemory<byte> body)
    {
        var (name, changes) = Batch.Read(body, Keys.Of);
        var table = Table(name);
        var done = new List<(MemoryRow? Before, MemoryRow? After)>(changes.Count);
        try
        {
            Check(changes);
            foreach (var change in changes) done.Add(table.Change(change, ++versions, clock.GetUtcNow()));
            return Batch.Done([.. done.Select(rows => rows.After)]);
        }
        catch (Refusal refused)
        {
            foreach (var (before, after) in Enumerable.Reverse(done)) table.Put(after, before);
            return Batch.Refused(refused.Action is null ? refused.At(done.Count) : refused);
        }
    }

    static void Check(List<RowChange> changes)
    {
        if (changes.Count > RowsOfATransaction)
            throw Refusal.Invalid("The batch request contains too many operations.");
        var keys = new HashSet<(string, string)>();
        for (var index = 0; index < changes.Count; index++)
        {
            if (changes[index].PartitionKey != changes[0].PartitionKey)
                throw new Refusal(
                    400, "CommandsInBatchActOnDifferentPartitions",
                    "All commands in a batch must operate on same entity group.")
                { Action = index };
            if (!keys.Add((changes[index].PartitionKey, changes[index].RowKey)))
                throw new Refusal(
                    400, "InvalidDuplicateRow",
                    "The batch request contains multiple changes with same row key.")
                { Action = index };
        }
    }

    string Page(HttpResponseMessage answer, MemoryTable table, System.Collections.Specialized.NameValueCollection query)
    {
        var filter = new Filter(query["$filter"] ?? "");
        var most = Math.Min(PageSize, int.Parse(query["$top"] ?? $"{RowsOfAPage}", CultureInfo.InvariantCulture));
        var (text, rows) = (new StringBuilder("{\"value\":["), 0);
        foreach (var row in table.From(
            query["NextPartitionKey"] ?? filter.FirstPartition,
            query["NextRowKey"] ?? (query["NextPartitionKey"] is null ? filter.FirstRow : "")))
        {
            if (filter.IsBeyond(row)) break;
            if (!filter.Takes(row)) continue;
            if (rows++ == most)
            {
                answer.Headers.TryAddWithoutValidation("x-ms-continuation-NextPartitionKey", row.PartitionKey);
                answer.Headers.TryAddWithoutValidation("x-ms-continuation-NextRowKey", row.RowKey);
                break;
            }
            if (rows > 1) text.Append(',');
            row.WriteTo(text);
            RowsQueried++;
        }
        return text.Append("]}").ToString();
    }

    static ReadOnlyMemory<byte> Bytes(HttpContent content)
    {
        using var stream = new MemoryStream();
        content.CopyTo(stream, null, CancellationToken.None);
        return stream.ToArray();
    }

    static ByteArrayContent Json(string text) =>
        new(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new("application/json") } };
}
