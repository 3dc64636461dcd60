using System.Buffers;
using System.Reflection;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace OutreachBot.Bot.Teams;

/// <summary>
/// The protocol's JSON, as the Bot Framework's own settings have it, without line breaks and without trees of cards.
/// </summary>
static class ChannelJson
{
    public const int DeepestNesting = 32;

    static readonly JsonSerializer Serializer = JsonSerializer.Create(new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
        // What somebody types is text, even if it looks like a moment, and names of its own mean nothing.
        DateParseHandling = DateParseHandling.None,
        MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
        // A card inside an attachment is not the attachment again, whatever the serializer takes it for.
        ReferenceLoopHandling = ReferenceLoopHandling.Serialize,
        ContractResolver = new SettableOnly(),
        MaxDepth = 4 * DeepestNesting,
    });

    /// <exception cref="JsonException">Not JSON, or not of that shape.</exception>
    public static T? Read<T>(TextReader text)
    {
        using var reader = new JsonTextReader(text) { ArrayPool = Chars.Shared, CloseInput = true };
        return Serializer.Deserialize<T>(reader);
    }

    /// <summary>Null for what is not JSON: proxies in between answer with HTML.</summary>
    public static T? ReadLeniently<T>(string text) where T : class
    {
        if (text.Length == 0) return null;
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

    /// <summary>
    /// What could not be read back is left out, as the Bot Framework does. Its converter of an attachment's content is
    /// for streams, of which there are none, and makes a tree of each card.
    /// </summary>
    sealed class SettableOnly : DefaultContractResolver
    {
        protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
        {
            var property = base.CreateProperty(member, memberSerialization);
            property.Ignored |= !property.Writable;
            if (member.DeclaringType == typeof(Attachment) && member.Name == nameof(Attachment.Content))
                property.Converter = null;
            return property;
        }
    }

    sealed class Chars : IArrayPool<char>
    {
        public static readonly Chars Shared = new();

        public char[] Rent(int minimumLength) => ArrayPool<char>.Shared.Rent(minimumLength);

        public void Return(char[]? array)
        {
            if (array is not null) ArrayPool<char>.Shared.Return(array);
        }
    }
}
