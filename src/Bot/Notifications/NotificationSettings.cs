namespace OutreachBot.Bot.Notifications;

/// <summary>How items are shared among instances.</summary>
public sealed record NotificationSettings
{
    /// <summary>
    /// A claim that an instance has seen unchanged for this long is another's that died, and is taken over. Longer than
    /// any delivery takes.
    /// </summary>
    public TimeSpan ClaimHolds { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many instances share what Teams allows the app in a tenant.</summary>
    public int Instances { get; init; } = 1;
}
