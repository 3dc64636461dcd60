using AdaptiveCards;

namespace OutreachBot.Cards.Elements;

/// <summary>A press that failed, so that it can be made again with everything that was typed.</summary>
/// <param name="Verb">What it asked.</param>
/// <param name="Data">What the button carried, and what was chosen; fields that are shown again are not in it.</param>
/// <param name="Title">The form or step. Null: none.</param>
/// <param name="Typed">What was typed: the field, its label, the text.</param>
/// <param name="ToType">What can be typed instead. Null: nothing.</param>
public sealed record Retried(
    string Verb, IReadOnlyDictionary<string, string> Data, string? Title,
    IReadOnlyList<(string Field, string Label, string Text)> Typed, string? ToType);

/// <summary>Something is broken on our side. It says so, gives a reference, and gives back what was typed.</summary>
public static class FaultCard
{
    const string Heading = "That did not work";
    const string Words = "Something is broken on our side, and nothing of yours is lost. Please try again in a minute.";

    public static AdaptiveCard For(string reference) => HelpCard.Problem(Heading, $"{Words} Reference: {reference}");

    public static AdaptiveCard For(string reference, Retried press) => Element.Card(
        $"{Heading}. {Words}",
        [
            Element.Heading(Heading),
            press.Title is { } title ? Element.Line(Element.Bold(title)) : null,
            .. press.Typed.Select(Field),
            press.ToType is { } typed ? Element.Small($"No buttons? Type: {typed}") : null,
            Element.Text($"{Words} Reference: {reference}"),
        ],
        [Buttons.Again("Try again", press.Verb, press.Data)]);

    static AdaptiveElement Field((string Field, string Label, string Text) typed) =>
        new AdaptiveTextInput
        {
            Id = typed.Field,
            Label = typed.Label,
            Value = typed.Text,
            IsMultiline = typed.Text.Length > 60 || typed.Text.Contains('\n', StringComparison.Ordinal)
        };
}
