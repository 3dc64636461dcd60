using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Scenarios.Stories.Player;
using static OutreachBot.Scenarios.Stories.StoryStep;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Scenarios.Stories;

/// <summary>The chapters of a request for two days' support, each with the people who have their turn in it.</summary>
public enum Chapter
{
    Form1,
    Matching,
    Accepting,
    Release,
    Form2,
    Signing,
    FirstVisit,
    SecondVisit,
    Form3,
    Evaluation,
    Closing,
    End,
}

/// <summary>
/// A request from form 1 to the payment statement, told once: decided in tests of the rules, said in chats, and done on
/// the rehearsal page.
/// </summary>
public static partial class ProgrammeStory
{
    const string Form1Card = "Form 1: request";
    const string Form2Card = "Form 2: confirmation";
    const string RecordCard = "Record of meeting";
    const string ReflectionCard = "Form 3: reflection";
    const string EvaluationCard = "Form 3: what it did for the school";
    const string SigningCard = "Please sign form 2";

    /// <summary>What happens in a chapter.</summary>
    public static IReadOnlyList<StoryStep> Of(Chapter chapter) => chapter switch
    {
        Chapter.Form1 =>
        [
            new Start(Head),
            new Write(Head, FormKeys.Form1, Form1Card, Form1),
            new Send(Head, FormKeys.Form1, Form1Card, "Send my request")
            {
                Seen =
                [
                    new(Inspector, "asks for a leading teacher in {area}, 2 days: who can help?", IsNew: true),
                    new(
                        Teacher, "{head} has asked for a leading teacher to work with you in {area}", IsNew: true),
                ],
            },
        ],
        Chapter.Matching => [Agrees, Asks],
        Chapter.Accepting =>
        [
            new Answer(
                LeadingTeacher, "Can you help this school?", "Yes, I can", (_, _) => new AcceptMatch("With pleasure."))
            {
                Message = "With pleasure.",
                Seen =
                [
                    new(ProvidingHead, "Release {leading-teacher}, 2 days, £500: approve?", IsNew: true),
                    new(Inspector, "We are waiting for {providing-head}", IsNew: false),
                ],
            },
        ],
        Chapter.Release =>
        [
            new Answer(
                ProvidingHead, "May your leading teacher go?", "Agree to the release", (_, _) => new AgreeRelease(""))
            {
                Seen =
                [
                    new(Inspector, "{providing-head} agreed to the release", IsNew: false),
                    new(LeadingTeacher, "Form 2", IsNew: true),
                ],
            },
        ],
        Chapter.Form2 =>
        [
            new Write(LeadingTeacher, FormKeys.Form2, Form2Card, Form2),
            new Send(LeadingTeacher, FormKeys.Form2, Form2Card, "Send to both headteachers")
            {
                Seen =
                [
                    new(Head, "Form 2: {leading-teacher}", IsNew: true),
                    new(ProvidingHead, "Form 2: {leading-teacher}", IsNew: true),
                    new(Head, "2 days × £250 = £500", IsNew: false),
                    new(ProvidingHead, "2 days × £250 = £500", IsNew: false),
                ],
            },
        ],
        Chapter.Signing => [Signs(Head), Signs(ProvidingHead)],
        Chapter.FirstVisit => Visit(1),
        Chapter.SecondVisit => Visit(2),
        Chapter.Form3 =>
        [
            .. Sent(Teacher, FormKeys.Form3Teacher, ReflectionCard, TeachersReflection, "Send my reflection"),
            .. Sent(
                LeadingTeacher, FormKeys.Form3LeadingTeacher, ReflectionCard, LeadingTeachersReflection,
                "Send my reflection"),
        ],
        Chapter.Evaluation =>
        [
            new Write(Head, FormKeys.Evaluation, EvaluationCard, Evaluation),
            new Send(Head, FormKeys.Evaluation, EvaluationCard, "Send my evaluation")
            {
                Seen = [new(Inspector, "is complete: close the request?", IsNew: true)],
            },
        ],
        Chapter.Closing =>
        [
            new Answer(
                Inspector, "What came of it", "Close the request", (_, _) => new CloseRequest("Thank you all."))
            {
                Message = "Thank you all.",
                Seen =
                [
                    new(LeadingTeacher, "Finished, and thank you", IsNew: false),
                    new(Teacher, "Finished, and thank you", IsNew: false),
                    new(Head, "Payment statement", IsNew: false),
                    new(ProvidingHead, "Payment statement", IsNew: false),
                    new(Head, "2 days × £250 = £500", IsNew: false),
                    new(ProvidingHead, "2 days × £250 = £500", IsNew: false),
                ],
            },
        ],
        Chapter.End => [],
    };

    /// <summary>The first screen with something forgotten, before form 1 is written.</summary>
    public static StoryStep Mistake =>
        new Forget(Head, FormKeys.Form1, Form1Card, Form1, ["need"], "Please fill this in.");

    /// <summary>The teacher who is named says yes.</summary>
    public static StoryStep Agrees { get; } = new Answer(
        Teacher, "Would you like this support?", "Yes, I would like this", (_, _) => new AgreeToTakePart("Gladly."))
    {
        Message = "Gladly.",
        Seen = [new(Head, "{teacher} agreed to take part", IsNew: false)],
    };

    /// <summary>The inspector finds somebody.</summary>
    public static StoryStep Asks { get; } = new Answer(
        Inspector, "Find a leading teacher", "Ask this leading teacher",
        (_, keyOf) => new MatchLeadingTeacher(keyOf(LeadingTeacher)))
    {
        Chosen = LeadingTeacher,
        Seen = [new(LeadingTeacher, "asks for you in {area}, 2 days: can you help?", IsNew: true)],
    };

    static StoryStep Signs(Player by) =>
        new Answer(by, SigningCard, "Sign", (request, _) => new SignForm2(request.Form2Draft, ""));

    static IReadOnlyList<StoryStep> Visit(int number) =>
    [
        new Day(number),
        .. Sent(LeadingTeacher, FormKeys.Record(number), RecordCard, Record(number), "Send the record"),
    ];

    static IReadOnlyList<StoryStep> Sent(Player by, string form, string card, Answers answers, string button) =>
        [new Write(by, form, card, answers), new Send(by, form, card, button)];
}
