using System.Collections;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>An element made of elements; they can be listed in a collection initialiser.</summary>
public abstract class AdaptiveCollectionElement : AdaptiveElement, IEnumerable<AdaptiveElement>
{
    /// <summary>Null for the style of what surrounds it.</summary>
    public AdaptiveContainerStyle? Style { get; set; }

    /// <summary>Whether the background reaches through the padding of what surrounds it.</summary>
    public bool Bleed { get; set; }

    public abstract IEnumerator<AdaptiveElement> GetEnumerator();

    public abstract void Add(AdaptiveElement value);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private protected override void WriteProperties(JsonWriter json)
    {
        if (Style is { } style)
        {
            json.PutRequired("style", WireName<AdaptiveContainerStyle>.Of(style));
        }
        json.Put("bleed", Bleed);
        base.WriteProperties(json);
    }
}
