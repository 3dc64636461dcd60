namespace OutreachBot.Simulation;

/// <summary>What becomes of a call that does not go well.</summary>
public abstract record Fate
{
    Fate()
    {
    }

    /// <summary>It does nothing, and the caller is told that the connection was refused.</summary>
    public sealed record Refused : Fate;

    /// <summary>It takes effect, and the connection breaks before the answer.</summary>
    public sealed record AnswerLost : Fate;

    /// <summary>The caller waits in vain. It takes effect after some time, or never.</summary>
    public sealed record Unanswered(TimeSpan? TakesEffectAfter) : Fate;

    /// <summary>Somebody answers in the service's place, such as a proxy or a service that is busy.</summary>
    /// <param name="TakesEffect">It was done all the same.</param>
    public sealed record Answered(int Status, string Code, bool TakesEffect = false, int? RetryAfter = null) : Fate;

    /// <summary>The instance is killed at this moment.</summary>
    /// <param name="TakesEffect">The call had got through.</param>
    public sealed record Killed(bool TakesEffect) : Fate;

    /// <summary>The call takes this much longer, and nothing is wrong with it.</summary>
    public sealed record Slow(TimeSpan By) : Fate;

    /// <summary>Whether the caller cannot know whether it took effect, and it did.</summary>
    public bool IsAmbiguous => this is AnswerLost or Answered { TakesEffect: true }
        or Unanswered { TakesEffectAfter: not null } or Killed { TakesEffect: true };
}
