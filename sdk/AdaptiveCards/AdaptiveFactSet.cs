using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Names and values in two columns; clients read markdown in both.</summary>
/// <remarks>https://adaptivecards.io/explorer/FactSet.html</remarks>
public class AdaptiveFactSet : AdaptiveElement
{
    public const string TypeName = "FactSet";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveFact> Facts { get; set; } = [];

    private protected override void WriteProperties(JsonWriter json)
    {
        json.PutList("facts", Facts, static (fact, json) => fact.Write(json));
        base.WriteProperties(json);
    }
}
