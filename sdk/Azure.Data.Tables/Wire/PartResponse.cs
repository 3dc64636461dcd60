using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>One answer inside a transaction's answer; its headers are read when somebody asks.</summary>
sealed class PartResponse : Response
{
    readonly ReadOnlyMemory<byte> head;

    /// <param name="status">As in the first line.</param>
    /// <param name="text">What follows "HTTP/1.1 ".</param>
    public PartResponse(int status, ReadOnlyMemory<byte> text)
    {
        Status = status;
        var gap = text.Span.IndexOf("\r\n\r\n"u8);
        head = gap < 0 ? text : text[..gap];
        var body = gap < 0 ? default : text[(gap + 4)..].Span.Trim("\r\n"u8);
        ContentStream = body.IsEmpty ? null : Exposable(body.ToArray());
    }

    public override int Status { get; }

    public override bool IsError => Status >= 400;

    public override string ReasonPhrase => Lines()[0][3..].Trim();

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders()
    {
        foreach (var line in Lines().Skip(1))
            if (line.Split(':', 2) is [var name, var value])
                yield return new(name.Trim(), value.Trim());
    }

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = null;
        foreach (var header in EnumerateHeaders())
            if (string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase))
                value = header.Value;
        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }

    string[] Lines() => Encoding.UTF8.GetString(head.Span).Split("\r\n");

    // Response.Content reads the stream's own memory.
    static MemoryStream Exposable(byte[] body) => new(body, 0, body.Length, writable: false, publiclyVisible: true);
}
