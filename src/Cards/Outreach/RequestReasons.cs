using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Outreach;

/// <summary>What people are asked before they end something.</summary>
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
}
