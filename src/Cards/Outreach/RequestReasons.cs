using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Outreach;

/// <summary>Why: what people are asked before they end something, and what they are told when it is a no.</summary>
static class RequestReasons
{
    /// <summary>Null: this verb asks for no reason on a card of its own.</summary>
    public static AskedReason? For(string verb, Request request) => verb switch
    {
        RequestVerbs.Withdraw when !request.IsSent => new(
            "Throw this form away?", "What you have written in it will be gone.", "Throw it away", IsWritten: false),
        RequestVerbs.Withdraw => new(
            "Withdraw the request?", "Everybody concerned is told. Please say why.", "Withdraw it"),
        RequestVerbs.Cancel => new(
            "Cancel the programme?", "Everybody concerned is told. Please say why.", "Cancel it"),
        RequestVerbs.DeclineRequest => new(
            "Decline the request?", "Everybody concerned is told. Please say why.", "Decline it"),
        RequestVerbs.Close => new(
            "Close the request?", "What was visited is paid. Everybody concerned is told.", "Close it"),
        RequestVerbs.ChangeForm2 => new(
            "Change form 2?", "Both headteachers sign again when you send it. Please say what you want to change.",
            "Take it back to change it"),
        _ => null,
    };

    /// <summary>A no in words: what is wrong, and what to do instead.</summary>
    public static string Words(Refusal why) => why switch
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
