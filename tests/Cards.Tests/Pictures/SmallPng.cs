using System.Buffers.Binary;
using System.IO.Compression;

namespace OutreachBot.Cards.Tests.Pictures;

/// <summary>A PNG of few colours: cards need no more, and it is a third of what a browser writes.</summary>
static class SmallPng
{
    const int MostColours = 256;

    /// <param name="width">In pixels.</param>
    /// <param name="rgba">Red, green, blue and opacity of every pixel, row by row.</param>
    public static byte[] Of(int width, ReadOnlySpan<byte> rgba)
    {
        // Shades too alike to be told apart become one, as many as it takes.
        for (var bits = 6; ; bits--)
        {
            var colours = new Dictionary<int, byte>();
            if (Indexed(width, rgba, bits, colours) is { } rows) return Written(width, rows, colours.Keys);
        }
    }

    static byte[]? Indexed(int width, ReadOnlySpan<byte> rgba, int bits, Dictionary<int, byte> colours)
    {
        var rows = new List<byte>();
        for (var pixel = 0; pixel < rgba.Length / 4; pixel++)
        {
            // Each row begins with its filter; 0 is none.
            if (pixel % width == 0) rows.Add(0);
            var (red, green, blue) = (Shade(rgba[4 * pixel], bits), Shade(rgba[4 * pixel + 1], bits),
                Shade(rgba[4 * pixel + 2], bits));
            var colour = (red << 16) | (green << 8) | blue;
            if (!colours.TryGetValue(colour, out var index))
            {
                if (colours.Count == MostColours) return null;
                colours.Add(colour, index = (byte)colours.Count);
            }
            rows.Add(index);
        }
        return [.. rows];
    }

    static int Shade(byte value, int bits)
    {
        var steps = (1 << bits) - 1;
        return (int)Math.Round(value / 255.0 * steps) * 255 / steps;
    }

    static byte[] Written(int width, byte[] rows, IEnumerable<int> colours)
    {
        using var file = new MemoryStream();
        file.Write([0x89, .. "PNG\r\n\x1a\n"u8]);
        Chunk(file, "IHDR"u8, [.. Number(width), .. Number(rows.Length / (width + 1)), 8, 3, 0, 0, 0]);
        Chunk(file, "PLTE"u8,
            [.. colours.SelectMany(colour => new[] { (byte)(colour >> 16), (byte)(colour >> 8), (byte)colour })]);
        using (var packed = new MemoryStream())
        {
            using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) zip.Write(rows);
            Chunk(file, "IDAT"u8, packed.ToArray());
        }
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    static void Chunk(MemoryStream file, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        file.Write(Number(data.Length));
        byte[] body = [.. name, .. data];
        file.Write(body);
        file.Write(Number(unchecked((int)Checksum(body))));
    }

    static byte[] Number(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    // CRC-32, as the PNG specification has it.
    static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }
        return ~crc;
    }
}
