using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>
/// A row as JSON, each value that JSON cannot tell apart with its type beside it.
/// https://learn.microsoft.com/rest/api/storageservices/payload-format-for-table-service-operations
/// </summary>
static class EntityWriter
{
    static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Utf8JsonWriter Over(IBufferWriter<byte> buffer) => new(buffer, Compact);

    public static void Write(Utf8JsonWriter json, TableEntity entity)
    {
        json.WriteStartObject();
        foreach (var (name, value) in entity.Fields)
            if (value is not null && name is not (TableEntity.ETagName or TableEntity.TimestampName))
                Write(json, name, value);
        json.WriteEndObject();
        json.Flush();
    }

    static void Write(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case bool claim:
                json.WriteBoolean(name, claim);
                break;
            case long number:
                WriteTyped(json, name, EdmType.Int64, number);
                break;
            case DateTimeOffset time:
                WriteTime(json, name, time.UtcDateTime);
                break;
            case DateTime time:
                WriteTime(json, name, time);
                break;
            case double number:
                WriteDouble(json, name, number);
                break;
            case Guid id:
                WriteType(json, name, EdmType.Guid);
                json.WriteString(name, id);
                break;
            case byte[] bytes:
                WriteType(json, name, EdmType.Binary);
                json.WriteBase64String(name, bytes);
                break;
            case BinaryData data:
                WriteType(json, name, EdmType.Binary);
                json.WriteBase64String(name, data.ToMemory().Span);
                break;
            default:
                throw new NotSupportedException($"A table cannot hold a value of type {value.GetType()} ({name}).");
        }
    }

    static void WriteTime(Utf8JsonWriter json, string name, DateTime time)
    {
        if (time.Kind != DateTimeKind.Utc)
            throw new NotSupportedException($"{name} is a time of kind {time.Kind}; a table holds UTC only.");
        WriteType(json, name, EdmType.DateTime);
        Span<byte> text = stackalloc byte[32];
        Utf8Formatter.TryFormat(time, text, out var length, 'O');
        json.WriteString(name, text[..length]);
    }

    static void WriteDouble(Utf8JsonWriter json, string name, double number)
    {
        WriteType(json, name, EdmType.Double);
        if (double.IsFinite(number)) json.WriteNumber(name, number);
        else json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
    }

    static void WriteTyped(Utf8JsonWriter json, string name, ReadOnlySpan<byte> type, long number)
    {
        WriteType(json, name, type);
        Span<byte> text = stackalloc byte[20];
        Utf8Formatter.TryFormat(number, text, out var length);
        json.WriteString(name, text[..length]);
    }

    static void WriteType(Utf8JsonWriter json, string name, ReadOnlySpan<byte> type)
    {
        Span<char> annotation = stackalloc char[Limits.PropertyNameLength + EdmType.Suffix.Length];
        name.CopyTo(annotation);
        EdmType.Suffix.CopyTo(annotation[name.Length..]);
        json.WriteString(annotation[..(name.Length + EdmType.Suffix.Length)], type);
    }
}
