using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Scenarios;

// Answers that each form takes.
public static partial class Some
{
    /// <summary>Two days of modelling in mathematics, for one teacher.</summary>
    public static Answers Form1 => Of(
        ("area", "mathematics"),
        ("support", "modelling"),
        ("need", "Our Year 3 and 4 pupils guess rather than reason about place value."),
        ("teachers", Teacher.Person.Id.Key),
        ("years", "year-3,year-4"),
        ("outcomes", "Pupils explain how they know."),
        ("measure", "A pupil interview before and after."),
        ("days", "2"),
        ("date-1", Formats.Text(FirstVisit)),
        ("date-2", Formats.Text(SecondVisit)),
        ("funding", "school-budget"));

    public static Answers Form1ForTwoTeachers =>
        Form1.With(("teachers", $"{Teacher.Person.Id.Key},{SecondTeacher.Person.Id.Key}"));

    /// <summary>What a district manager writes, who names the school first.</summary>
    public static Answers Form1OfADistrictManager => Form1.With(("school", School.Urn));

    /// <summary>One day on which three members of staff watch.</summary>
    public static Answers Form1ForAnObservationWindow => Form1.With(
        ("support", "observation-window"), ("visitors", "3"), ("days", "1"), ("date-2", ""));

    public static Answers Form2 => Of(
        ("date-1", Formats.Text(FirstVisit)),
        ("plan-1", "Model a lesson on place value in Year 3, then talk it through."),
        ("date-2", Formats.Text(SecondVisit)),
        ("plan-2", "Watch a lesson in Year 4 and plan the next one together."),
        ("objectives", "Pupils explain how they know."),
        ("planning", "The last hour of each day."),
        ("contact", "Marian Quillfeather"),
        ("rate", "250"),
        ("code", "yes"));

    public static Answers Form2ForAnObservationWindow =>
        Form2.With(("date-2", ""), ("plan-2", ""), ("rate", ""));

    public static Answers RecordOfFirstVisit => Of(
        ("date", Formats.Text(FirstVisit)),
        ("time", "One whole day"),
        ("people", "Class teacher of Year 3, leading teacher"),
        ("purpose", "To model a lesson on place value."),
        ("summary", "Two lessons taught, one hour of talk."),
        ("school-actions", "Try the counting stick every morning."),
        ("leading-teacher-actions", "Send the lesson plan."));

    public static Answers RecordOfSecondVisit => RecordOfFirstVisit.With(("date", Formats.Text(SecondVisit)));

    public static Answers TeachersReflection => Of(
        ("outcomes", "Pupils talk about numbers more."),
        ("evidence", "Nine of twelve explained their answer in the interview."),
        ("future", "I shall lead a staff meeting."));

    public static Answers LeadingTeachersReflection => Of(
        ("outcomes", "Modelling gave way to planning together."),
        ("evidence", "Books show reasoning in full sentences."),
        ("comment", "A school that is ready for more."));

    public static Answers Evaluation => Of(
        ("rating", "2"),
        ("most", "Seeing it done with our own pupils."),
        ("longer", "Reasoning in every mathematics lesson."));

    public static Answers Of(params IReadOnlyList<(string Question, string Answer)> answers) =>
        Answers.None.With(answers);

    public static Answers With(this Answers answers, params IReadOnlyList<(string Question, string Answer)> others) =>
        answers.With(others.Select(other => KeyValuePair.Create(other.Question, other.Answer)));
}
