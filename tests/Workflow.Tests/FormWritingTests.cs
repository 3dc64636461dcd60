using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;

namespace OutreachBot.Workflow.Tests;

public sealed class FormWritingTests
{
    static readonly Answers FirstStep =
        Answers.Of(Some.Form1.Where(answer => answer.Key is "area" or "support" or "need"));

    [Fact]
    public void A_step_keeps_its_own_answers_and_turns_to_the_next() => Given.ADraft
        .When(Some.Headteacher, new SaveStep(FormKeys.Form1, 0, Some.Form1))
        .Then(new CaseEvent.StepSaved(FormKeys.Form1, 1, FirstStep, Answers.None));

    [Fact]
    public void Names_of_people_who_were_chosen_are_kept_beside_their_keys()
    {
        var names = Given.ADraftAtItsReview.Request.Names;

        Assert.Equal(Some.Of((Some.Teacher.Person.Id.Key, Some.Teacher.Person.Name)), names);
    }

    [Fact]
    public void What_is_typed_is_kept_clean() => Assert.Equal(
        "Place value\nin Year 3",
        Given.ADraft.After(Some.Headteacher,
            new SaveStep(FormKeys.Form1, 0, Some.Form1.With(("need", "  Place\u0007 value\r\nin Year 3 "))))
            .Request.Form1["need"]);

    [Fact]
    public void An_emptied_answer_is_gone()
    {
        var emptied = Some.Form1.With(("date-2", "")).With([KeyValuePair.Create("date-1", "2026-03-17")]);

        var draft = Given.ADraftAtItsReview.After(Some.Headteacher, new SaveStep(FormKeys.Form1, 2, emptied));

        Assert.Equal("2026-03-17", draft.Request.Form1["date-1"]);
        Assert.False(draft.Request.Form1.ContainsKey("date-2"));
    }

    [Fact]
    public void Going_back_keeps_answers_that_are_not_finished() => Given.ADraftAtItsSecondStep
        .When(Some.Headteacher, new SaveStep(FormKeys.Form1, 1, Some.Of(("years", "year-3")), Back: true))
        .Then(new CaseEvent.StepSaved(FormKeys.Form1, 0, FirstStep.With(("years", "year-3")), Answers.None));

    [Fact]
    public void Going_back_does_not_keep_what_is_too_long_to_store() => Given.ADraftAtItsSecondStep
        .When(Some.Headteacher, new SaveStep(FormKeys.Form1, 1, Some.Of(("outcomes", new string('a', 2001))),
            Back: true))
        .ThenWrong("outcomes TooLong 2000");

    [Fact]
    public void Going_back_from_the_review_changes_no_answer() => Given.ADraftAtItsReview
        .When(Some.Headteacher, new SaveStep(FormKeys.Form1, 3, Some.Of(("need", "Something else")), Back: true))
        .Then(new CaseEvent.StepSaved(FormKeys.Form1, 2, Some.Form1, Answers.None));

    [Theory]
    [InlineData(0, true)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(-1, false)]
    [InlineData(int.MaxValue, false)]
    [InlineData(int.MinValue, true)]
    public void There_is_nothing_before_the_first_screen_or_after_the_review(int step, bool back) =>
        Given.ADraftAtItsReview
        .When(Some.Headteacher, new SaveStep(FormKeys.Form1, step, Some.Form1, back))
        .ThenRefused<Refusal.NotAtThisStage>();

    [Theory]
    [InlineData("form2")]
    [InlineData("form9")]
    [InlineData("record-1")]
    [InlineData("")]
    public void Only_the_form_of_the_stage_can_be_written(string form)
    {
        Given.ADraft.When(Some.Headteacher, new SaveStep(form, 0, Some.Form1)).ThenRefused<Refusal.NotAtThisStage>();
        Given.ADraft.When(Some.Headteacher, new SendForm(form)).ThenRefused<Refusal.NotAtThisStage>();
    }

    [Fact]
    public void An_unfinished_form_cannot_be_sent_and_says_which_step_is_missing()
    {
        var refused = Given.ADraftAtItsSecondStep.When(Some.Headteacher, new SendForm(FormKeys.Form1));

        refused.ThenWrong("teachers Missing", "years Missing", "outcomes Missing", "measure Missing");
        Assert.Equal(1, refused.ThenRefused<Refusal.WrongAnswers>().Step);
    }

    [Fact]
    public void A_form_is_sent_once() => Given.ARequestWithTheInspector
        .When(Some.Headteacher, new SendForm(FormKeys.Form1))
        .ThenRefused<Refusal.NotAtThisStage>();
}
