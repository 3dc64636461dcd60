namespace OutreachBot.Sdk.Tests.Bots;

/// <summary>A clock that stands where it is put.</summary>
sealed class SetTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
