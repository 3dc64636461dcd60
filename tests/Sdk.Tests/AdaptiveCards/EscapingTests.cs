using AdaptiveCards;
using Newtonsoft.Json.Linq;

namespace OutreachBot.Sdk.Tests.AdaptiveCards;

public sealed class EscapingTests
{
    // Not a theory: an attribute cannot hold half a surrogate pair, nor a report show it.
    static readonly string[] Awkward =
    [
        "say \"yes\"", @"back\slash", "two\r\nlines\t.", "\0\u0001\u001f\u007f", "\u2028\u2029\u0085",
        "👩🏽‍🏫 £5 – café", "\ud83d", "\udc69 first", "last \ud83d",
        "</script>", "{\"a\":1}", "2026-11-16T09:00:00Z", "", " ",
    ];

    [Fact]
    public void Every_text_comes_back_as_it_went_in() => Assert.All(Awkward, text =>
    {
        Assert.Equal(text, CardText.Written(new AdaptiveTextRun(text))["text"]);
        Assert.Equal(text, CardText.Written(new AdaptiveTextInput { Value = text })["value"]);
        var action = CardText.Written(new AdaptiveExecuteAction
        {
            Data = new { text },
            AdditionalProperties = { [$"x{text}"] = text },
        });
        Assert.Equal(text, action["data"]!["text"]);
        Assert.Equal(text, ((JObject)action).Property($"x{text}")!.Value);
    });

    [Fact]
    public void No_control_character_and_no_line_break_stands_in_the_json() => Assert.All(Awkward, text =>
    {
        var json = new AdaptiveCard("1.5") { FallbackText = text, Body = { new AdaptiveTextBlock(text) } }.ToJson();
        Assert.DoesNotContain(json, letter => letter is < ' ' or '\u0085' or '\u2028' or '\u2029');
    });
}
