using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace OutreachBot.Bot.Teams;

/// <summary>
/// One object, no deeper than allowed, in which no object names a property twice, not even in another case:
/// what one parser takes from the first, another takes from the last.
/// </summary>
static class StrictJson
{
    // Secret, so that nobody prepares names that collide; a collision would only refuse the sender's own request.
    static readonly ulong Seed = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8));

    [ThreadStatic]
    static HashSet<ulong>? namesOfThread;

    /// <exception cref="JsonException">Any of the above does not hold.</exception>
    public static void Check(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
            throw new JsonException("Not UTF-8.");
        var names = namesOfThread ??= [];
        names.Clear();
        try
        {
            Check(new Utf8JsonReader(utf8, new() { MaxDepth = ChannelJson.DeepestNesting }), names);
        }
        catch (InvalidOperationException)
        {
            throw new JsonException("A name is not Unicode.");
        }
    }

    static void Check(Utf8JsonReader reader, HashSet<ulong> names)
    {
        Span<uint> open = stackalloc uint[ChannelJson.DeepestNesting + 1];
        var objects = 0u;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject)
                open[reader.CurrentDepth] = ++objects;
            else if (objects == 0)
                throw new JsonException("Not an object.");
            else if (reader.TokenType == JsonTokenType.PropertyName
                     && !names.Add(Hash(ref reader, open[reader.CurrentDepth - 1])))
                throw new JsonException("A property is named twice.");
        }
    }

    /// <summary>64 bits over the object's number and the name without regard to case (FNV-1a).</summary>
    static ulong Hash(ref Utf8JsonReader reader, uint container)
    {
        var hash = Mix(Seed, container);
        if (!reader.ValueIsEscaped && Ascii.IsValid(reader.ValueSpan))
        {
            foreach (var letter in reader.ValueSpan)
                hash = Mix(hash, letter is >= (byte)'a' and <= (byte)'z' ? letter - 32u : letter);
            return hash;
        }
        foreach (var letter in reader.GetString()!.ToUpperInvariant())
            hash = Mix(hash, letter);
        return hash;
    }

    static ulong Mix(ulong hash, uint next) => (hash ^ next) * 0x100000001B3;
}
