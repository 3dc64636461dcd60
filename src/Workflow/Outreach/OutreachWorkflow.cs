using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Workflow.Outreach;

/// <summary>A school asks for a leading teacher's time, from form 1 to the payment statement.</summary>
public sealed class OutreachWorkflow : CaseWorkflow<Request, RequestEvent>
{
    /// <summary>As rows name it.</summary>
    public const string StoredName = "outreach";

    public override string Name => StoredName;

    public override Command Start { get; } = new RequestCommand.StartRequest();

    public override bool MayStart(Actor actor) => actor.AsksAs is not null;

    public override Case New(CaseId id) => new Request(id);

    public override IEnumerable<SchemeMistake> Check(Scheme scheme) => SchemeRules.Check(scheme);

    protected override bool May(Request now, Command command, Actor actor) => Decider.May(now, command, actor);

    protected override Decision Decide(Request now, Command command, Actor actor, Facts facts) =>
        Decider.Decide(now, command, actor, facts);

    protected override Request Evolve(Request before, Recorded recorded) => Evolution.Evolve(before, recorded);

    protected override Consequences After(
        Request before, Request after, IReadOnlyList<Recorded> events, Facts facts) =>
        RequestConsequences.Of(before, after, events, facts);

    protected override Command? Yes(Request now, Actor actor, string message) => Answering.Yes(now, actor, message);

    protected override Command? No(Request now, Actor actor, string message) => Answering.No(now, actor, message);

    protected override bool IsStillTrue(Notice notice, Request now, Authority authority) =>
        notice.StillTrue(now, authority);

    protected override IEnumerable<Notice> Instead(Request now, Turn turn, Authority authority, int version) =>
        Successors.Of(now, (Turn<Part>)turn, authority, version);
}
