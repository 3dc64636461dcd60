namespace AdaptiveCards;

/// <summary>Which keyboard a phone offers.</summary>
public enum AdaptiveTextInputStyle
{
    Text,
    Tel,
    Url,
    Email,
    Password,
}
