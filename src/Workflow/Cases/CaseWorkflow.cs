using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Workflow.Cases;

/// <summary>
/// The rules of one workflow: how a case begins, who may ask what, what comes of it, and who is told. Pure: the same
/// input comes to the same, anywhere.
/// </summary>
public abstract class CaseWorkflow
{
    /// <summary>What rows call it. It never changes.</summary>
    public abstract string Name { get; }

    /// <summary>What its state is read into. No other workflow has the same.</summary>
    public abstract Type CaseType { get; }

    /// <summary>The events that it alone records. Rows have their names, which no other workflow may take.</summary>
    public abstract IReadOnlyList<Type> Events { get; }

    /// <summary>The command that opens a case.</summary>
    public abstract Command Start { get; }

    /// <summary>Whether this person may open one.</summary>
    public abstract bool MayStart(Actor actor);

    /// <summary>A case of which nothing is known yet.</summary>
    public abstract Case New(CaseId id);

    /// <summary>Whether this person may ask this now. Cards show a button only where it is so.</summary>
    public abstract bool May(Case now, Command command, Actor actor);

    /// <summary>Decides a command against the case as it stands. Nothing is changed here.</summary>
    public abstract Decision Decide(Case now, Command command, Actor actor, Facts facts);

    /// <summary>The case after something has happened to it. It never refuses: what is recorded has happened.</summary>
    public abstract Case Evolve(Case before, Recorded recorded);

    /// <summary>Who is told and what is brought in line, once something has happened.</summary>
    public abstract Consequences After(Case before, Case after, IReadOnlyList<Recorded> events, Facts facts);

    /// <summary>
    /// What a plain yes means to somebody just now. Null: nothing that a yes could answer waits for them.
    /// </summary>
    public abstract Command? Yes(Case now, Actor actor, string message);

    /// <summary>
    /// What a plain no means to somebody just now. Null: nothing that a no could answer waits for them.
    /// </summary>
    public abstract Command? No(Case now, Actor actor, string message);

    /// <summary>Whether an item still says something true when its time has come.</summary>
    public abstract bool IsStillTrue(Notice notice, Case now, Authority authority);

    /// <summary>Who is told in the place of somebody whose turn it is and who cannot be reached.</summary>
    /// <param name="now">The case as it stands.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="authority">Who is who today.</param>
    /// <param name="version">The version that gave rise to the notice that was not delivered.</param>
    public abstract IEnumerable<Notice> Instead(Case now, Turn turn, Authority authority, int version);

    /// <summary>What it cannot work by in a scheme, besides what is wrong in any.</summary>
    public virtual IEnumerable<SchemeMistake> Check(Scheme scheme) => [];

    /// <summary>The case after all of this has happened.</summary>
    public Case Fold(Case before, IEnumerable<Recorded> events) => events.Aggregate(before, Evolve);
}

/// <summary>The same for a workflow whose cases and events are closed types.</summary>
/// <typeparam name="TCase">Its state.</typeparam>
/// <typeparam name="TEvent">What its events are nested in.</typeparam>
public abstract class CaseWorkflow<TCase, TEvent> : CaseWorkflow
    where TCase : Case
    where TEvent : CaseEvent
{
    public sealed override Type CaseType => typeof(TCase);

    public sealed override IReadOnlyList<Type> Events { get; } =
        [.. typeof(TEvent).GetNestedTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(TEvent)))];

    public sealed override bool May(Case now, Command command, Actor actor) => May((TCase)now, command, actor);

    public sealed override Decision Decide(Case now, Command command, Actor actor, Facts facts) =>
        Decide((TCase)now, command, actor, facts);

    public sealed override Case Evolve(Case before, Recorded recorded) => Evolve((TCase)before, recorded);

    public sealed override Consequences After(
        Case before, Case after, IReadOnlyList<Recorded> events, Facts facts) =>
        After((TCase)before, (TCase)after, events, facts);

    public sealed override Command? Yes(Case now, Actor actor, string message) => Yes((TCase)now, actor, message);

    public sealed override Command? No(Case now, Actor actor, string message) => No((TCase)now, actor, message);

    public sealed override bool IsStillTrue(Notice notice, Case now, Authority authority) =>
        IsStillTrue(notice, (TCase)now, authority);

    public sealed override IEnumerable<Notice> Instead(Case now, Turn turn, Authority authority, int version) =>
        Instead((TCase)now, turn, authority, version);

    protected abstract bool May(TCase now, Command command, Actor actor);

    protected abstract Decision Decide(TCase now, Command command, Actor actor, Facts facts);

    protected abstract TCase Evolve(TCase before, Recorded recorded);

    protected abstract Consequences After(
        TCase before, TCase after, IReadOnlyList<Recorded> events, Facts facts);

    protected abstract Command? Yes(TCase now, Actor actor, string message);

    protected abstract Command? No(TCase now, Actor actor, string message);

    // An item that is about a turn says nothing any more once the turn has been taken.
    protected virtual bool IsStillTrue(Notice notice, TCase now, Authority authority) => notice.Kind switch
    {
        NoticeKind.Reminder =>
            now.Turns.Any(turn => turn.Since == notice.Version && turn.Person.Id == notice.To),
        NoticeKind.Unreached => now.Turns.Any(turn => turn.Person.Id == notice.About),
        _ => true,
    };

    protected virtual IEnumerable<Notice> Instead(TCase now, Turn turn, Authority authority, int version) => [];
}
