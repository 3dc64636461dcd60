using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Tests.Rules;

public sealed class InputTests
{
    [Fact]
    public void Every_input_of_a_card_has_an_id_and_a_label_of_its_own() => Assert.Empty(Offenders.Among(shown =>
        shown.Inputs.Select(input => (string?)input["id"] ?? "").Distinct()
            .Count(id => id.Length > 0) != shown.Inputs.Count()
        || shown.Inputs.Any(input => string.IsNullOrWhiteSpace((string?)input["label"]))));

    [Fact]
    public void An_input_that_comes_back_has_a_fresh_id() => Assert.Empty(Offenders.Among(shown =>
        shown.View?.Typed is { Try: var attempt }
            && shown.Inputs.Any(input => !((string)input["id"]!).EndsWith($"~{attempt}", StringComparison.Ordinal))));

    // A client that insists would not let anybody go back, and the bot's own words beside the field say more.
    [Fact]
    public void No_client_is_told_that_an_input_is_required() =>
        Assert.Empty(Offenders.Among(shown => shown.Inputs.Any(input => input["isRequired"] is not null)));

    [Fact]
    public void No_choice_is_without_anything_to_choose() => Assert.Empty(Offenders.Among(shown =>
        shown.OfType("Input.ChoiceSet")
            .Any(input => input["choices"] is null || input["choices"]!.AsArray().Count == 0)));

    [Fact]
    public void What_is_wrong_stands_beside_its_field() => Assert.Empty(Offenders.Among(shown =>
        shown.View?.Typed is { } typed
            && typed.Errors.Any(error => !StandsBeside(error.Words(), error.Question, shown))));

    static bool StandsBeside(string words, string question, Shown shown)
    {
        var body = shown.Card["body"]!.AsArray();
        var field = body.ToList().FindIndex(part => ActionData.WithoutTry((string?)part!["id"] ?? "") == question);
        return field > 0 && (string?)body[field - 1]!["inlines"]?[0]?["text"] == words;
    }

    [Fact]
    public void A_field_for_a_message_takes_as_much_as_the_workflow_takes()
    {
        var most =
            (int)new Shown("", Given.ARelease.SeenBy(Some.ProvidingHeadteacher))
                .OfType("Input.Text").Single()["maxLength"]!;

        Given.ARelease.After(Some.ProvidingHeadteacher, new RequestCommand.DeclineRelease(new string('n', most)));
        var why = Given.ARelease.When(
            Some.ProvidingHeadteacher, new RequestCommand.DeclineRelease(new string('n', most + 1)))
            .ThenRefused<Refusal.MessageTooLong>();
        Assert.Equal(most, why.Most);
    }
}
