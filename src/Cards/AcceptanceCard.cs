using AdaptiveCards;

namespace OutreachBot.Cards;

/// <summary>The leading teacher says whether they can.</summary>
public static class AcceptanceCard
{
    public static AdaptiveCard For(View view) => Frame.Around(
        view,
        "Can you help this school?",
        $"{view.Request.School!.Name} asks for you in {Words.Area(view.Request, view.Scheme)}, {Words.Days(view.Request.Days)}: can you help?",
        [
            Kit.Line(
                Kit.Bold(view.Request.School.Name),
                Kit.Run(" asks for you in "),
                Kit.Bold(Words.Area(view.Request, view.Scheme)),
                Kit.Run(", "),
                Kit.Bold(Words.Days(view.Request.Days)),
                Kit.Run(". If you say yes, your own headteacher is asked next.")),
            RequestFacts.Asked(view),
            .. Fields.Message(view, "Message (needed if you say no)"),
        ],
        [
            view.Primary("Yes, I can", Verbs.AcceptMatch),
            view.Plain("No, I cannot", Verbs.DeclineMatch),
            view.ReadAll(),
        ],
        $"approve {view.Request.Id}, or decline {view.Request.Id} and why");
}
