using AdaptiveCards;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Outreach;

/// <summary>The providing headteacher says whether their leading teacher may go.</summary>
public static class ReleaseCard
{
    public static AdaptiveCard For(RequestView view)
    {
        var payment = Payments.Of(view.Request, view.Scheme);
        var name = view.Request.Match!.LeadingTeacher.Name;
        return Frame.Around(
            view,
            "May your leading teacher go?",
            $"Release {name}, {Words.Days(payment.Days)}, {Words.Pounds(payment.Total)}: approve?",
            [
                Element.Line(
                    Element.Bold(name),
                    Element.Run($" has said yes to {view.Request.School!.Name}: "),
                    Element.Bold(Words.Days(payment.Days)),
                    Element.Run(", and "),
                    Element.Bold(Words.Pounds(payment.Total)),
                    Element.Run(" for your school. Dates are agreed next, and you sign them on form 2.")),
                RequestFacts.Asked(view),
                .. Fields.Message(view, "Message (needed if you say no)"),
            ],
            [
                view.Primary("Agree to the release", RequestVerbs.AgreeRelease),
                view.Plain("Do not agree", RequestVerbs.DeclineRelease),
                view.ReadAll(),
            ],
            $"approve {view.Request.Id}, or decline {view.Request.Id} and why");
    }
}
