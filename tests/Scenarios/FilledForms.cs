using OutreachBot.Scenarios.Stories;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Scenarios;

// Answers that each form takes.
public static partial class Some
{
    /// <summary>Two days of modelling in mathematics, for one teacher.</summary>
    public static Answers Form1 => Filled(ProgrammeStory.Form1);

    public static Answers Form1ForTwoTeachers =>
        Form1.With(("teachers", $"{Teacher.Person.Id.Key},{SecondTeacher.Person.Id.Key}"));

    /// <summary>What a district manager writes, who names the school first.</summary>
    public static Answers Form1OfADistrictManager => Form1.With(("school", School.Urn));

    /// <summary>One day on which three members of staff watch.</summary>
    public static Answers Form1ForAnObservationWindow => Form1.With(
        ("support", "observation-window"), ("visitors", "3"), ("days", "1"), ("date-2", ""));

    public static Answers Form2 => Filled(ProgrammeStory.Form2);

    public static Answers Form2ForAnObservationWindow =>
        Form2.With(("date-2", ""), ("plan-2", ""), ("rate", ""));

    public static Answers RecordOfFirstVisit => Filled(ProgrammeStory.Record(1));

    public static Answers RecordOfSecondVisit => Filled(ProgrammeStory.Record(2));

    public static Answers TeachersReflection => Filled(ProgrammeStory.TeachersReflection);

    public static Answers LeadingTeachersReflection => Filled(ProgrammeStory.LeadingTeachersReflection);

    public static Answers Evaluation => Filled(ProgrammeStory.Evaluation);

    static Answers Filled(Answers told) => DecisionPlayer.Cast.Fill(told);

    public static Answers Of(params IReadOnlyList<(string Question, string Answer)> answers) =>
        Answers.None.With(answers);

    public static Answers With(this Answers answers, params IReadOnlyList<(string Question, string Answer)> others) =>
        answers.With(others.Select(other => KeyValuePair.Create(other.Question, other.Answer)));
}
