using System.Buffers;

namespace Azure.Data.Tables.Wire;

/// <summary>Room to write a body whose length is not known yet; the room is used again by the next request.</summary>
sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    byte[] room = ArrayPool<byte>.Shared.Rent(4096);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => room.AsSpan(0, Length);

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

    public void Dispose() => ArrayPool<byte>.Shared.Return(room);

    void Ensure(int sizeHint)
    {
        if (room.Length - Length >= Math.Max(sizeHint, 1)) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(room.Length * 2, Length + sizeHint));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(room);
        room = larger;
    }
}
