using AdaptiveCards;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Outreach;

/// <summary>The inspector reads form 3 and closes the request, or asks for follow-up.</summary>
public static class ClosingCard
{
    public static AdaptiveCard For(RequestView view)
    {
        var request = view.Request;
        var (teacher, leading) = (request.Sent[FormKeys.Form3Teacher], request.Sent[FormKeys.Form3LeadingTeacher]);
        var evaluation = request.Sent[FormKeys.Evaluation];
        return Frame.Around(
            view,
            "What came of it",
            $"Form 3, {RequestWords.Subject(request, view.Scheme)}, is complete: close the request?",
            [
                Element.Text("Form 3 is complete. Please close the request, or say what is missing."),
                Element.Facts(
                    Element.Row(
                        "Leading teacher", $"{request.Match!.LeadingTeacher.Name}, {request.Match.School.Name}"),
                    Element.Row("Aim reached", Rating(view, evaluation.Text("rating"))),
                    Element.Quote("The teacher: what came of it", teacher.Text("outcomes")),
                    Element.Quote("The teacher: what comes next", teacher.Text("future")),
                    Element.Quote("The teacher to you", teacher.Text("comment")),
                    Element.Quote("The leading teacher: what went well", leading.Text("outcomes")),
                    Element.Quote("The leading teacher to you", leading.Text("comment")),
                    Element.Quote("The headteacher: most impact", evaluation.Text("most")),
                    Element.Quote("The headteacher: least impact", evaluation.Text("least")),
                    Element.Quote("The headteacher: in the longer term", evaluation.Text("longer")),
                    Element.Row("Payment", RequestWords.Cost(Payments.Of(request, view.Scheme)))),
                .. Fields.Message(view, "Message (needed to ask for follow-up)"),
            ],
            [
                view.Primary("Close the request", RequestVerbs.Close),
                view.Plain("Ask for follow-up", RequestVerbs.AskForFollowUp),
                view.ReadAll(),
            ],
            $"approve {request.Id}, or decline {request.Id} and what is missing");
    }

    internal static string Rating(RequestView view, string id) =>
        RequestForms.For(FormKeys.Evaluation, view.Request, view.Scheme)!.Questions
            .First(question => question.Id == "rating").Options!.FirstOrDefault(option => option.Id == id)?.Label ?? id;
}
