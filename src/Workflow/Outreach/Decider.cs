using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using static OutreachBot.Workflow.Cases.Command;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Workflow.Outreach;

/// <summary>
/// The outreach workflow on one screen: what may be asked at each stage, by whom, and what comes of it.
/// </summary>
public static class Decider
{
    static readonly Part[] ReceivingSide = [Part.Requester, Part.ReceivingHeadteacher];
    static readonly Part[] Headteachers = [Part.ReceivingHeadteacher, Part.ProvidingHeadteacher];
    static readonly Part[] Programme =
        [Part.ReceivingHeadteacher, Part.ProvidingHeadteacher, Part.LeadingTeacher, Part.Inspector];

    /// <summary>Who may ask this now. Null: nobody, for the request is not at such a stage.</summary>
    public static IReadOnlyList<Part>? MayBeAskedBy(Request request, Command command) => (request.Stage, command) switch
    {
        (_, SaveStep c) => Writers.Of(request, c.Form) is { } writer ? [writer] : null,
        (_, SendForm c) => Writers.Of(request, c.Form) is { } writer ? [writer] : null,
        (Stage.Approving, ApproveForm1 or ReturnForm1) => [Part.ReceivingHeadteacher],
        (Stage.Brokering, AskQuestion or DeclineRequest or MatchLeadingTeacher) => [Part.Inspector],
        (Stage.Brokering, AnswerQuestion) => ReceivingSide,
        (_, AgreeToTakePart or DeclineToTakePart) when request.IsBeingArranged => [Part.Teacher],
        (_, NameTeachers) when request.IsBeingArranged => ReceivingSide,
        (Stage.Accepting, AcceptMatch or DeclineMatch) => [Part.LeadingTeacher],
        (Stage.Releasing, AgreeRelease or DeclineRelease) => [Part.ProvidingHeadteacher],
        (Stage.Confirming, SignForm2 or AskForChange) when request.Sent.ContainsKey(FormKeys.Form2) => Headteachers,
        (Stage.Confirming, ChangeForm2) when request.Sent.ContainsKey(FormKeys.Form2) => [Part.LeadingTeacher],
        (Stage.Visiting, ChangeForm2) => [Part.LeadingTeacher],
        (Stage.Visiting or Stage.Reflecting, NoteFollowUp) => [Part.Teacher],
        (Stage.Closing, CloseRequest or AskForFollowUp) => [Part.Inspector],

        // What waits for a post that nobody holds can always be ended, and what was visited is paid.
        (Stage.Accepting or Stage.Releasing or Stage.Confirming, DeclineRequest) when request.Vacant.Count > 0 =>
            [Part.Inspector],
        (Stage.Reflecting or Stage.Evaluating, CloseRequest) when request.Vacant.Count > 0 => [Part.Inspector],
        (_, WithdrawRequest) when !request.IsReleased && !request.IsOver => ReceivingSide,
        (Stage.Confirming or Stage.Visiting, CancelProgramme) => Programme,
        _ => null,
    };

    /// <summary>Whether this person may ask this now.</summary>
    public static bool May(Request request, Command command, Actor actor) =>
        MayBeAskedBy(request, command) is { } parts && parts.Any(part => request.Has(actor, part));

    /// <summary>Decides a command against the request as it stands. Nothing is changed here.</summary>
    public static Decision Decide(Request request, Command command, Actor actor, Facts facts)
    {
        if (command is StartRequest && request.Version > 0) return Decision.Nothing;
        if (command is StartRequest) return Routing.Route(request, Requesting.Start(actor, facts), actor.Person);
        if (command is FollowDirectory) return Handover.Decide(request, facts);
        if (!Parts.Of(request, actor).Any()) return Decision.Reject(new Refusal.NotYourPart());
        if (MayBeAskedBy(request, command) is null) return Decision.Reject(new Refusal.NotAtThisStage());
        if (!May(request, command, actor)) return Decision.Reject(new Refusal.NotYourPart());

        var effect = Routing.Route(request, Effect(request, command, actor, facts), actor.Person);
        return Confirming.Complete(request, effect, actor);
    }

    static Decision Effect(Request request, Command command, Actor actor, Facts facts) => command switch
    {
        SaveStep c => FormWriting.Save(RequestForms.Writing(c.Form, request, facts), c),
        SendForm { Form: FormKeys.Form1 } => Requesting.Send(request, facts),
        SendForm { Form: FormKeys.Form2 } => Confirming.Send(request, facts),
        SendForm c => FormKeys.VisitOf(c.Form) is null
            ? Reflecting.Write(request, c.Form, facts)
            : Visiting.Record(request, c.Form, facts),
        ApproveForm1 c => Reasons.Optional(c.Message, message => new RequestEvent.Form1Approved(message)),
        ReturnForm1 c => Reasons.Required(c.Message, message => new RequestEvent.Form1Returned(message)),
        AskQuestion c => Reasons.Required(c.Message, message => new RequestEvent.QuestionAsked(message)),
        AnswerQuestion c => Brokering.Answer(request, c),
        DeclineRequest c => Reasons.Required(c.Message, message => new RequestEvent.RequestDeclined(message)),
        MatchLeadingTeacher c => Brokering.Match(request, c, facts),
        AgreeToTakePart c => Brokering.Agree(request, c, actor.Person.Id),
        DeclineToTakePart c =>
            Reasons.Required(c.Message, message => new RequestEvent.TeacherDeclined(actor.Person.Id, message)),
        NameTeachers c => Brokering.Name(request, c, facts),
        AcceptMatch c => Releasing.Accept(request, c),
        DeclineMatch c => Reasons.Required(c.Message, message => new RequestEvent.MatchDeclined(message)),
        AgreeRelease c => Reasons.Optional(c.Message, message => new RequestEvent.ReleaseAgreed(message)),
        DeclineRelease c => Reasons.Required(c.Message, message => new RequestEvent.ReleaseDeclined(message)),
        SignForm2 c => Confirming.Sign(request, c, actor),
        AskForChange c => Reasons.Required(c.Message, message => new RequestEvent.ChangeAsked(message)),
        ChangeForm2 c => Reasons.Required(c.Message, message => new RequestEvent.Form2Reopened(message)),
        NoteFollowUp c => Visiting.Note(request, c),
        CloseRequest c => Reflecting.Close(request, c, facts),
        AskForFollowUp c => Reasons.Required(c.Message, message => new RequestEvent.FollowUpAsked(message)),
        WithdrawRequest c => Ending.Withdraw(request, c),
        CancelProgramme c => Ending.Cancel(request, c, facts),
        _ => Decision.Reject(new Refusal.NotAtThisStage()),
    };
}
