namespace AdaptiveCards;

/// <summary>How heavy text is.</summary>
public enum AdaptiveTextWeight
{
    Default,
    Lighter,
    Bolder,
}
