namespace OutreachBot.Cards.Tests.Rules;

/// <summary>Only what version 1.5 of the schema knows, and of that only what phones have long drawn.</summary>
public sealed class SchemaTests
{
    static readonly string[] Element = ["type", "id", "spacing", "separator", "isVisible"];
    static readonly string[] Input = [.. Element, "label", "value"];

    static readonly Dictionary<string, string[]> Properties = new()
    {
        ["AdaptiveCard"] = ["type", "version", "fallbackText", "speak", "lang", "body", "actions"],
        ["TextBlock"] = [.. Element, "text", "size", "weight", "color", "isSubtle", "wrap", "style"],
        ["RichTextBlock"] = [.. Element, "inlines"],
        ["TextRun"] = ["type", "text", "size", "weight", "color", "isSubtle"],
        ["Container"] = [.. Element, "items", "style"],
        ["Input.Text"] = [.. Input, "isMultiline", "maxLength", "placeholder"],
        ["Input.Number"] = Input,
        ["Input.Date"] = Input,
        ["Input.ChoiceSet"] = [.. Input, "choices", "style", "isMultiSelect", "wrap", "placeholder"],
        ["Input.Toggle"] = [.. Input, "title", "valueOn", "valueOff", "wrap"],
        ["Action.Execute"] = ["type", "title", "verb", "data", "style"],
    };

    [Fact]
    public void Every_element_and_every_property_is_known() =>
        Assert.Empty(Offenders.Among(shown => shown.Parts.SelectMany(part =>
            Properties.TryGetValue((string)part["type"]!, out var known)
                ? part.Select(property => property.Key).Except(known).Select(name => $"{part["type"]}.{name}")
                : [(string)part["type"]!])));

    [Fact]
    public void Every_known_element_is_used() =>
        Assert.Empty(Properties.Keys.Except(
            Gallery.Everything.SelectMany(shown => shown.Parts).Select(part => (string)part["type"]!)));
}
