using OutreachBot.Workflow.Forms;

namespace OutreachBot.Workflow.Cases;

/// <summary>What people write beside a yes or a no.</summary>
public static class Reasons
{
    public const int Longest = 2000;

    /// <summary>A no, a question or an ending: it needs its reason.</summary>
    public static Decision Required(string typed, Func<string, CaseEvent> happened) =>
        Checking.Clean(typed) is { Length: > 0 } message
            ? Short(message, happened)
            : Decision.Reject(new Refusal.MessageMissing());

    /// <summary>A yes: a message may go with it.</summary>
    public static Decision Optional(string typed, Func<string, CaseEvent> happened) =>
        Short(Checking.Clean(typed), happened);

    static Decision Short(string message, Func<string, CaseEvent> happened) =>
        message.Length <= Longest
            ? Decision.Accept(happened(message))
            : Decision.Reject(new Refusal.MessageTooLong(message.Length, Longest));
}
