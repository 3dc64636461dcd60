using AdaptiveCards;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace OutreachBot.Sdk.Tests.AdaptiveCards;

/// <summary>Cards as tests read them.</summary>
static class CardText
{
    /// <summary>JSON in which 3.0 equals 3 and a date stays text.</summary>
    public static JToken Read(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return Plain(JToken.ReadFrom(reader));
    }

    /// <summary>What was recorded in a file beside the tests.</summary>
    public static JToken Recorded(string name) =>
        Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "AdaptiveCards", $"{name}.json")));

    /// <summary>A part as it stands in the JSON of a card.</summary>
    public static JToken Written(object part) => part switch
    {
        AdaptiveCard card => Read(card.ToJson()),
        AdaptiveElement element => Written(new AdaptiveCard("1.5") { Body = { element } })["body"]![0]!,
        AdaptiveInline inline => Written(new AdaptiveRichTextBlock { Inlines = { inline } })["inlines"]![0]!,
        AdaptiveChoice choice => Written(new AdaptiveChoiceSetInput { Choices = { choice } })["choices"]![0]!,
        AdaptiveAction action => Written(new AdaptiveCard("1.5") { Actions = { action } })["actions"]![0]!,
        _ => throw new ArgumentException($"{part.GetType()} is no part of a card.", nameof(part)),
    };

    public static void AssertSame(JToken expected, JToken actual) =>
        Assert.True(JToken.DeepEquals(expected, actual), $"Expected {expected}\nbut was {actual}");

    static JToken Plain(JToken token)
    {
        foreach (var value in token.SelectTokens("$..*").OfType<JValue>().ToList())
        {
            if (value.Value is double number && Math.Floor(number) == number)
            {
                value.Replace((long)number);
            }
        }
        return token;
    }
}
