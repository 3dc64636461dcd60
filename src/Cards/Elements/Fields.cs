using AdaptiveCards;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Cards.Elements;

/// <summary>A question becomes an input, with what was typed in it and the error beside it.</summary>
public static class Fields
{
    // Teams' own limit for a message is far away; this is the workflow's.
    const int LongestMessage = 2000;

    // A long list opens; a short one is there to be tapped.
    const int FewOptions = 4;

    /// <summary>Whoever sees the card may be typing in it.</summary>
    public static bool AreIn(AdaptiveCard card) => card.Body.Any(element => element is AdaptiveInput);

    internal static IEnumerable<AdaptiveElement> For(View view, Question question, string value)
    {
        var offered = view.Forms.Offered(question);
        var nothing = question.Kind is QuestionKind.Choice or QuestionKind.Choices && offered.Count == 0;
        if (nothing && question.Optional) yield break;
        if (view.Typed?.Errors.FirstOrDefault(error => error.Question == question.Id) is { } wrong)
            yield return Element.Error(wrong.Words());
        foreach (var search in Picker.Search(view, offered)) yield return search;
        if (nothing)
        {
            yield return Element.Said(
                question.Label, "The directory lists nobody to choose from. Please ask your outreach coordinator.");
            yield break;
        }

        var input = Input(question, value, Picker.Shown(view, offered, value.Split(',')));
        input.Id = ActionData.Field(question.Id, view.Typed?.Try ?? 0);
        input.Label = question.Optional ? $"{question.Label} (optional)" : question.Label;
        yield return input;
        if (question.Hint is not null) yield return Element.Small(question.Hint);
    }

    static AdaptiveInput Input(Question question, string value, IReadOnlyList<Option> offered) => question.Kind switch
    {
        // A value that its own input could not show comes back in a text field: nothing that was typed is lost.
        QuestionKind.Number when value.Length > 0 && !int.TryParse(value, Formats.Whole, Formats.Invariant, out _) =>
            Text(question, value),
        QuestionKind.Date when value.Length > 0 && Formats.Date(value) is null => Text(question, value, "2026-03-31"),
        QuestionKind.Number => Number(question, value),
        QuestionKind.Date => new AdaptiveDateInput { Value = value.Length > 0 ? value : null! },
        QuestionKind.Text or QuestionKind.Money => Text(question, value),
        QuestionKind.LongText =>
            new AdaptiveTextInput { Value = value, IsMultiline = true, MaxLength = question.MaxLength },
        QuestionKind.Choice or QuestionKind.Choices => Choices(question, value, offered),
        QuestionKind.Promise =>
            new AdaptiveToggleInput { Title = "Yes", ValueOn = "yes", ValueOff = "", Value = value, Wrap = true },
    };

    static AdaptiveTextInput Text(Question question, string value, string? placeholder = null)
    {
        var input = new AdaptiveTextInput { Value = value, MaxLength = question.MaxLength };
        if (placeholder is not null) input.Placeholder = placeholder;
        return input;
    }

    static AdaptiveNumberInput Number(Question question, string value)
    {
        var input = new AdaptiveNumberInput();
        if (value.Length > 0) input.Value = int.Parse(value, Formats.Whole, Formats.Invariant);
        return input;
    }

    static AdaptiveChoiceSetInput Choices(Question question, string value, IReadOnlyList<Option> options)
    {
        var several = question.Kind is QuestionKind.Choices;
        var input = new AdaptiveChoiceSetInput
        {
            Style = several || options.Count <= FewOptions
                ? AdaptiveChoiceInputStyle.Expanded
                : AdaptiveChoiceInputStyle.Compact,
            IsMultiSelect = several,
            Wrap = true,
            Placeholder = "Please choose",
            Choices = [.. options.Select(option => new AdaptiveChoice { Title = option.Label, Value = option.Id })],
        };
        if (value.Length > 0) input.Value = value;
        return input;
    }

    /// <summary>The field for a message beside a yes and a no.</summary>
    internal static IEnumerable<AdaptiveElement> Message(View view, string label)
    {
        if (view.Typed?.MessageProblem is { } problem) yield return Element.Error(problem);
        var input = new AdaptiveTextInput
        {
            Id = ActionData.Field(ActionData.Message, view.Typed?.Try ?? 0),
            Label = label,
            IsMultiline = true,
            MaxLength = LongestMessage,
        };
        if (view.Typed?.Message is { } typed) input.Value = typed;
        yield return input;
    }
}
