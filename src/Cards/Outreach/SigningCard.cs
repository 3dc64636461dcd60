using AdaptiveCards;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Outreach;

/// <summary>Form 2 for a headteacher to sign: the one who pays and the one who releases.</summary>
public static class SigningCard
{
    public static AdaptiveCard For(RequestView view)
    {
        var request = view.Request;
        var payment = Payments.Of(request, view.Scheme);
        return Frame.Around(
            view,
            "Please sign form 2",
            $"Form 2: {request.Match!.LeadingTeacher.Name} at {request.School!.Name}, {Words.Days(payment.Days)}, "
            + $"{Words.Pounds(payment.Total)}: sign?",
            [
                Element.Line(
                    Element.Bold(request.Match.LeadingTeacher.Name),
                    Element.Run(
                        $" of {request.Match.School.Name} works with {RequestWords.Teachers(request)} at "
                        + $"{request.School.Name}: "),
                    Element.Bold(Words.Days(payment.Days)),
                    Element.Run(", "),
                    Element.Bold(Words.Pounds(payment.Total)),
                    Element.Run($". {Signed(request)}")),
                .. Missing(request),
                .. request.Visits.Where(visit => visit.Agreed is not null).Select(Moved),
                RequestFacts.Agreed(view),
                .. RequestFacts.CodeOfPractice(view),
                .. Fields.Message(view, "Message (needed to ask for a change)"),
            ],
            [
                view.Primary("Sign", RequestVerbs.SignForm2, (ActionData.Draft, request.Form2Draft)),
                view.Plain("Ask for a change", RequestVerbs.AskForChange),
                view.ReadAll(),
                view.WithReason("Cancel the programme", RequestVerbs.Cancel),
            ],
            $"approve {request.Id}, or decline {request.Id} and what should change");
    }

    // Form 2 may be signed before everybody has said yes, and waits for them.
    static IEnumerable<AdaptiveElement> Missing(Request request)
    {
        string[] names =
        [
            .. request.Teachers.Where(teacher => !request.Agreed.Contains(teacher.Id)).Select(teacher => teacher.Name),
        ];
        if (names.Length > 0)
            yield return Element.Box(
                AdaptiveContainerStyle.Warning,
                Element.Text(
                    $"{Words.List(names)} {(names.Length == 1 ? "has" : "have")} not agreed yet. It is confirmed once "
                    + "they have."));
    }

    static AdaptiveElement Moved(Visit visit) => Element.Box(
        AdaptiveContainerStyle.Warning,
        Element.Text(
            $"Day {visit.Number} is {Words.Day(visit.Date)} in place of {Words.Day(visit.Agreed!.Value)}, which you "
            + "had agreed. Please sign if that is right."));

    static string Signed(Request request) => request.SignedBy switch
    {
        [Part.ReceivingHeadteacher] => $"{request.School!.Name} has signed.",
        [Part.ProvidingHeadteacher] => $"{request.Match!.School.Name} has signed.",
        _ => "Nobody has signed yet.",
    };
}
