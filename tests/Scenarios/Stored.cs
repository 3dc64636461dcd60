using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Scenarios;

/// <summary>JSON as it is stored, and so a way to compare values that hold lists.</summary>
public static class Stored
{
    /// <summary>Enumerations by name, nothing that is computed.</summary>
    public static JsonSerializerOptions Format { get; } = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
    };

    public static string Json<T>(T value) => JsonSerializer.Serialize(value, Format);

    /// <summary>An event on one line: the name of its case and its JSON.</summary>
    public static string Line(CaseEvent what) =>
        $"{what.GetType().Name} {JsonSerializer.Serialize(what, what.GetType(), Format)}";
}
