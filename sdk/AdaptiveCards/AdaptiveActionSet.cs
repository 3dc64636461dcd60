using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Buttons in the body of a card rather than at its foot.</summary>
/// <remarks>https://adaptivecards.io/explorer/ActionSet.html</remarks>
public class AdaptiveActionSet : AdaptiveElement
{
    public const string TypeName = "ActionSet";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveAction> Actions { get; set; } = [];

    private protected override void WriteProperties(JsonWriter json)
    {
        json.PutList("actions", Actions, static (action, json) => action.Write(json));
        base.WriteProperties(json);
    }
}
