using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using OutreachBot.Bot.Storage;

using OutreachBot.Workflow.Outreach;
using Outreach = OutreachBot.Workflow.Outreach;

namespace OutreachBot.Benchmarks.Doubles;

/// <summary>
/// Storage that answers from memory and costs next to nothing: every request that is read stands where a scenario left
/// it, and every write succeeds.
/// </summary>
sealed class CannedTables(Outreach.Request template) : HttpPipelineTransport
{
    static readonly HttpClientTransport Maker = new();
    static readonly byte[] Nothing = Encoding.UTF8.GetBytes("""{"value":[]}""");

    static readonly JsonSerializerOptions AsTheService =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    static readonly ThreadLocal<MemoryStream> Bodies = new(() => new());

    // An answer is read by the thread that asked before it asks again, so that it costs nothing to make one.
    static readonly ThreadLocal<byte[]> Answers = new(() => new byte[64 * 1024]);

    readonly byte[] state = Entity(template);
    readonly ConcurrentDictionary<int, byte[]> written = new();

    int trips;

    public int Trips => trips;

    public override Azure.Core.Request CreateRequest() => Maker.CreateRequest();

    public override void Process(HttpMessage message) => message.Response = Answer(message.Request);

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        Process(message);
        return default;
    }

    CannedResponse Answer(Azure.Core.Request request)
    {
        Interlocked.Increment(ref trips);
        var path = request.Uri.Path;
        if (path.EndsWith("$batch", StringComparison.Ordinal)) return Batch(request);
        if (request.Method != RequestMethod.Get) return new(204, ArraySegment<byte>.Empty, ("ETag", "W/\"1\""));
        if (!path.Contains("state", StringComparison.Ordinal))
            return path.EndsWith("()", StringComparison.Ordinal) ? Json(200, Nothing) : Json(404, NotFound);

        return Json(
            200,
            StateOf(
                path.AsSpan(path.IndexOf("%7C", StringComparison.OrdinalIgnoreCase) + 3, template.Id.Value.Length)));
    }

    // The template with another id in its places; ids are equally long.
    ArraySegment<byte> StateOf(ReadOnlySpan<char> id)
    {
        state.CopyTo(Answers.Value!, 0);
        Span<byte> old = stackalloc byte[16];
        Span<byte> now = stackalloc byte[16];
        var length = Encoding.UTF8.GetBytes(template.Id.Value, old);
        Encoding.UTF8.GetBytes(id, now);
        var rest = Answers.Value.AsSpan(0, state.Length);
        for (var at = rest.IndexOf(old[..length]); at >= 0; at = rest.IndexOf(old[..length]))
        {
            now[..length].CopyTo(rest[at..]);
            rest = rest[(at + length)..];
        }
        return new(Answers.Value!, 0, state.Length);
    }

    static readonly byte[] NotFound = Encoding.UTF8.GetBytes(
        """{"odata.error":{"code":"ResourceNotFound","message":{"lang":"en-US","value":"Not here."}}}""");

    static CannedResponse Json(int status, ArraySegment<byte> body) =>
        new(status, body, ("Content-Type", "application/json;odata=minimalmetadata"));

    // As many answers as there were operations.
    CannedResponse Batch(Azure.Core.Request request)
    {
        var body = Bodies.Value!;
        body.SetLength(0);
        request.Content!.WriteTo(body, CancellationToken.None);
        var operations = Count(body.GetBuffer().AsSpan(0, (int)body.Length), "HTTP/1.1\r\n"u8);
        return new(
            202, written.GetOrAdd(operations, Changes), ("Content-Type", "multipart/mixed; boundary=batchresponse_1"));
    }

    static int Count(ReadOnlySpan<byte> text, ReadOnlySpan<byte> sought)
    {
        var found = 0;
        for (var at = text.IndexOf(sought); at >= 0; at = text.IndexOf(sought))
        {
            found++;
            text = text[(at + sought.Length)..];
        }
        return found;
    }

    // In the service's words
    // (https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions).
    static byte[] Changes(int operations)
    {
        var text = new StringBuilder(
            "--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_1\r\n\r\n");
        for (var operation = 0; operation < operations; operation++)
        {
            text.Append(FormattableString.Invariant($"""
                --changesetresponse_1
                Content-Type: application/http
                Content-Transfer-Encoding: binary

                HTTP/1.1 204 No Content
                X-Content-Type-Options: nosniff
                Cache-Control: no-cache
                Preference-Applied: return-no-content
                DataServiceVersion: 3.0;
                Location: https://double.table.core.windows.net/requests(PartitionKey='03',RowKey='request%7C03-K3QX9%7Cevent%7C{operation:D6}')
                DataServiceId: https://double.table.core.windows.net/requests(PartitionKey='03',RowKey='request%7C03-K3QX9%7Cevent%7C{operation:D6}')
                ETag: W/"0x5B168C7B6E58{operation:X4}"



                """).ReplaceLineEndings("\r\n"));
        }
        return Encoding.UTF8.GetBytes(text.Append("--changesetresponse_1--\r\n--batchresponse_1--\r\n").ToString());
    }

    static byte[] Entity(Workflow.Outreach.Request request)
    {
        var row = CaseRows.State(request, new OutreachWorkflow());
        var fields = new Dictionary<string, object?>(row.Where(field => field.Value is not null)!)
        {
            ["odata.etag"] = "W/\"1\"",
            ["Timestamp"] = "2026-03-02T09:00:00Z"
        };
        return JsonSerializer.SerializeToUtf8Bytes(fields, AsTheService);
    }
}
