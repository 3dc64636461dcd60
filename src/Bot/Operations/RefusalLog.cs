using System.Collections.Concurrent;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Operations;

/// <summary>
/// One line for each thing that was asked and not done: a fixed reason and ids, never a name, a text or a token.
/// Whoever asks again and again cannot flood it: of each reason so many lines are written in a minute, and then their
/// number.
/// </summary>
/// <remarks>Reasons are a closed list of phrases in the code, so there are never many counters.</remarks>
public sealed partial class RefusalLog(TimeProvider clock, ILogger<RefusalLog> log)
{
    /// <summary>Lines of one reason in one minute.</summary>
    public const int MostAMinute = 60;

    readonly ConcurrentDictionary<string, Counter> counters = new();

    /// <summary>A request that the endpoint did not take: no client of Teams sends it.</summary>
    public void Request(int status, string reason, PersonId? by)
    {
        if (MayWrite(reason)) LogRequest(status, reason, Id(by));
    }

    /// <summary>
    /// A press or a message that no card of ours asks for: forged, copied, or of somebody whose right has ended.
    /// </summary>
    public void Suspect(string reason, PersonId? by, CaseId? about = null)
    {
        if (MayWrite(reason)) LogSuspect(reason, Id(by), about?.Value);
    }

    /// <summary>What happens to people every day: a wrong answer, a card that is out of date.</summary>
    public void Everyday(string reason, PersonId by, CaseId about)
    {
        if (MayWrite(reason)) LogEveryday(reason, Id(by), about.Value);
    }

    /// <summary>A decision that the workflow does not allow.</summary>
    public void Rejected(Refusal why, PersonId by, CaseId about)
    {
        if (why is Refusal.NotYourPart) Suspect(nameof(Refusal.NotYourPart), by, about);
        else Everyday(why.GetType().Name, by, about);
    }

    /// <summary>A row that this version cannot read. Somebody has to look at it.</summary>
    public void Unreadable(CaseId about)
    {
        if (MayWrite("unreadable")) LogUnreadable(about.Value);
    }

    // What is no GUID may be anything, and whoever made it up would have it in the log.
    static string? Id(PersonId? person) =>
        person is { } one && PersonId.IsGuid(one.Tenant) && PersonId.IsGuid(one.Object) ? one.Key : null;

    bool MayWrite(string reason)
    {
        var minute = clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerMinute;
        var counter = counters.GetOrAdd(reason, _ => new());
        lock (counter)
        {
            if (counter.Minute != minute)
            {
                if (counter.Count > MostAMinute) LogMore(counter.Count - MostAMinute, reason);
                (counter.Minute, counter.Count) = (minute, 0);
            }
            return ++counter.Count <= MostAMinute;
        }
    }

    sealed class Counter
    {
        public long Minute { get; set; }
        public int Count { get; set; }
    }

    [LoggerMessage(40, LogLevel.Warning, "A request was refused with {Status}: {Reason}. Sender {Sender}.")]
    partial void LogRequest(int status, string reason, string? sender);

    [LoggerMessage(41, LogLevel.Warning, "Nothing was done: {Reason}. Sender {Sender}, case {Case}.")]
    partial void LogSuspect(string reason, string? sender, string? @case);

    [LoggerMessage(42, LogLevel.Information, "Nothing was done: {Reason}. Sender {Sender}, case {Case}.")]
    partial void LogEveryday(string reason, string? sender, string @case);

    [LoggerMessage(43, LogLevel.Warning, "{Count} more in a minute: {Reason}.")]
    partial void LogMore(int count, string reason);

    [LoggerMessage(
        44, LogLevel.Critical, "Case {Case} cannot be read by this version of the bot, and is not touched.")]
    partial void LogUnreadable(string @case);
}
