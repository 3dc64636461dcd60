using OutreachBot.Scenarios.Stories;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Workflow.Tests;

// The story that chats and the page play as well, by decisions alone.
public sealed class StoryTests
{
    public static TheoryData<Chapter> Chapters => [.. Enum.GetValues<Chapter>()];

    [Theory, MemberData(nameof(Chapters))]
    public void Whoever_sees_something_of_a_step_is_told(Chapter chapter)
    {
        var now = DecisionPlayer.Cast.UpTo(chapter);
        foreach (var step in ProgrammeStory.Of(chapter))
        {
            var after = DecisionPlayer.Cast.Play(now, step);
            var told = new Outcome(now, Decision.Nothing, after).Notices;
            Assert.All(step.Seen, seen => Assert.Contains(
                told,
                notice => notice.To == DecisionPlayer.Of(seen.By).Person.Id
                    && (!seen.IsNew || notice.Kind is NoticeKind.News or NoticeKind.YourTurn)));
            now = after;
        }
    }

    [Fact]
    public void A_mistake_changes_nothing()
    {
        var draft = DecisionPlayer.Cast.Play(Scenario.Nothing, ProgrammeStory.Of(Chapter.Form1)[0]);

        Assert.Same(draft, DecisionPlayer.Cast.Play(draft, ProgrammeStory.Mistake));
    }

    [Fact]
    public void It_ends_with_the_payment() => Assert.Equal(
        (Stage.Closed, 500m),
        (DecisionPlayer.Cast.UpTo(Chapter.End).Request.Stage,
            DecisionPlayer.Cast.UpTo(Chapter.End).Request.Payment!.Total));
}
