using System.Buffers;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace OutreachBot.Bot.Storage;

/// <summary>
/// Cuts the answer that a transaction has been made down to a status and a tag for each row, because the library reads
/// answers byte by byte, and storage says ten lines about a row. Every other answer stays as it is.
/// </summary>
sealed class TerseAnswers : HttpPipelinePolicy
{
    const string Multipart = "multipart/mixed; boundary=";

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        ProcessNext(message, pipeline);

    // Like all that stands in the library's pipeline, this goes on wherever an answer comes in.
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
        if (message.Response is not { Status: 202, ContentStream: { } stream, Headers.ContentType: { } type }
            || !type.StartsWith(Multipart, StringComparison.Ordinal))
            return;

        var answer = new MemoryStream();
        await using (stream.ConfigureAwait(
            false)) await stream.CopyToAsync(answer, message.CancellationToken).ConfigureAwait(false);
        var whole = answer.GetBuffer().AsSpan(0, (int)answer.Length);
        var terse = Shortened(whole, Encoding.ASCII.GetBytes(type[Multipart.Length..]));
        answer.Position = 0;
        message.Response.ContentStream = terse is null ? answer : new MemoryStream(terse);
    }

    /// <summary>Null: something was refused, or the answer breaks off.</summary>
    internal static byte[]? Shortened(ReadOnlySpan<byte> answer, ReadOnlySpan<byte> boundary)
    {
        if (!IsWhole(answer, boundary)) return null;

        var text = new ArrayBufferWriter<byte>(answer.Length);
        Write("--"u8, boundary, "\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n"u8);
        var rows = 0;
        foreach (var range in answer.Split((byte)'\n'))
        {
            var line = answer[range].TrimEnd((byte)'\r');
            if (line.StartsWith("HTTP/1.1 "u8))
            {
                if (!line.StartsWith("HTTP/1.1 2"u8)) return null;
                Write(rows++ == 0 ? [] : "\r\n\r\n"u8, "--c\r\n\r\n"u8, line, "\r\n"u8);
            }
            else if (line.Length > 5 && Ascii.EqualsIgnoreCase(line[..5], "ETag:"u8))
            {
                Write(line, "\r\n"u8);
            }
        }
        if (rows == 0) return null;
        Write("\r\n\r\n--c--\r\n--"u8, boundary, "--\r\n"u8);
        return text.WrittenSpan.ToArray();

        void Write(
            ReadOnlySpan<byte> one, ReadOnlySpan<byte> two, ReadOnlySpan<byte> three = default,
            ReadOnlySpan<byte> four = default)
        {
            text.Write(one);
            text.Write(two);
            text.Write(three);
            text.Write(four);
        }
    }

    static bool IsWhole(ReadOnlySpan<byte> answer, ReadOnlySpan<byte> boundary)
    {
        var end = answer.TrimEnd("\r\n"u8);
        return end.EndsWith("--"u8) && end[..^2].EndsWith(boundary) && end[..^(2 + boundary.Length)].EndsWith("\n--"u8);
    }
}
