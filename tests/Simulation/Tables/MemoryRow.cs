using System.Buffers;
using System.Text;
using System.Text.Json;

namespace OutreachBot.Simulation.Tables;

/// <summary>
/// A row as the service keeps it: what was sent, its version and when it was written. It never changes.
/// </summary>
/// <param name="Json">The properties as they were sent, keys among them, in UTF-8.</param>
sealed record MemoryRow(
    string PartitionKey, string RowKey, ReadOnlyMemory<byte> Json, long Version, DateTimeOffset Timestamp)
{
    public string ETag => $"W/\"datetime'{Timestamp.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffffffZ}.{Version}'\"";

    /// <summary>Keys that no body carries are put in front: an update has them in its address only.</summary>
    public static ReadOnlyMemory<byte> WithKeys(
        string partitionKey, string rowKey, ReadOnlyMemory<byte> json, ReadOnlyMemory<byte> under = default)
    {
        if (under.IsEmpty && json.Span.IndexOf(Double) < 0 && Keys.Of(json) == (partitionKey, rowKey)) return json;

        var properties = new List<(string Name, string Raw)>();
        if (!under.IsEmpty) Read(under, properties);
        Read(json, properties);

        var buffer = new ArrayBufferWriter<byte>(json.Length + under.Length + 64);
        using var writer = new Utf8JsonWriter(
            buffer, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartObject();
        writer.WriteString(nameof(PartitionKey), partitionKey);
        writer.WriteString(nameof(RowKey), rowKey);
        foreach (var (name, raw) in properties)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(raw, skipInputValidation: true);
        }
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>The row as an answer shows it, without the braces around it.</summary>
    public void WriteTo(StringBuilder answer) => answer
        .Append("{\"odata.etag\":\"").Append(ETag.Replace("\"", "\\\"", StringComparison.Ordinal))
        .Append("\",\"Timestamp\":\"").Append(Timestamp.UtcDateTime.ToString("O")).Append("\",")
        .Append(Encoding.UTF8.GetString(Json.Span[1..]));

    // A property that is sent again takes the place of the old one, and of its type; the type stands behind its
    // property.
    static void Read(ReadOnlyMemory<byte> json, List<(string Name, string Raw)> properties)
    {
        using var document = JsonDocument.Parse(json);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            if (property.Name is "PartitionKey" or "RowKey" or "Timestamp"
                || property.Name.StartsWith("odata.", StringComparison.Ordinal)) continue;

            if (property.Name.EndsWith(Annotation, StringComparison.Ordinal)
                && property.Value.ValueEquals("Edm.Double"u8)) continue;

            properties.RemoveAll(known => known.Name == property.Name || known.Name == property.Name + Annotation);
            properties.Add((property.Name, property.Value.GetRawText()));
        }
    }

    const string Annotation = "@odata.type";

    // The service says of a number with a point no more than the number.
    static ReadOnlySpan<byte> Double => "\"Edm.Double\""u8;
}
