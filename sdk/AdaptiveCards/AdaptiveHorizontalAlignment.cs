namespace AdaptiveCards;

/// <summary>Where text stands in its line.</summary>
public enum AdaptiveHorizontalAlignment
{
    Left,
    Center,
    Right,
    Stretch,
}
