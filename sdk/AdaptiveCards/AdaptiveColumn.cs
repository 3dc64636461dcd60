using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>One column of a set.</summary>
/// <remarks>https://adaptivecards.io/explorer/Column.html</remarks>
public class AdaptiveColumn : AdaptiveContainer
{
    public new const string TypeName = "Column";

    public override string Type { get; set; } = TypeName;

    /// <summary><c>auto</c>, <c>stretch</c>, a weight as in <c>2</c> or pixels as in <c>50px</c>.</summary>
    public string Width { get; set; }

    private protected override void WriteProperties(JsonWriter json)
    {
        json.Put("width", Width);
        base.WriteProperties(json);
    }
}
