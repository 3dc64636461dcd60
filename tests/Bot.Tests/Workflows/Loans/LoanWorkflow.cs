using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Tests.Workflows.Loans;

/// <summary>The rules of a loan.</summary>
sealed class LoanWorkflow : CaseWorkflow<Loan, LoanEvent>
{
    public override string Name => "loans";

    public override Command Start { get; } = new LoanCommand.AskForLoan();

    public override bool MayStart(Actor actor) => actor.Is(Role.Headteacher);

    public override Case New(CaseId id) => new Loan(id);

    protected override bool May(Loan now, Command command, Actor actor) => command switch
    {
        LoanCommand.AskForLoan => now.Version == 0 && MayStart(actor),
        LoanCommand => !now.IsOver && now.TurnOf(actor) is not null,
        _ => false,
    };

    protected override Decision Decide(Loan now, Command command, Actor actor, Facts facts) => command switch
    {
        Command.FollowDirectory => Decision.Nothing,
        _ when !May(now, command, actor) => Decision.Reject(
            now.PartsOf(actor).Any() ? new Refusal.NotAtThisStage() : new Refusal.NotYourPart()),
        LoanCommand.AskForLoan => Decision.Accept(new LoanEvent.LoanAsked(facts.Authority.Coordinators.First())),
        LoanCommand.AgreeToLoan c => Reasons.Optional(c.Message, said => new LoanEvent.LoanAgreed(said)),
        LoanCommand.RefuseLoan c => Reasons.Required(c.Message, said => new LoanEvent.LoanRefused(said)),
        _ => Decision.Reject(new Refusal.NotAtThisStage()),
    };

    protected override Loan Evolve(Loan before, Recorded recorded)
    {
        var after = recorded.What switch
        {
            LoanEvent.LoanAsked e => before with
            {
                Borrower = recorded.By,
                Scheme = "hampshire-lt",
                Waiting = [new(LoanPart.Lender, e.Lender, recorded.Number)],
            },
            LoanEvent.LoanAgreed => before with { Stage = LoanStage.Lent, Waiting = [] },
            LoanEvent.LoanRefused => before with { Stage = LoanStage.Refused, Waiting = [] },
            _ => before,
        };
        return after with { Version = recorded.Number, History = after.History.Add(recorded.Line) };
    }

    protected override Consequences After(
        Loan before, Loan after, IReadOnlyList<Recorded> events, Facts facts) => new(
        [
            new(after.Borrower!.Id, after.IsOver ? NoticeKind.News : NoticeKind.Update, after.Version),
            .. facts.Authority.Coordinators.Select(person => new Notice(
                person.Id, after.IsOver ? NoticeKind.Update : NoticeKind.YourTurn, after.Version)),
        ],
        [new(after.Borrower.Id, AlignmentKind.WorkList, after.Version)]);

    protected override Command? Yes(Loan now, Actor actor, string message) =>
        now.TurnOf(actor) is null ? null : new LoanCommand.AgreeToLoan(message);

    protected override Command? No(Loan now, Actor actor, string message) =>
        now.TurnOf(actor) is null ? null : new LoanCommand.RefuseLoan(message);
}
