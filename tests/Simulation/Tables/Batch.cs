using System.Text;

namespace OutreachBot.Simulation.Tables;

/// <summary>The requests inside an entity-group transaction.</summary>
static class Batch
{
    public const string ContentType = "multipart/mixed; boundary=batchresponse_1";

    /// <param name="body">A batch with one change set.</param>
    /// <param name="path">The table of the requests, and their keys.</param>
    public static (string Table,
        List<RowChange> Changes) Read(
        ReadOnlyMemory<byte> body, Func<string, (string Table, string PartitionKey, string RowKey)> path)
    {
        var (table, changes) = ("", new List<RowChange>());
        var rest = body;
        while (Next(ref rest, "Content-Transfer-Encoding: binary\r\n\r\n"u8) is not null)
        {
            var head = Encoding.ASCII.GetString(Next(ref rest, "\r\n\r\n"u8)!.Value.Span).Split("\r\n");
            var content = Next(ref rest, "\r\n--"u8)!.Value;
            var line = head[0].Split(' ');
            (table, var partitionKey, var rowKey) = path(new Uri(line[1]).AbsolutePath);
            var condition =
                Array.Find(
                    head,
                    header =>
                        header.StartsWith("If-Match: ", StringComparison.OrdinalIgnoreCase))?["If-Match: ".Length..];
            if (line[0] == "POST") (partitionKey, rowKey) = Keys.Of(content);
            changes.Add(new(line[0], partitionKey, rowKey, content, condition));
        }
        return (table, changes);
    }

    /// <summary>The answer to a transaction that was done, an answer for each action.</summary>
    public static string Done(IReadOnlyList<MemoryRow?> rows)
    {
        var parts = rows.Select(row =>
            "HTTP/1.1 204 No Content\r\nX-Content-Type-Options: nosniff\r\nDataServiceVersion: 3.0;\r\n"
            + (row is null ? "" : $"ETag: {row.ETag}\r\n") + "\r\n");
        return Around(parts);
    }

    public static string Refused(Refusal refusal) => Around(
        [$"HTTP/1.1 {refusal.Status} {refusal.Code}\r\nContent-Type: "
            + $"application/json;odata=minimalmetadata;streaming=true;charset=utf-8\r\n\r\n{refusal.Json}"]);

    static string Around(IEnumerable<string> parts)
    {
        var answer = new StringBuilder(
            "--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_1\r\n\r\n");
        foreach (var part in parts)
        {
            answer.Append(
                "--changesetresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n")
                .Append(part).Append("\r\n");
        }
        return answer.Append("--changesetresponse_1--\r\n--batchresponse_1--\r\n").ToString();
    }

    // What stands before the mark; the rest is what stands behind it.
    static ReadOnlyMemory<byte>? Next(ref ReadOnlyMemory<byte> rest, ReadOnlySpan<byte> mark)
    {
        var at = rest.Span.IndexOf(mark);
        if (at < 0) return null;
        var before = rest[..at];
        rest = rest[(at + mark.Length)..];
        return before;
    }
}
