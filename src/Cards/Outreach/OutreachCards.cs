using AdaptiveCards;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Cards.Outreach;

/// <summary>What requests for a leading teacher's time show, and what their buttons and words ask for.</summary>
public sealed class OutreachCards : WorkflowCards
{
    public override CaseWorkflow Workflow { get; } = new OutreachWorkflow();

    public override Starting Start { get; } =
        new("New request", RequestVerbs.Start, "request new", "ask for a leading teacher's time");

    public override View View(Case now, Actor viewer, Facts facts) => new RequestView(now, viewer, facts);

    public override AdaptiveCard MayNotStart() =>
        HelpCard.Problem("Requests come from schools", RequestRefusalWords.Of(new Refusal.MayNotAsk()));

    public override IReadOnlyDictionary<string, Func<ActionInput, Command>> Commands { get; } =
        new Dictionary<string, Func<ActionInput, Command>>
        {
            [RequestVerbs.ApproveForm1] = press => new ApproveForm1(press.Message),
            [RequestVerbs.ReturnForm1] = press => new ReturnForm1(press.Message),
            [RequestVerbs.Ask] = press => new AskQuestion(press.Message),
            [RequestVerbs.Answer] = press => new AnswerQuestion(press.Message),
            [RequestVerbs.DeclineRequest] = press => new DeclineRequest(press.Message),
            [RequestVerbs.Match] = press => new MatchLeadingTeacher(press.Typed.Text(ActionData.Person)),
            [RequestVerbs.AgreeToTakePart] = press => new AgreeToTakePart(press.Message),
            [RequestVerbs.DeclineToTakePart] = press => new DeclineToTakePart(press.Message),
            [RequestVerbs.NameTeachers] = press => new NameTeachers(press.Typed.Choices(ActionData.Person)),
            [RequestVerbs.AcceptMatch] = press => new AcceptMatch(press.Message),
            [RequestVerbs.DeclineMatch] = press => new DeclineMatch(press.Message),
            [RequestVerbs.AgreeRelease] = press => new AgreeRelease(press.Message),
            [RequestVerbs.DeclineRelease] = press => new DeclineRelease(press.Message),
            [RequestVerbs.SignForm2] = press => new SignForm2(press.Number(ActionData.Draft) ?? 0, press.Message),
            [RequestVerbs.AskForChange] = press => new AskForChange(press.Message),
            [RequestVerbs.ChangeForm2] = press => new ChangeForm2(press.Message),
            [RequestVerbs.NoteFollowUp] = press =>
                new NoteFollowUp(press.Number(ActionData.Visit) ?? 0, press.Message),
            [RequestVerbs.Close] = press => new CloseRequest(press.Message),
            [RequestVerbs.AskForFollowUp] = press => new AskForFollowUp(press.Message),
            [RequestVerbs.Withdraw] = press => new WithdrawRequest(press.Message),
            [RequestVerbs.Cancel] = press => new CancelProgramme(press.Message),
        };

    public override IReadOnlyDictionary<string, Func<View, ActionInput, AdaptiveCard?>> Openings { get; } =
        new Dictionary<string, Func<View, ActionInput, AdaptiveCard?>>
        {
            [RequestVerbs.Correct] = (view, press) => Correction((RequestView)view, press.Number(ActionData.Visit)),
        };

    public override IReadOnlyList<TypedWord> Words { get; } =
    [
        new("ask asking") { Asks = (_, rest) => new(new AskQuestion(rest)) },
        new("answer answering") { Asks = (_, rest) => new(new AnswerQuestion(rest)) },
        new("match matched") { Asks = (view, rest) => Match((RequestView)view, rest) },
        new("teachers teacher") { Asks = (view, rest) => Teachers((RequestView)view, rest) },
        new("withdraw withdrawn withdrawing") { Asks = (_, rest) => new(new WithdrawRequest(rest)) },
        new("cancel cancelled canceled cancelling") { Asks = (_, rest) => new(new CancelProgramme(rest)) },
        new("change changing") { Asks = (_, rest) => new(new ChangeForm2(rest)) },
        new("note")
        {
            Asks = (view, rest) => new(new NoteFollowUp(NewestRecord((RequestView)view) ?? 0, rest)),
        },
        new("correct")
        {
            Opens = view => Correction((RequestView)view, NewestRecord((RequestView)view)),
            Help = viewer => viewer.Is(Role.LeadingTeacher) ? "put right your newest record of a visit" : null,
        },
    ];

    static Asked Match(RequestView view, string written) => Chosen(
        TypedNames.Read(Candidates.For(view.Request, view.Facts).Select(one => one.Person), written),
        people => people is [var one]
            ? new(new MatchLeadingTeacher(one.Id.Key))
            : new(null, "Please name one leading teacher only."));

    static Asked Teachers(RequestView view, string written) => Chosen(
        TypedNames.Read(
            view.Request.School is { } school ? view.Facts.Authority.TeachersOf(school) : [], written),
        people => new(new NameTeachers([.. people.Select(person => person.Id.Key)])));

    static Asked Chosen(TypedNames names, Func<IReadOnlyList<Person>, Asked> asked) =>
        names.Unclear is null ? asked(names.People) : new(null, names.Unclear);

    static int? NewestRecord(RequestView view) =>
        view.Request.Visits.FindLast(visit => visit.Record is not null)?.Number;

    static AdaptiveCard? Correction(RequestView view, int? visit) =>
        new RequestFormViews(view).Correction(FormKeys.Record(visit ?? 0));
}
