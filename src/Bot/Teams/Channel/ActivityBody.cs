using System.Buffers;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace OutreachBot.Bot.Teams;

static class ActivityBody
{
    public const int LargestBytes = 256 * 1024;

    /// <exception cref="BadHttpRequestException">Too large (413), or no activity (400).</exception>
    public static async Task<Activity> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > LargestBytes)
            throw TooLarge();
        // One byte more than allowed, so that a body without a length shows that it is too large.
        var buffer = ArrayPool<byte>.Shared.Rent(
            Math.Max(1, (int)(request.ContentLength + 1 ?? LargestBytes + 1)));
        try
        {
            var length = await FillAsync(buffer, request.Body, ct);
            return Parse(buffer.AsSpan(0, length));
        }
        catch (Exception exception) when (exception is JsonException or System.Text.Json.JsonException)
        {
            throw new BadHttpRequestException("a body that is no activity");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    static Activity Parse(ReadOnlySpan<byte> utf8)
    {
        StrictJson.Check(utf8);
        return ChannelJson.Read<Activity>(new PooledText(utf8)) is { Type.Length: > 0 } activity
            ? activity
            : throw new BadHttpRequestException("an activity without a type");
    }

    static async Task<int> FillAsync(byte[] buffer, Stream body, CancellationToken ct)
    {
        var length = 0;
        while (length < buffer.Length)
        {
            var read = await body.ReadAsync(buffer.AsMemory(length), ct);
            if (read == 0)
                break;
            length += read;
        }
        return length <= LargestBytes ? length : throw TooLarge();
    }

    static BadHttpRequestException TooLarge() =>
        new("too large a body", StatusCodes.Status413PayloadTooLarge);
}
