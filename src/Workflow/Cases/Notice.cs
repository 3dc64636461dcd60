using OutreachBot.Workflow.Directory;

namespace OutreachBot.Workflow.Cases;

/// <summary>Why somebody hears of a case. The order is the order of importance.</summary>
public enum NoticeKind
{
    /// <summary>The card they already have is brought up to date, without a sound.</summary>
    Update,

    /// <summary>A new card tells them something; nothing is asked of them.</summary>
    News,

    /// <summary>A new card asks them to act.</summary>
    YourTurn,

    /// <summary>A new card asks again, if it is still their turn when the time has come.</summary>
    Reminder,

    /// <summary>A new card tells them that somebody whose turn it is cannot be reached.</summary>
    Unreached,

    /// <summary>A coordinator is told that a message has not arrived.</summary>
    Undelivered,

    /// <summary>A coordinator is told that the directory names nobody for a post that a case needs.</summary>
    Vacant,
}

/// <summary>
/// An item to tell somebody. It holds no text: its card is drawn from the case when it is sent, so that a late
/// notice is never stale and no personal data waits in a queue.
/// </summary>
/// <param name="Version">The case's version that gave rise to it; for a reminder the one at which the turn
/// began.</param>
/// <param name="Due">Not before this moment. Null: at once.</param>
/// <param name="About">Whom it is about, where that is not the reader: somebody who cannot be reached.</param>
/// <param name="Until">From this day on another one says the same, and this one, if it is late, nothing.</param>
public sealed record Notice(
    PersonId To, NoticeKind Kind, int Version, DateTimeOffset? Due = null, PersonId? About = null,
    DateOnly? Until = null);
