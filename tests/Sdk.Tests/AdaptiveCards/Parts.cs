using AdaptiveCards;

namespace OutreachBot.Sdk.Tests.AdaptiveCards;

/// <summary>Every part of a card: with no more than the schema asks for, and with everything that it can say.</summary>
static class Parts
{
    public static Dictionary<string, object> Bare { get; } = new()
    {
        ["AdaptiveCard"] = new AdaptiveCard("1.5"),
        ["TextBlock"] = new AdaptiveTextBlock("Hello"),
        ["RichTextBlock"] = new AdaptiveRichTextBlock(),
        ["TextRun"] = new AdaptiveTextRun("Hello"),
        ["Container"] = new AdaptiveContainer(),
        ["Input.Text"] = new AdaptiveTextInput(),
        ["Input.Number"] = new AdaptiveNumberInput(),
        ["Input.Date"] = new AdaptiveDateInput(),
        ["Input.ChoiceSet"] = new AdaptiveChoiceSetInput(),
        ["Choice"] = new AdaptiveChoice { Title = "Coaching", Value = "coaching" },
        ["Input.Toggle"] = new AdaptiveToggleInput { Title = "I agree" },
        ["Action.Execute"] = new AdaptiveExecuteAction(),
    };

    public static Dictionary<string, object> Full { get; } = new()
    {
        ["AdaptiveCard"] = new AdaptiveCard(new AdaptiveSchemaVersion(1, 4))
        {
            Id = "c1",
            FallbackText = "Please answer on a computer.",
            Speak = "A request waits for you.",
            Lang = "en",
            Body = { new AdaptiveTextBlock("Hello") },
            Actions = { new AdaptiveExecuteAction { Title = "Agree" } },
            AdditionalProperties = { ["msteams"] = new { width = "Full" } },
        },
        ["TextBlock"] = new AdaptiveTextBlock
        {
            Id = "t1",
            Text = "Hello",
            Size = AdaptiveTextSize.ExtraLarge,
            Weight = AdaptiveTextWeight.Bolder,
            Color = AdaptiveTextColor.Attention,
            IsSubtle = true,
            Italic = true,
            Strikethrough = true,
            Wrap = true,
            MaxLines = 2,
            Style = AdaptiveTextBlockStyle.Heading,
            Spacing = AdaptiveSpacing.ExtraLarge,
            Separator = true,
            IsVisible = false,
        },
        ["RichTextBlock"] = new AdaptiveRichTextBlock
        {
            Inlines = { new AdaptiveTextRun("Hello, "), new AdaptiveTextRun("you") },
        },
        ["TextRun"] = new AdaptiveTextRun
        {
            Text = "Hello",
            Size = AdaptiveTextSize.Small,
            Weight = AdaptiveTextWeight.Lighter,
            Color = AdaptiveTextColor.Good,
            IsSubtle = true,
            Italic = true,
            Strikethrough = true,
            Highlight = true,
            Underline = true,
            AdditionalProperties = { ["lang"] = "cy" },
        },
        ["Container"] = new AdaptiveContainer
        {
            Style = AdaptiveContainerStyle.Default,
            Bleed = true,
            Items = { new AdaptiveTextBlock("Hello") },
        },
        ["Input.Text"] = new AdaptiveTextInput
        {
            Id = "why",
            Label = "Why",
            IsRequired = true,
            ErrorMessage = "Say why",
            Placeholder = "In a sentence",
            Value = "",
            IsMultiline = true,
            MaxLength = 400,
        },
        ["Input.Number"] = new AdaptiveNumberInput { Placeholder = "Days", Value = 3, Min = 0.5, Max = 9 },
        ["Input.Date"] = new AdaptiveDateInput
        {
            Placeholder = "First day",
            Value = "2026-11-16",
            Min = "2026-11-01",
            Max = "2027-03-31",
        },
        ["Input.ChoiceSet"] = new AdaptiveChoiceSetInput
        {
            Value = "coaching",
            Style = AdaptiveChoiceInputStyle.Expanded,
            IsMultiSelect = true,
            Choices = { new AdaptiveChoice { Title = "Coaching", Value = "coaching" } },
            Wrap = true,
            Placeholder = "Choose",
            AdditionalProperties = { ["choices.data"] = new { type = "Data.Query", dataset = "people" } },
        },
        ["Choice"] = new AdaptiveChoice { Title = "", Value = "" },
        ["Input.Toggle"] = new AdaptiveToggleInput
        {
            Title = "I agree",
            ValueOn = "yes",
            ValueOff = "no",
            Wrap = true,
            Value = "yes",
        },
        ["Action.Execute"] = new AdaptiveExecuteAction
        {
            Id = "a1",
            Title = "Agree",
            Style = "positive",
            IsEnabled = false,
            Tooltip = "Agree to the release",
            Verb = "agree",
            Data = new { request = "07-K3QX9", version = 4, final = true },
        },
    };
}
