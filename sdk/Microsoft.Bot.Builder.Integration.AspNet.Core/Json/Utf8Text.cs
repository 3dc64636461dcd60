#nullable enable
using System.Buffers;
using System.Text;

namespace Microsoft.Bot.Json;

/// <summary>Text written straight into a pooled UTF-8 buffer, valid until it is disposed of.</summary>
sealed class Utf8Text : TextWriter
{
    readonly Encoder encoder = Encoding.UTF8.GetEncoder();
    byte[] buffer = ArrayPool<byte>.Shared.Rent(4096);
    int length;

    public static Utf8Text Of(object value)
    {
        var text = new Utf8Text();
        BotJson.Write(text, value);
        return text;
    }

    public ReadOnlyMemory<byte> Bytes => buffer.AsMemory(0, length);

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> chars)
    {
        // A surrogate pair may come in two calls: three bytes more for the half that waits in the encoder.
        var most = Encoding.UTF8.GetMaxByteCount(chars.Length) + 3;
        if (buffer.Length - length < most)
            Grow(most);
        length += encoder.GetBytes(chars, buffer.AsSpan(length), flush: false);
    }

    void Grow(int by)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, length + by));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }

    protected override void Dispose(bool disposing)
    {
        var used = Interlocked.Exchange(ref buffer, []);
        if (used.Length > 0)
            ArrayPool<byte>.Shared.Return(used);
        length = 0;
        base.Dispose(disposing);
    }
}
