using System.Collections.Immutable;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Scenarios;

/// <summary>A request with the events that led to it, the facts of its day, and the moment of its last event.</summary>
public sealed record Scenario(Request Request, ImmutableList<Recorded> Events, Facts Facts, DateTimeOffset Now)
{
    static readonly TimeOnly Morning = new(9, 0);

    /// <summary>A request of which nothing is known yet.</summary>
    public static Scenario Nothing { get; } = new(new Request(Some.Id), [], Some.Facts, At(Some.Today));

    /// <summary>Decides a command and says what came of it.</summary>
    public Outcome When(Actor actor, Command command)
    {
        var decision = Decider.Decide(Request, command, actor, Facts);
        var after = decision is Decision.Accepted { Events: var events } ? Happened(actor, events) : this;
        return new(this, decision, after);
    }

    /// <summary>The scenario after a command that must be accepted.</summary>
    public Scenario After(Actor actor, Command command) => When(actor, command).ThenAccepted();

    /// <summary>The scenario after events that nobody decided, for states that are hard to reach.</summary>
    public Scenario Happened(Actor by, params IReadOnlyList<CaseEvent> events)
    {
        var scenario = this;
        foreach (var what in events)
        {
            var now = scenario.Now.AddMinutes(1);
            var recorded = new Recorded(scenario.Request.Version + 1, now, by.Person, what);
            scenario = scenario with
            {
                Request = scenario.Request.Evolve(recorded),
                Events = scenario.Events.Add(recorded),
                Now = now,
            };
        }
        return scenario;
    }

    /// <summary>Fills in every step of a form up to its review.</summary>
    public Scenario Written(Actor writer, string form, Answers answers)
    {
        var scenario = this;
        for (var step = 0; step < RequestForms.For(form, scenario.Request, Facts.Scheme)!.Review; step++)
            scenario = scenario.After(writer, new Command.SaveStep(form, step, answers));
        return scenario;
    }

    /// <summary>Fills in a form and sends it.</summary>
    public Scenario Sent(Actor writer, string form, Answers answers) =>
        Written(writer, form, answers).After(writer, new Command.SendForm(form));

    /// <summary>The same request on the morning of another day.</summary>
    public Scenario On(DateOnly day) => this with { Facts = Facts with { Today = day }, Now = At(day) };

    /// <summary>The same request with other facts around it.</summary>
    public Scenario With(Facts facts) => this with { Facts = facts };

    static DateTimeOffset At(DateOnly day) => new(day, Morning, TimeSpan.Zero);
}
