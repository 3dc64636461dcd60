namespace AdaptiveCards;

/// <summary>What a block of text is to a screen reader.</summary>
public enum AdaptiveTextBlockStyle
{
    Paragraph,
    Heading,
}
