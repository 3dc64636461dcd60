using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Workflow.Outreach;

/// <summary>What people write beside a yes or a no.</summary>
static class Reasons
{
    public const int Longest = 2000;

    /// <summary>A no, a question or an ending: it needs its reason.</summary>
    public static Decision Required(string typed, Func<string, RequestEvent> happened) =>
        Checking.Clean(typed) is { Length: > 0 } message
            ? Short(message, happened)
            : Decision.Reject(new Refusal.MessageMissing());

    /// <summary>A yes: a message may go with it.</summary>
    public static Decision Optional(string typed, Func<string, RequestEvent> happened) =>
        Short(Checking.Clean(typed), happened);

    static Decision Short(string message, Func<string, RequestEvent> happened) =>
        message.Length <= Longest
            ? Decision.Accept(happened(message))
            : Decision.Reject(new Refusal.MessageTooLong(message.Length, Longest));
}
