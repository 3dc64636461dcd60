#nullable enable
using System.Buffers;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Json;

/// <summary>How the protocol's JSON is read and written: no nulls, UTC times, nothing without a setter.</summary>
static class BotJson
{
    public const int DeepestNesting = 32;

    static readonly JsonSerializer Serializer = JsonSerializer.Create(new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
        ContractResolver = new SettableOnly(),
    });

    /// <exception cref="JsonException">Not JSON, or not of that shape.</exception>
    public static T? Read<T>(TextReader text)
    {
        using var reader = new JsonTextReader(text) { ArrayPool = Chars.Shared, CloseInput = true };
        return Serializer.Deserialize<T>(reader);
    }

    /// <summary>Null for what is not JSON: proxies in between answer with HTML.</summary>
    public static T? ReadLeniently<T>(string text)
        where T : class
    {
        if (text.Length == 0)
            return null;
        try
        {
            return Read<T>(new StringReader(text));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static void Write(TextWriter text, object value)
    {
        using var writer = new JsonTextWriter(text) { ArrayPool = Chars.Shared, CloseOutput = false };
        Serializer.Serialize(writer, value);
    }

    /// <summary>The original leaves out what it could not read back, so an anonymous object comes out as {}.</summary>
    sealed class SettableOnly : DefaultContractResolver
    {
        protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
        {
            var property = base.CreateProperty(member, memberSerialization);
            property.Ignored |= !property.Writable;
            return property;
        }
    }

    sealed class Chars : IArrayPool<char>
    {
        public static readonly Chars Shared = new();

        public char[] Rent(int minimumLength) => ArrayPool<char>.Shared.Rent(minimumLength);

        public void Return(char[]? array)
        {
            if (array is not null)
                ArrayPool<char>.Shared.Return(array);
        }
    }
}
