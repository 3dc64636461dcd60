using System.Buffers;
using System.Text;

namespace OutreachBot.Bot.Teams;

/// <summary>Reads UTF-8 bytes as text, decoded once into a pooled buffer.</summary>
sealed class PooledText : TextReader
{
    char[] chars;
    readonly int length;
    int position;

    public PooledText(ReadOnlySpan<byte> utf8)
    {
        chars = ArrayPool<char>.Shared.Rent(utf8.Length);
        length = Encoding.UTF8.GetChars(utf8, chars);
    }

    public override int Peek() => position < length ? chars[position] : -1;

    public override int Read() => position < length ? chars[position++] : -1;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var count = Math.Min(buffer.Length, length - position);
        chars.AsSpan(position, count).CopyTo(buffer);
        position += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        position = length;
        var used = Interlocked.Exchange(ref chars, []);
        if (used.Length > 0)
            ArrayPool<char>.Shared.Return(used);
        base.Dispose(disposing);
    }
}
