namespace OutreachBot.Bot.Tests;

/// <summary>Time that runs as it does, and began at nine on a Monday in term.</summary>
sealed class TermTime : TimeProvider
{
    readonly TimeSpan shift = new DateTimeOffset(Some.Today, new TimeOnly(9, 0), TimeSpan.Zero) - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
}
