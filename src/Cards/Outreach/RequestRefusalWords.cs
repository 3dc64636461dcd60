using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Outreach;

/// <summary>Every no about a request in words: what is wrong, and what to do instead.</summary>
static class RequestRefusalWords
{
    public static string Of(Refusal why) => why switch
    {
        Refusal.NotAtThisStage => "The request has moved on. This is how it stands now.",
        Refusal.MayNotAsk =>
            "Requests come from a school: from its headteacher, a teacher or the district manager. Please ask one of "
            + "them.",
        RequestRefusal.DraftHasChanged =>
            "Form 2 has been changed since this card was sent. Please read it again before you sign.",
        RequestRefusal.NoInspector =>
            "No inspector is named for this curriculum area. Please ask the outreach coordinator.",
        RequestRefusal.NoHeadteacher none =>
            $"The directory names no headteacher for {none.School}. Please ask the outreach coordinator.",
        RequestRefusal.SchoolClosed =>
            "The register says that your school is closed. Please ask the outreach coordinator if that is wrong.",
        _ => why.Words(),
    };
}
