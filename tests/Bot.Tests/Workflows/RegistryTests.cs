using AdaptiveCards;
using OutreachBot.Bot.Tests.Workflows.Loans;
using OutreachBot.Bot.Workflows;
using OutreachBot.Cards.Elements;
using OutreachBot.Cards.Outreach;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests;

// What is one workflow's own is nobody else's; the start says who claims what twice.
public sealed class RegistryTests
{
    [Fact]
    public void Workflows_that_share_nothing_stand_side_by_side()
    {
        var registry = Registered(new OutreachCards(), new LoanCards());

        Assert.IsType<LoanCards>(registry.WithVerb(LoanCards.Agree));
        Assert.IsType<OutreachCards>(registry.WithVerb(RequestVerbs.Match));
        Assert.Null(registry.WithVerb(Verbs.Show));
    }

    [Theory]
    [InlineData("agree-release", "outreach and other both claim the verb agree-release.")]
    [InlineData("start", "outreach and other both claim the verb start.")]
    [InlineData("show", "other claims the verb show, which is shared.")]
    public void A_verb_belongs_to_one(string verb, string problem) =>
        Assert.Equal(problem, Problem(new OutreachCards(), new Other { Verb = verb }));

    [Theory]
    [InlineData("withdraw", "the word withdraw")]
    [InlineData("help", "what is typed as help")]
    [InlineData("other cancelled", "what is typed as cancelled")]
    [InlineData("other requests", "what is typed as requests")]
    public void A_typed_word_and_every_way_to_write_it_belongs_to_one(string word, string claimed) =>
        Assert.Contains(claimed, Problem(new OutreachCards(), new Other { Word = word }));

    [Fact]
    public void The_word_that_starts_one_belongs_to_it_too() =>
        Assert.Contains("the word borrow", Problem(new LoanCards(), new Other { Word = "borrow" }));

    [Fact]
    public void A_name_belongs_to_one() =>
        Assert.Contains("both claim the name other", Problem(new Other(), new Other { Verb = "b", Word = "b", Starts = "c" }));

    [Fact]
    public void A_case_and_its_events_belong_to_one() =>
        Assert.Contains("both claim the case", Problem(new LoanCards(), new Other { Rules = new Again() }));

    [Fact]
    public void The_name_of_an_event_belongs_to_one() =>
        Assert.Contains(
            "both claim the event LoanAgreed", Problem(new LoanCards(), new Other { Rules = new Namesake() }));

    [Fact]
    public void Facts_come_from_one_source() => Assert.Contains(
        "both claim facts for outreach",
        Assert.Throws<InvalidOperationException>(() => new Registry(
            new([new OutreachWorkflow()]), [new OutreachCards()],
            [new OutreachFacts(null!, null!, null!), new OutreachFacts(null!, null!, null!)])).Message);

    static Registry Registered(params WorkflowCards[] all) =>
        new(new([.. all.Select(one => one.Workflow)]), all, []);

    static string Problem(params WorkflowCards[] all) =>
        Assert.Throws<InvalidOperationException>(() => Registered(all)).Message;

    sealed class Other : WorkflowCards
    {
        public string Verb { get; init; } = "other";
        public string Word { get; init; } = "other";
        public string Starts { get; init; } = "begin-other";
        public CaseWorkflow Rules { get; init; } = new Plain();

        public override CaseWorkflow Workflow => Rules;
        public override Starting Start => new("Other", Starts, Starts, "other");

        public override IReadOnlyDictionary<string, Func<ActionInput, Command>> Commands =>
            new Dictionary<string, Func<ActionInput, Command>> { [Verb] = _ => new Command.FollowDirectory() };

        public override IReadOnlyList<TypedWord> Words => [new(Word)];

        public override View View(Case now, Actor viewer, Facts facts) => throw new NotSupportedException();

        public override AdaptiveCard MayNotStart() => throw new NotSupportedException();
    }

    abstract class Idle<TCase, TEvent> : CaseWorkflow<TCase, TEvent>
        where TCase : Case
        where TEvent : CaseEvent
    {
        public override string Name => "other";
        public override Command Start => new Command.FollowDirectory();

        public override bool MayStart(Actor actor) => false;

        public override Case New(CaseId id) => throw new NotSupportedException();

        protected override bool May(TCase now, Command command, Actor actor) => false;

        protected override Decision Decide(TCase now, Command command, Actor actor, Facts facts) => Decision.Nothing;

        protected override TCase Evolve(TCase before, Recorded recorded) => before;

        protected override Consequences After(
            TCase before, TCase after, IReadOnlyList<Recorded> events, Facts facts) => new([], []);

        protected override Command? Yes(TCase now, Actor actor, string message) => null;

        protected override Command? No(TCase now, Actor actor, string message) => null;
    }

    sealed class Plain : Idle<PlainCase, PlainEvent>;

    sealed class Again : Idle<Loan, PlainEvent>;

    sealed class Namesake : Idle<PlainCase, NamesakeEvent>;

    sealed record PlainCase(CaseId Id) : Case(Id)
    {
        public override IReadOnlyList<Turn> Turns => [];
        public override bool IsOver => false;
        public override bool IsBegun => false;
    }

    public abstract record PlainEvent : CaseEvent
    {
        public sealed record PlainHappened : PlainEvent;
    }

    public abstract record NamesakeEvent : CaseEvent
    {
        public sealed record LoanAgreed : NamesakeEvent;
    }
}
