using AdaptiveCards;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Tests.Workflows.Loans;

/// <summary>What a loan shows this viewer.</summary>
sealed record LoanView(Case Case, Actor Viewer, Facts Facts) : View(Case, Viewer, Facts)
{
    Loan Loan => (Loan)Case;

    public override bool IsTheirs => Loan.PartsOf(Viewer).Any();

    public override string Subject => "A loan";

    public override string Standing => Loan.IsOver ? "answered" : "with the coordinators";

    public override AdaptiveCard? Card() => !IsTheirs ? null : Loan.TurnOf(Viewer) is null
        ? Frame.Around(this, "A loan", "A loan.", [Element.Text(Standing)], [])
        : Frame.Around(
            this, "May they borrow it?", $"{Loan.Borrower!.Name} asks for a loan: agree?", [],
            [this.Primary("Agree", LoanCards.Agree), this.Plain("Refuse", LoanCards.Refuse)]);

    public override string Did(string what) => what switch
    {
        nameof(LoanEvent.LoanAgreed) => "agreed to the loan",
        nameof(LoanEvent.LoanRefused) => "refused the loan",
        _ => "asked for a loan",
    };

    public override bool MayKnow(HistoryEntry happening) => IsTheirs;

    public override bool MayRead(HistoryEntry happening) => IsTheirs;
}

/// <summary>What a loan's buttons and words ask for.</summary>
sealed class LoanCards : WorkflowCards
{
    public const string Agree = "agree-to-loan";
    public const string Refuse = "refuse-loan";

    public override CaseWorkflow Workflow { get; } = new LoanWorkflow();

    public override Starting Start { get; } = new("New loan", "start-loan", "borrow borrowing", "borrow something");

    public override View View(Case now, Actor viewer, Facts facts) => new LoanView(now, viewer, facts);

    public override AdaptiveCard MayNotStart() => HelpCard.Problem("Loans are for schools", "Ask your headteacher.");

    public override IReadOnlyDictionary<string, Func<ActionInput, Command>> Commands { get; } =
        new Dictionary<string, Func<ActionInput, Command>>
        {
            [Agree] = press => new LoanCommand.AgreeToLoan(press.Message),
            [Refuse] = press => new LoanCommand.RefuseLoan(press.Message),
        };

    public override IReadOnlyList<TypedWord> Words { get; } =
        [new("refuse refused") { Asks = (_, rest) => new(new LoanCommand.RefuseLoan(rest)) }];
}
