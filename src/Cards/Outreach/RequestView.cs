using AdaptiveCards;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Outreach;

/// <summary>What a card about a request is drawn from.</summary>
public sealed record RequestView(Case Case, Actor Viewer, Facts Facts) : View(Case, Viewer, Facts)
{
    public Request Request { get; } = (Request)Case;

    /// <summary>What of it the viewer may see.</summary>
    public Sight Sight { get; } = new((Request)Case, Viewer);

    public IReadOnlyList<Part> Parts => Sight.Parts;

    public bool Is(Part part) => Sight.IsAny(part);

    public bool IsAny(params ReadOnlySpan<Part> parts) => Sight.IsAny(parts);

    /// <summary>Whether the viewer may ask this now: the deciders say so.</summary>
    public bool May(Command command) => Decider.May(Request, command, Viewer);

    public override bool IsTheirs => Parts.Count > 0;

    public override bool IsListed => IsTheirs || Sight.MayKnowVacancy;

    public override bool IsWaitedFor => base.IsWaitedFor || Sight.MayKnowVacancy;

    public override string Subject => RequestWords.Subject(Request, Scheme);

    public override string Standing =>
        IsTheirs ? RequestWords.Stage(Request.Stage) : "A post of this request is empty.";

    public override FormViews Forms => new RequestFormViews(this);

    public override AdaptiveCard? Card() => CardFor.Request(this);

    public override AskedReason? Reason(string verb) => RequestReasons.For(verb, Request);

    public override string Did(string what) => RequestHistory.Did(what);

    public override bool IsAction(HistoryEntry happening) => RequestHistory.IsAction(happening);

    public override bool MayKnow(HistoryEntry happening) => Sight.MayKnow(happening);

    public override bool MayRead(HistoryEntry happening) => Sight.MayReadWords(happening);

    public override bool MayName(Turn turn) => Sight.MayKnowHolder((Turn<Part>)turn);

    public override string Words(Refusal why) => RequestRefusalWords.Of(why);

    public override string Label(Option option) => RequestWords.Label(this, option);
}
