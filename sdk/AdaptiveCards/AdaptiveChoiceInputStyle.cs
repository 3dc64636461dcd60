namespace AdaptiveCards;

/// <summary>How choices are offered: as a list that opens, as buttons in the card, or by typing part of one.</summary>
public enum AdaptiveChoiceInputStyle
{
    Compact,
    Expanded,
    Filtered,
}
