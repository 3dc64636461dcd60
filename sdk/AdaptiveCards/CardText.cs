using System.Text;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A card as text.</summary>
static class CardText
{
    // A card is some kilobytes; with one kept buffer a thread, the result is nearly all that is allocated.
    [ThreadStatic]
    static StringBuilder spare;

    public static string Of(AdaptiveCard card)
    {
        var text = spare ?? new StringBuilder(8 * 1024);
        spare = null;
        using (var json = new JsonTextWriter(new StringWriter(text)))
        {
            card.Write(json);
        }
        var result = text.ToString();
        spare = text.Clear();
        return result;
    }
}
