using System.Collections.Concurrent;
using OutreachBot.Scenarios.Audience;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Workflow.Tests.Audience;

/// <summary>
/// Everybody tries everything at every moment, held against the table in <c>src/Workflow/Outreach/audience.md</c>.
/// </summary>
public sealed class AudienceTests
{
    static readonly AudienceTable Law = AudienceTable.Law;

    [Fact]
    public void Everybody_may_do_what_the_table_says_and_nothing_else()
    {
        var wrong = new ConcurrentBag<string>();
        var done = new ConcurrentDictionary<(string Id, Kind Kind), bool>();
        var (tried, accepted) = (0, 0);
        Parallel.ForEach(CanaryStory.States, state =>
        {
            var commands = Trying.Everything(state.Scenario.Request)
                .Select(one => (one.Id, one.Command,
                    Holds: Trying.Holds(Law.Conditions[one.Id], state.Scenario.Request))).ToList();
            foreach (var scene in Scene.Of(state))
            {
                foreach (var (id, command, holds) in commands)
                {
                    var may = holds && Law.MayDo(id, scene.Kinds, scene.Request);
                    var does = !IsForbidden(Decider.Decide(scene.Request, command, scene.Viewer, scene.Given.Facts));
                    if (may != does) wrong.Add($"{id}, {(may ? "refused" : "accepted")}: {scene}");
                    Interlocked.Increment(ref tried);
                    if (!does) continue;
                    Interlocked.Increment(ref accepted);
                    foreach (var kind in scene.Kinds) done[(id, kind)] = true;
                }
            }
        });

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Scene.Pairs} pairs, {tried} commands tried, {accepted} accepted.");
        Assert.True(
            wrong.IsEmpty,
            $"{wrong.Count}, such as\n{string.Join('\n', wrong.Order(StringComparer.Ordinal).Take(20))}");
        Assert.Empty(Law.Actions.Keys.Except(done.Keys));
        Assert.InRange(tried, 3_000_000, int.MaxValue);
    }

    // Wrong answers and the like are no question of rights: whoever hears of them may do it.
    static bool IsForbidden(Decision decision) =>
        decision is Decision.Rejected { Why: Refusal.NotYourPart or Refusal.NotAtThisStage or Refusal.MayNotAsk };

    [Fact]
    public void Every_command_is_in_the_table() => Assert.Equal(
        ClosedTypes.Commands.Select(type => type.Name).Except(["StartRequest", "FollowDirectory"])
            .Order(StringComparer.Ordinal),
        Trying.Everything(new Request(Some.Id))
            .Select(one => one.Command.GetType().Name).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Requests_are_begun_by_whom_the_table_names()
    {
        var begins =
            from actor in Viewers.Everybody
            where actor.Roles.Count == 1
            let decision = Decider.Decide(
                Given.Nothing.Request, new RequestCommand.StartRequest(), actor, CanaryStory.Facts)
            select (Begins: decision is Decision.Accepted { Events.Count: 1 },
                Who: (actor.Roles.Single(), actor.SchoolUrn is not null));

        Assert.All(begins, one => Assert.Equal(Law.Beginners.Contains(one.Who), one.Begins));
    }
}
