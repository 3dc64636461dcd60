using AdaptiveCards;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace OutreachBot.Sdk.Tests.AdaptiveCards;

public sealed class QuirkTests
{
    static readonly object[] Incomplete =
    [
        new AdaptiveTextBlock(null),
        new AdaptiveTextRun(null),
        new AdaptiveChoice { Title = "Coaching" },
        new AdaptiveChoice { Value = "coaching" },
        new AdaptiveToggleInput(),
        new AdaptiveContainer { Items = null },
    ];

    [Fact]
    public void What_the_schema_requires_must_not_be_null() => Assert.All(
        Incomplete, part => Assert.Throws<JsonSerializationException>(() => CardText.Written(part)));

    [Fact]
    public void A_card_that_could_not_be_written_leaves_nothing_in_the_next()
    {
        Assert.Throws<JsonSerializationException>(() => CardText.Written(new AdaptiveTextBlock(null)));
        Assert.Equal("""{"type":"AdaptiveCard","version":"1.5"}""", new AdaptiveCard("1.5").ToJson());
    }

    [Fact]
    public void A_whole_number_is_written_with_its_point() =>
        Assert.Contains(
            "\"value\":3.0", new AdaptiveCard("1.5") { Body = { new AdaptiveNumberInput { Value = 3 } } }.ToJson());

    [Fact]
    public void Data_that_is_a_JObject_or_a_text_is_written_as_it_stands()
    {
        CardText.AssertSame(new JObject { ["a"] = 1 }, Data(new JObject { ["a"] = 1 }));
        CardText.AssertSame("plain", Data("plain"));
        CardText.AssertSame(new JObject { ["a"] = 1 }, Data(new Dictionary<string, object> { ["a"] = 1 }));
    }

    [Fact]
    public void DataJson_sets_the_data_and_keeps_times_as_text()
    {
        const string json = """{"at":"2026-11-16T09:00:00.000Z","n":[1,2.5,null]}""";
        var action = new AdaptiveExecuteAction { DataJson = json };
        Assert.Equal(json, action.DataJson);
        CardText.AssertSame(CardText.Read(json), Data(action.Data));
        action.DataJson = null;
        Assert.Null(action.Data);
        Assert.Null(action.DataJson);
    }

    [Fact]
    public void Additional_properties_are_known_by_their_names_in_any_case()
    {
        var card = new AdaptiveCard("1.5") { AdditionalProperties = { ["msteams"] = 1 } };
        Assert.True(card.AdditionalProperties.ContainsKey("MSTeams"));
    }

    [Theory, InlineData("1"), InlineData("1.x"), InlineData("1.5.1"), InlineData("-1.5"), InlineData("")]
    public void A_version_is_two_numbers(string version) =>
        Assert.Throws<FormatException>(() => new AdaptiveCard(version));

    static JToken Data(object data) => CardText.Written(new AdaptiveExecuteAction { Data = data })["data"]!;
}
