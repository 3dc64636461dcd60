using AdaptiveCards;

namespace OutreachBot.Cards.Elements;

/// <summary>
/// The few elements that all cards are made of, so that they look and behave alike. Whatever somebody typed, and every
/// name, goes into text runs, where nothing is read as markdown.
/// </summary>
public static class Element
{
    // Phones cut long words of a card before they cut lines, so a quotation is short and the whole can be read.
    public const int Quotation = 400;

    public static AdaptiveCard Card(
        string summary, IEnumerable<AdaptiveElement?> body, IEnumerable<AdaptiveAction?> actions) =>
        new(new AdaptiveSchemaVersion(1, 5))
        {
            FallbackText = summary,
            Speak = summary,
            Lang = "en",
            Body = [.. body.OfType<AdaptiveElement>()],
            Actions = [.. actions.OfType<AdaptiveAction>()],
        };

    /// <summary>Fixed words only.</summary>
    public static AdaptiveElement Heading(string words) => new AdaptiveTextBlock(words)
    {
        Size = AdaptiveTextSize.Large,
        Weight = AdaptiveTextWeight.Bolder,
        Style = AdaptiveTextBlockStyle.Heading,
        Wrap = true,
        Spacing = AdaptiveSpacing.Small,
    };

    /// <summary>Fixed words only.</summary>
    public static AdaptiveElement Subheading(string words) => new AdaptiveTextBlock(words)
    {
        Weight = AdaptiveTextWeight.Bolder,
        Wrap = true,
        Spacing = AdaptiveSpacing.Large,
    };

    public static AdaptiveElement Line(params ReadOnlySpan<AdaptiveInline> inlines) =>
        new AdaptiveRichTextBlock { Inlines = [.. inlines], Spacing = AdaptiveSpacing.Small };

    public static AdaptiveElement Small(string text) => new AdaptiveRichTextBlock
    {
        Inlines = [new AdaptiveTextRun(text) { Size = AdaptiveTextSize.Small, IsSubtle = true }],
        Spacing = AdaptiveSpacing.Small,
    };

    public static AdaptiveElement Text(string text) => Line(Run(text));

    /// <summary>A fact on one line. Its label is quiet, so that the eye finds what it says.</summary>
    public static AdaptiveElement Row(string label, string text) =>
        Line(Quiet(label.EndsWith('?') ? $"{label} " : $"{label}: "), Run(text));

    /// <summary>A label with a longer text of somebody's under it, cut to a quotation.</summary>
    public static AdaptiveElement? Quote(string label, string? text) =>
        string.IsNullOrEmpty(text) ? null : Said(label, Clip(text));

    /// <summary>A label with a longer text of somebody's under it, as it is.</summary>
    public static AdaptiveElement Said(string label, string text) => new AdaptiveContainer
    {
        Spacing = AdaptiveSpacing.Small,
        Items =
        [
            Line(Quiet(label)), new AdaptiveRichTextBlock { Inlines = [Run(text)], Spacing = AdaptiveSpacing.None }
        ],
    };

    /// <summary>Facts that belong together, apart from what is asked of the viewer.</summary>
    public static AdaptiveElement Facts(params IEnumerable<AdaptiveElement?> items) =>
        Box(AdaptiveContainerStyle.Emphasis, items);

    public static AdaptiveElement Box(AdaptiveContainerStyle style, params IEnumerable<AdaptiveElement?> items) =>
        new AdaptiveContainer
        {
            Style = style,
            Items = [.. items.OfType<AdaptiveElement>()],
            Spacing = AdaptiveSpacing.Medium
        };

    public static AdaptiveElement? Noted(Note? note) => note is null ? null : Box(
        note.Kind switch
        {
            NoteKind.Done => AdaptiveContainerStyle.Good,
            NoteKind.News => AdaptiveContainerStyle.Accent,
            NoteKind.Problem => AdaptiveContainerStyle.Attention,
        },
        Text(note.Text));

    /// <summary>
    /// An error beside its field. It is a line of its own, because screen readers are silent on errors.
    /// </summary>
    public static AdaptiveElement Error(string words) => new AdaptiveRichTextBlock
    {
        Inlines =
        [
            new AdaptiveTextRun(words) { Color = AdaptiveTextColor.Attention, Weight = AdaptiveTextWeight.Bolder }
        ],
        Spacing = AdaptiveSpacing.Small,
    };

    public static AdaptiveTextRun Run(string text) => new(text);

    public static AdaptiveTextRun Quiet(string text) => new(text) { IsSubtle = true };

    public static AdaptiveTextRun Bold(string text) => new(text) { Weight = AdaptiveTextWeight.Bolder };

    /// <summary>The start of a text, never ending in half a character.</summary>
    public static string Clip(string text)
    {
        if (text.Length <= Quotation) return text;
        var end = char.IsHighSurrogate(text[Quotation - 1]) ? Quotation - 1 : Quotation;
        return text[..end].TrimEnd() + " …";
    }
}
