using System.Buffers.Text;

namespace Azure.Data.Tables.Wire;

/// <summary>The answers inside an answer, one for each action, or a single one for the action that failed.</summary>
static class TransactionAnswer
{
    /// <exception cref="TableTransactionFailedException">An action was refused.</exception>
    /// <exception cref="RequestFailedException">It is no answer to <paramref name="actions"/> actions.</exception>
    public static IReadOnlyList<Response> Read(Response answer, int actions)
    {
        var body = answer.Content.ToMemory();
        List<Response> parts = new(actions);
        while (body.Span.IndexOf("HTTP/1.1 "u8) is >= 0 and var start)
        {
            body = body[(start + "HTTP/1.1 ".Length)..];
            var end = body.Span.IndexOf("\r\n--"u8);
            if (end < 0 || !Utf8Parser.TryParse(body.Span, out int status, out _)) break;
            parts.Add(new PartResponse(status, body[..end]));
            body = body[end..];
        }

        if (parts is [{ IsError: true } failed]) throw Failure(failed);
        return parts.Count == actions
            ? parts
            : throw new RequestFailedException(
                answer.Status, $"{actions} actions were sent and {parts.Count} answers came.", "InvalidAnswer", null);
    }

    static TableTransactionFailedException Failure(Response failed) => TableTransactionFailedException.At(
        TableTransactionFailedException.IndexIn(ServiceErrors.Read(failed)?.Message ?? ""),
        ServiceErrors.Failure(failed));
}
