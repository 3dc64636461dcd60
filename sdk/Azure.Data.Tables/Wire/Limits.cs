using System.Buffers;
using System.Text;

namespace Azure.Data.Tables.Wire;

/// <summary>
/// What Azure refuses, refused before it is sent and as Azure words it: the emulator lets most of it through, and
/// some of it breaks the emulator.
/// https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
/// </summary>
static class Limits
{
    public const int PropertyNameLength = 255;
    public const int Actions = 100;
    public const int TransactionBytes = 4 * 1024 * 1024;

    const int KeyLength = 1024;
    const int OwnProperties = 252;
    const int EntityBytes = 1024 * 1024;
    const int ValueBytes = 64 * 1024;

    static readonly SearchValues<char> ForbiddenInKeys = SearchValues.Create(
        ['/', '\\', '#', '?', .. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(c => (char)c)]);

    // The service's calendar begins with the Gregorian one that Windows counts from.
    static readonly DateTime FirstTime = new(1601, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <exception cref="RequestFailedException">400, with the service's error code.</exception>
    /// <exception cref="ArgumentException">The key is null, or is no text: half of a surrogate pair.</exception>
    public static void CheckKey(string key, string name)
    {
        ArgumentNullException.ThrowIfNull(key, name);
        CheckText(key, name);
        if (key.Length > KeyLength)
            throw Refusal("KeyValueTooLarge", $"{name} has {key.Length} characters; {KeyLength} are allowed.");
        if (key.AsSpan().ContainsAny(ForbiddenInKeys))
            throw Refusal("OutOfRangeInput", $"{name} holds a character that no key may hold: / \\ # ? or a control.");
    }

    /// <inheritdoc cref="CheckKey"/>
    public static void CheckEntity(TableEntity entity)
    {
        CheckKey(entity.PartitionKey, nameof(entity.PartitionKey));
        CheckKey(entity.RowKey, nameof(entity.RowKey));
        var own = 0;
        var bytes = 4 + 2 * (entity.PartitionKey.Length + entity.RowKey.Length);
        foreach (var (name, value) in entity.Fields)
        {
            if (value is null || IsSystem(name)) continue;
            CheckName(name);
            own++;
            bytes += 8 + 2 * name.Length + CheckValue(name, value);
        }

        if (own > OwnProperties)
            throw Refusal("TooManyProperties", $"The entity has {own} properties; {OwnProperties} are allowed.");
        if (bytes > EntityBytes)
            throw Refusal("EntityTooLarge", $"The entity takes {bytes} bytes; {EntityBytes} are allowed.");
    }

    public static RequestFailedException Refusal(string code, string message, int status = 400) =>
        new(status, message, code, null);

    static bool IsSystem(string name) =>
        name is nameof(TableEntity.PartitionKey) or nameof(TableEntity.RowKey)
            or TableEntity.TimestampName or TableEntity.ETagName;

    static void CheckName(string name)
    {
        if (name.Length > PropertyNameLength)
            throw Refusal("PropertyNameTooLong", $"A property's name has {name.Length} characters.");
        var isValid = name.Length > 0 && !char.IsAsciiDigit(name[0]);
        foreach (var letter in name) isValid &= char.IsLetterOrDigit(letter) || letter == '_';
        if (!isValid) throw Refusal("PropertyNameInvalid", $"\"{name}\" cannot be the name of a property.");
    }

    /// <returns>The bytes that the value counts towards the entity's limit.</returns>
    static int CheckValue(string name, object value)
    {
        switch (value)
        {
            case string text:
                CheckText(text, name);
                return 4 + CheckLength(name, 2 * text.Length);
            case byte[] bytes:
                return 4 + CheckLength(name, bytes.Length);
            case BinaryData data:
                return 4 + CheckLength(name, data.ToMemory().Length);
            case DateTime time when time < FirstTime:
            case DateTimeOffset offset when offset.UtcDateTime < FirstTime:
                throw Refusal("OutOfRangeInput", $"{name} is before the year 1601.");
            default:
                return value switch { Guid => 16, int => 4, bool => 1, _ => 8 };
        }
    }

    static int CheckLength(string name, int bytes) => bytes <= ValueBytes
        ? bytes
        : throw Refusal("PropertyValueTooLarge", $"{name} takes {bytes} bytes; {ValueBytes} are allowed.");

    static void CheckText(string text, string name)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var at)
        {
            if (Rune.DecodeFromUtf16(rest[at..], out _, out var length) != OperationStatus.Done)
                throw new ArgumentException("Half of a surrogate pair is no text.", name);
            rest = rest[(at + length)..];
        }
    }
}
