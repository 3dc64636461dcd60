using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Scenarios.Stories;

/// <summary>Plays a story by deciding: no bot, no card, no clock.</summary>
public sealed class DecisionPlayer : StoryCast
{
    /// <summary>The people of the scenarios.</summary>
    public static DecisionPlayer Cast { get; } = new();

    protected override string AreaId => "mathematics";

    protected override string AreaName => "Mathematics";

    public static Actor Of(Player player) => player switch
    {
        Player.Head => Some.Headteacher,
        Player.Teacher => Some.Teacher,
        Player.SecondTeacher => Some.SecondTeacher,
        Player.Inspector => Some.Inspector,
        Player.LeadingTeacher => Some.LeadingTeacher,
        Player.ProvidingHead => Some.ProvidingHeadteacher,
    };

    public override string Key(Player player) => Of(player).Person.Id.Key;

    public override string Name(Player player) => Of(player).Person.Name;

    public override DateOnly Day(int visit) => visit is 1 ? Some.FirstVisit : Some.SecondVisit;

    /// <summary>The story up to where a chapter begins.</summary>
    public Scenario UpTo(Chapter next) => Enum.GetValues<Chapter>().Where(chapter => chapter < next)
        .SelectMany(ProgrammeStory.Of).Aggregate(Scenario.Nothing, Play);

    /// <summary>The scenario after one step, which must be accepted.</summary>
    public Scenario Play(Scenario before, StoryStep step) => step switch
    {
        StoryStep.Start s => before.After(Of(s.By), new RequestCommand.StartRequest()),
        StoryStep.Write s => before.Written(Of(s.By), s.Form, Fill(s.Answers)),
        StoryStep.Forget s => Forgotten(before, s),
        StoryStep.Send s => before.After(Of(s.By), new Command.SendForm(s.Form)),
        StoryStep.Answer s => before.After(Of(s.By), s.Asks(before.Request, Key)),
        StoryStep.Day s => before.On(Day(s.Visit)),
        _ => throw new System.Diagnostics.UnreachableException($"Nobody plays a {step.GetType().Name}."),
    };

    // Nothing is recorded, and what was typed comes back.
    Scenario Forgotten(Scenario before, StoryStep.Forget step)
    {
        var typed = Fill(step.Answers).With([.. step.Forgotten.Select(question => (question, ""))]);
        before.When(Of(step.By), new Command.SaveStep(step.Form, 0, typed)).ThenRefused<Refusal.WrongAnswers>();
        return before;
    }
}
