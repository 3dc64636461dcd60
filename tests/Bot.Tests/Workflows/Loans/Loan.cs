using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Tests.Workflows.Loans;

enum LoanPart
{
    Borrower,
    Lender,
}

enum LoanStage
{
    Asking,
    Lent,
    Refused,
}

/// <summary>A headteacher borrows something from the authority's coordinators.</summary>
sealed record Loan(CaseId Id) : Case(Id)
{
    public LoanStage Stage { get; init; }
    public Person? Borrower { get; init; }
    public ImmutableList<Turn<LoanPart>> Waiting { get; init; } = [];

    [JsonIgnore]
    public override IReadOnlyList<Turn> Turns => Waiting;

    public override bool IsOver => Stage is not LoanStage.Asking;

    public override bool IsBegun => false;

    public IEnumerable<LoanPart> PartsOf(Actor actor)
    {
        if (Borrower?.Id == actor.Person.Id) yield return LoanPart.Borrower;
        if (actor.Is(Role.Coordinator)) yield return LoanPart.Lender;
    }

    public override Turn? TurnOf(Actor actor) => actor.Is(Role.Coordinator) ? Waiting.FirstOrDefault() : null;
}

/// <summary>What happened to a loan.</summary>
abstract record LoanEvent : CaseEvent
{
    public sealed record LoanAsked(Person Lender) : LoanEvent;

    public sealed record LoanAgreed(string Message) : LoanEvent
    {
        public override string Said => Message;
    }

    public sealed record LoanRefused(string Message) : LoanEvent
    {
        public override string Said => Message;
    }
}

/// <summary>What somebody asks for.</summary>
abstract record LoanCommand : Command
{
    public sealed record AskForLoan : LoanCommand;

    public sealed record AgreeToLoan(string Message) : LoanCommand;

    public sealed record RefuseLoan(string Message) : LoanCommand;
}
