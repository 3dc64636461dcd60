using Microsoft.Extensions.Time.Testing;

namespace OutreachBot.Bot.Tests;

/// <summary>Time that runs as it does, and began at nine on a Monday in term.</summary>
sealed class TermTime : TimeProvider
{
    static readonly DateTimeOffset Start = new(Some.Today, new TimeOnly(9, 0), TimeSpan.Zero);

    readonly TimeSpan shift = Start - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;

    /// <summary>A clock that stands at nine on a Monday in term until a test moves it.</summary>
    public static FakeTimeProvider Standing() => new(Start);
}
