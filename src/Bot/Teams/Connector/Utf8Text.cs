using System.Buffers;
using System.Text;

namespace OutreachBot.Bot.Teams;

/// <summary>
/// Text gathered in a pooled buffer, because serializers write in small pieces, and encoded as a whole. Its bytes are
/// valid until it is disposed of.
/// </summary>
sealed class Utf8Text : TextWriter
{
    char[] chars = ArrayPool<char>.Shared.Rent(8192);
    byte[]? bytes;
    int length;

    public static Utf8Text Of(object value)
    {
        var text = new Utf8Text();
        ChannelJson.Write(text, value);
        return text;
    }

    /// <summary>What has been written before they are asked for.</summary>
    public ReadOnlyMemory<byte> Bytes => field.IsEmpty ? field = Encode() : field;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        Ensure(1);
        chars[length++] = value;
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> chars)
    {
        Ensure(chars.Length);
        chars.CopyTo(this.chars.AsSpan(length));
        length += chars.Length;
    }

    ReadOnlyMemory<byte> Encode()
    {
        bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(length));
        return bytes.AsMemory(0, Encoding.UTF8.GetBytes(chars.AsSpan(0, length), bytes));
    }

    void Ensure(int more)
    {
        if (chars.Length - length >= more)
            return;
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(chars.Length * 2, length + more));
        chars.AsSpan(0, length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(chars);
        chars = larger;
    }

    protected override void Dispose(bool disposing)
    {
        var used = Interlocked.Exchange(ref chars, []);
        if (used.Length > 0)
            ArrayPool<char>.Shared.Return(used);
        if (Interlocked.Exchange(ref bytes, null) is { } encoded)
            ArrayPool<byte>.Shared.Return(encoded);
        base.Dispose(disposing);
    }
}
