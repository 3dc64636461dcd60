using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Columns side by side; Teams shows three at most.</summary>
/// <remarks>https://adaptivecards.io/explorer/ColumnSet.html</remarks>
public class AdaptiveColumnSet : AdaptiveCollectionElement
{
    public const string TypeName = "ColumnSet";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveColumn> Columns { get; set; } = [];

    public override IEnumerator<AdaptiveElement> GetEnumerator() => Columns.GetEnumerator();

    /// <exception cref="InvalidCastException">The element is not a column.</exception>
    public override void Add(AdaptiveElement element) => Columns.Add((AdaptiveColumn)element);

    private protected override void WriteProperties(JsonWriter json)
    {
        base.WriteProperties(json);
        json.PutList("columns", Columns, static (column, json) => column.Write(json));
    }
}
