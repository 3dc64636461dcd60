namespace AdaptiveCards;

/// <summary>Whether a press sends what was typed.</summary>
public enum AdaptiveAssociatedInputs
{
    Auto,
    None,
}
