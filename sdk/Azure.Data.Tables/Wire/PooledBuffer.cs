using System.Buffers;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>
/// A body that is written before its length is known. Its room is used again by the next request, unless something may
/// still be reading it: after an answer that came too early, or none, the collector takes it.
/// </summary>
sealed class PooledBuffer : RequestContent, IBufferWriter<byte>
{
    byte[] room = ArrayPool<byte>.Shared.Rent(8192);
    bool isBeingSent;

    public int Length { get; private set; }

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return room.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return room.AsSpan(Length);
    }

    public override bool TryComputeLength(out long length)
    {
        length = Length;
        return true;
    }

    public override void WriteTo(Stream stream, CancellationToken cancellation) => stream.Write(room, 0, Length);

    public override async Task WriteToAsync(Stream stream, CancellationToken cancellation)
    {
        isBeingSent = true;
        await stream.WriteAsync(room.AsMemory(0, Length), cancellation);
        isBeingSent = false;
    }

    public override void Dispose()
    {
        if (!isBeingSent) ArrayPool<byte>.Shared.Return(room);
        (room, Length) = ([], 0);
    }

    void Ensure(int sizeHint)
    {
        if (room.Length - Length >= Math.Max(sizeHint, 1)) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(room.Length * 2, Length + sizeHint));
        room.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(room);
        room = larger;
    }
}
