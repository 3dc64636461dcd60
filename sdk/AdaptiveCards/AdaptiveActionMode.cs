namespace AdaptiveCards;

/// <summary>Where a button stands.</summary>
public enum AdaptiveActionMode
{
    Primary,
    Secondary,
}
