using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Scenarios;

/// <summary>What a test expected and did not get.</summary>
public sealed class SpecException(string message) : Exception(message);

/// <summary>What came of a command: the decision, and the scenarios before and after it.</summary>
public sealed record Outcome(Scenario Before, Decision Decision, Scenario After)
{
    public Request Request => After.Request;

    /// <summary>What was recorded by this command alone.</summary>
    public IReadOnlyList<Recorded> Recorded => [.. After.Events.Skip(Before.Events.Count)];

    /// <summary>Who is told of it.</summary>
    public IReadOnlyList<Notice> Notices => Consequences.Notices;

    public IReadOnlyList<Alignment> Alignments => Consequences.Alignments;

    Consequences Consequences =>
        Workflow.Outreach.RequestConsequences.Of(Before.Request, After.Request, Recorded, After.Facts);

    /// <summary>Exactly these events, in this order; the stage is the request's to tell.</summary>
    public Outcome Then(params IReadOnlyList<CaseEvent> expected)
    {
        var wanted = Lines(expected.Select(Line));
        var got = Decision is Decision.Accepted { Events: var events } ? Lines(events.Select(Line)) : Told();
        return wanted == got ? this : throw new SpecException($"Expected\n{wanted}\nbut there was\n{got}");
    }

    /// <summary>Accepted, and already so.</summary>
    public Outcome ThenNothing() => Then();

    /// <summary>Accepted, whatever the events are.</summary>
    public Scenario ThenAccepted() =>
        Decision is Decision.Accepted ? After : throw new SpecException($"Expected a yes\nbut there was\n{Told()}");

    /// <summary>The refusal, for a closer look.</summary>
    public TRefusal ThenRefused<TRefusal>() where TRefusal : Refusal =>
        Decision is Decision.Rejected { Why: TRefusal why }
            ? why
            : throw new SpecException($"Expected a refusal {typeof(TRefusal).Name}\nbut there was\n{Told()}");

    /// <summary>Refused for exactly these answers, as <c>question Wrong limit</c>.</summary>
    public Outcome ThenWrong(params IReadOnlyList<string> expected)
    {
        var got = Lines(ThenRefused<Refusal.WrongAnswers>().Errors
            .Select(error => $"{error.Question} {error.Problem} {error.Limit}".TrimEnd()));
        return Lines(expected) == got
            ? this
            : throw new SpecException($"Expected\n{Lines(expected)}\nbut there was\n{got}");
    }

    static string Line(CaseEvent what) =>
        Stored.Line(what is RequestEvent own ? own with { LeadsTo = null } : what);

    string Told() => Decision switch
    {
        Decision.Accepted { Events: [] } => "  nothing",
        Decision.Accepted { Events: var events } => Lines(events.Select(Line)),
        Decision.Rejected { Why: Refusal.WrongAnswers wrong } =>
            $"  wrong answers on step {wrong.Step} of {wrong.Form}:\n{Lines(wrong.Errors.Select(error => $"{error}"))}",
        Decision.Rejected { Why: var why } => $"  {why}",
        _ => $"  {Decision}",
    };

    static string Lines(IEnumerable<string> lines) =>
        string.Join('\n', lines.Select(line => $"  {line}").DefaultIfEmpty("  nothing"));
}
