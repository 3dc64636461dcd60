using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>Rows out of an answer with minimal metadata.</summary>
static class EntityReader
{
    public static TableEntity ReadOne(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);
        json.Read();
        return Read(ref json);
    }

    /// <summary>The rows in the answer's <c>value</c>.</summary>
    public static List<TableEntity> ReadPage(ReadOnlySpan<byte> body)
    {
        List<TableEntity> rows = [];
        var json = new Utf8JsonReader(body);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isValue = json.ValueTextEquals("value"u8);
            json.Read();
            if (!isValue) json.Skip();
            else
                while (json.Read() && json.TokenType == JsonTokenType.StartObject)
                    rows.Add(Read(ref json));
        }

        return rows;
    }

    static TableEntity Read(ref Utf8JsonReader json)
    {
        var entity = new TableEntity();
        ReadOnlySpan<byte> typedName = default, type = default;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.ValueSpan;
            if (name.EndsWith(EdmType.SuffixUtf8))
            {
                typedName = name[..^EdmType.SuffixUtf8.Length];
                json.Read();
                type = json.ValueSpan;
            }
            else
            {
                // Metadata of the service, other than the row's version, is of no use here.
                var isMetadata = name.StartsWith("odata."u8) && !name.SequenceEqual("odata.etag"u8);
                var isTyped = name.SequenceEqual(typedName);
                var key = isMetadata ? "" : json.GetString()!;
                json.Read();
                if (isMetadata) json.Skip();
                else entity.Set(key, key == TableEntity.TimestampName
                    ? Value(ref json, EdmType.DateTime)
                    : Value(ref json, isTyped ? type : default));
            }
        }

        return entity;
    }

    static object? Value(ref Utf8JsonReader json, ReadOnlySpan<byte> type) => json.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number when !type.SequenceEqual(EdmType.Double) && json.TryGetInt32(out var number) => number,
        JsonTokenType.Number => json.GetDouble(),
        JsonTokenType.String when type.IsEmpty => json.GetString(),
        JsonTokenType.String => Typed(ref json, type),
        _ => throw new FormatException($"A row holds a JSON {json.TokenType}.")
    };

    static object Typed(ref Utf8JsonReader json, ReadOnlySpan<byte> type)
    {
        if (type.SequenceEqual(EdmType.Int64)) return long.Parse(json.ValueSpan, CultureInfo.InvariantCulture);
        if (type.SequenceEqual(EdmType.DateTime)) return json.GetDateTimeOffset();
        if (type.SequenceEqual(EdmType.Guid)) return json.GetGuid();
        if (type.SequenceEqual(EdmType.Binary)) return json.GetBytesFromBase64();
        if (type.SequenceEqual(EdmType.Double)) return double.Parse(json.ValueSpan, CultureInfo.InvariantCulture);
        return json.GetString()!;
    }
}
