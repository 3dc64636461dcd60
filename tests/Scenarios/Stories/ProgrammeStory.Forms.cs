using OutreachBot.Workflow.Forms;

namespace OutreachBot.Scenarios.Stories;

// What is written in the forms of the story.
public static partial class ProgrammeStory
{
    /// <summary>Two days of modelling, for one teacher.</summary>
    public static Answers Form1 { get; } = Some.Of(
        ("area", "{area}"),
        ("support", "modelling"),
        ("need", "Our Year 3 and 4 pupils guess rather than reason about place value."),
        ("teachers", "{teacher}"),
        ("years", "year-3,year-4"),
        ("outcomes", "Pupils explain how they know."),
        ("measure", "A pupil interview before and after."),
        ("days", "2"),
        ("date-1", "{day-1}"),
        ("date-2", "{day-2}"),
        ("funding", "school-budget"));

    public static Answers Form2 { get; } = Some.Of(
        ("date-1", "{day-1}"),
        ("plan-1", "Model a lesson on place value in Year 3, then talk it through."),
        ("date-2", "{day-2}"),
        ("plan-2", "Watch a lesson in Year 4 and plan the next one together."),
        ("objectives", "Pupils explain how they know."),
        ("planning", "The last hour of each day."),
        ("contact", "{name of head}"),
        ("rate", "250"),
        ("code", "yes"));

    public static Answers TeachersReflection { get; } = Some.Of(
        ("outcomes", "Pupils talk about numbers more."),
        ("evidence", "Nine of twelve explained their answer in the interview."),
        ("future", "I shall lead a staff meeting."));

    public static Answers LeadingTeachersReflection { get; } = Some.Of(
        ("outcomes", "Modelling gave way to planning together."),
        ("evidence", "Books show reasoning in full sentences."),
        ("comment", "A school that is ready for more."));

    public static Answers Evaluation { get; } = Some.Of(
        ("rating", "2"),
        ("most", "Seeing it done with our own pupils."),
        ("longer", "Reasoning in every mathematics lesson."));

    public static Answers Record(int visit) => Some.Of(
        ("date", $"{{day-{visit}}}"),
        ("time", "One whole day"),
        ("people", "Class teacher of Year 3, leading teacher"),
        ("purpose", "To model a lesson on place value."),
        ("summary", "Two lessons taught, one hour of talk."),
        ("school-actions", "Try the counting stick every morning."),
        ("leading-teacher-actions", "Send the lesson plan."));
}
