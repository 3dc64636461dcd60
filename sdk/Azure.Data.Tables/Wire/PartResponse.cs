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
        var text = head.Span;
        foreach (var line in text.Split("\r\n"u8))
        {
            var header = text[line];
            if (header.IndexOf((byte)':') is not (>= 0 and var colon) || !Ascii.EqualsIgnoreCase(header[..colon], name)) continue;
            value = Encoding.UTF8.GetString(header[(colon + 1)..].Trim((byte)' '));
            return true;
        }

        value = null;
        return false;
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
