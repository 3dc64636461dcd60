using System.Text.Json;
using System.Text.Json.Nodes;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Tests.Rules;

/// <summary>What people type stands where nothing in it is read as markdown, and comes through unchanged.</summary>
public sealed class TextTests
{
    // Where markdown is understood, there are our own words only; a new one is read before it is approved.
    [Fact]
    public void Fixed_words_are_a_closed_list() =>
        Snapshot.Matches(JsonSerializer.SerializeToNode(new Dictionary<string, IEnumerable<string>>
        {
            ["headings"] = Texts(shown => shown.OfType("TextBlock").Select(block => block["text"])),
            ["buttons"] = Texts(shown => shown.Buttons.Select(button => button["title"])),
            ["labels"] = Texts(shown => shown.Inputs.Select(input => input["label"])),
            ["placeholders"] = Texts(shown => shown.Inputs.Select(input => input["placeholder"])),
            ["ticks"] = Texts(shown => shown.OfType("Input.Toggle").Select(input => input["title"])),
        })!);

    static IEnumerable<string> Texts(Func<Shown, IEnumerable<JsonNode?>> of) => Gallery.Everything
        .SelectMany(of).OfType<JsonNode>().Select(text => text.ToString()).Distinct().Order(StringComparer.Ordinal);

    [Fact]
    public void Fixed_words_are_never_cut() =>
        Assert.Empty(
            Offenders.Among(shown => shown.OfType("TextBlock").Any(block => (bool?)block["wrap"] is not true)));

    [Fact]
    public void What_was_typed_stands_in_text_runs_and_in_the_values_of_inputs_only() =>
        Assert.Empty(Offenders.Among(shown => Strings(shown.Card)
            .Where(found => found.Text.Contains(Longest.Canary, StringComparison.Ordinal)
                && found.Place is not ("TextRun.text" or "Input.Text.value"))
            .Select(found => found.Place)));

    static IEnumerable<(string Place, string Text)> Strings(JsonNode? node) => node switch
    {
        JsonObject part => part.SelectMany(property => property.Value is JsonValue value
            ? [($"{part["type"]}.{property.Key}", value.ToString())]
            : Strings(property.Value)),
        JsonArray list => list.SelectMany(Strings),
        _ => [],
    };

    public static TheoryData<string> Texts_of_all_kinds =>
    [
        "Mae’r plant yn Ŵyr a’r tŷ ym Môn: ŷ ŵ â ê î ô û",
        "الأطفال يخمّنون ولا يفكّرون في القيمة المكانية",
        "👩🏽‍🏫 wants 🏴󠁧󠁢󠁷󠁬󠁳󠁿 more 🧮, née Zoë",
        "**bold** _it_ [link](https://example.org) <b>b</b> &amp; # not a heading\n- not a list \\* "
        + "{{DATE(2026-03-02)}} ${x}",
    ];

    [Theory, MemberData(nameof(Texts_of_all_kinds))]
    public void A_text_comes_through_as_it_was_typed(string typed)
    {
        var draft = Given.ADraft.After(
            Some.Headteacher, new Command.SaveStep(FormKeys.Form1, 0, Some.Form1.With(("need", typed))));
        var sent = Given.WithTheInspector(Some.Form1.With(("need", typed)));

        Assert.Contains(
            typed,
            new Shown("", FormCard.For(draft.As(Some.Headteacher), FormKeys.Form1, 0)).Inputs
                .Select(input => (string?)input["value"]));
        Assert.Contains(typed, new Shown("", ReadCard.For(sent.As(Some.Teacher), FormKeys.Form1)).Lines);
        Assert.Contains(typed, new Shown("", sent.SeenBy(Some.Inspector)).Lines);
    }

    [Fact]
    public void A_long_text_is_quoted_without_breaking_a_character()
    {
        var pupils = string.Concat(Enumerable.Repeat("x🧮", 500));
        var card = new Shown("", Given.WithTheInspector(Some.Form1.With(("need", pupils))).SeenBy(Some.Inspector));

        var quoted = card.Lines.Single(line => line.StartsWith("x🧮", StringComparison.Ordinal));
        Assert.EndsWith(" …", quoted);
        Assert.StartsWith(quoted[..^2], pupils);
        Assert.DoesNotContain(
            '\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(quoted)));
    }
}
