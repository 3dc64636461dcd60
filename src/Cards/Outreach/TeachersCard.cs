using AdaptiveCards;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Outreach;

/// <summary>Everybody who was named has stepped out; the school names somebody else.</summary>
public static class TeachersCard
{
    public static AdaptiveCard For(RequestView view)
    {
        var teachers = RequestForms.Choices(view.Request, view.Facts).Teachers;
        var chosen = view.Typed?.Answers.Text(ActionData.Person) ?? "";
        var choices = new AdaptiveChoiceSetInput
        {
            Id = ActionData.Field(ActionData.Person, view.Typed?.Try ?? 0),
            Label = "Which teachers?",
            Style = AdaptiveChoiceInputStyle.Expanded,
            IsMultiSelect = true,
            Wrap = true,
            Choices =
            [
                .. Picker.Shown(view, teachers, chosen.Split(','))
                    .Select(option => new AdaptiveChoice { Title = option.Label, Value = option.Id })
            ],
        };
        if (chosen.Length > 0) choices.Value = chosen;
        return Frame.Around(
            view,
            "Who shall be supported?",
            $"Your request in {RequestWords.Area(view.Request, view.Scheme)} has no teacher any more: please name somebody.",
            [
                Element.Text(
                    "Everybody you named has stepped out. Please name another teacher, or withdraw the request."),
                .. History.Lines(view),
                view.Typed?.MessageProblem is { } problem ? Element.Error(problem) : null,
                .. Picker.Search(view, teachers),
                choices,
            ],
            [
                view.Primary("Name them", RequestVerbs.NameTeachers),
                Picker.IsLong(teachers) ? view.Plain("Find", Verbs.Find) : null,
                view.May(new RequestCommand.WithdrawRequest(""))
                    ? view.WithReason("Withdraw the request", RequestVerbs.Withdraw) : null,
            ],
            $"teachers {view.Request.Id} and their names");
    }
}
