using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Elements that belong together.</summary>
/// <remarks>https://adaptivecards.io/explorer/Container.html</remarks>
public class AdaptiveContainer : AdaptiveCollectionElement
{
    public const string TypeName = "Container";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveElement> Items { get; set; } = [];

    public override IEnumerator<AdaptiveElement> GetEnumerator() => Items.GetEnumerator();

    public override void Add(AdaptiveElement element) => Items.Add(element);

    private protected override void WriteProperties(JsonWriter json)
    {
        base.WriteProperties(json);
        json.PutList("items", Items, static (element, json) => element.Write(json));
    }
}
