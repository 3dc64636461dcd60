using AdaptiveCards;
using Newtonsoft.Json.Linq;

namespace OutreachBot.Sdk.Tests.AdaptiveCards;

/// <summary>A card like those that the bot sends: a headteacher is asked to release a teacher.</summary>
static class ReleaseCard
{
    public static AdaptiveCard New() => new("1.5")
    {
        FallbackText = "Release J. Patel for two days? Answer: approve 07-K3QX9",
        Speak = "Release J. Patel for two days?",
        Lang = "en",
        AdditionalProperties = { ["msteams"] = new { width = "Full" } },
        Body =
        {
            new AdaptiveTextBlock("Release a leading teacher")
            {
                Size = AdaptiveTextSize.Large,
                Weight = AdaptiveTextWeight.Bolder,
                Style = AdaptiveTextBlockStyle.Heading,
                Wrap = true,
            },
            new AdaptiveRichTextBlock
            {
                Inlines =
                {
                    new AdaptiveTextRun("Elm Grove Primary asks: ") { Weight = AdaptiveTextWeight.Bolder },
                    new AdaptiveTextRun("\"Help with guided reading, years 3–4\" 📚"),
                },
            },
            new AdaptiveContainer
            {
                Style = AdaptiveContainerStyle.Attention,
                Bleed = true,
                Items =
                {
                    new AdaptiveTextBlock("Please give a reason.") { Color = AdaptiveTextColor.Attention, Wrap = true },
                },
            },
            new AdaptiveTextInput
            {
                Id = "reason",
                Label = "Reason",
                IsMultiline = true,
                MaxLength = 500,
                Value = "On leave\nthat week",
            },
            new AdaptiveNumberInput { Id = "days", Label = "Days", Value = 2, Min = 0.5, Max = 9 },
            new AdaptiveDateInput { Id = "from", Label = "From", Value = "2026-11-16" },
            new AdaptiveChoiceSetInput
            {
                Id = "cover",
                Label = "Cover",
                Choices =
                {
                    new AdaptiveChoice { Title = "Own staff", Value = "own" },
                    new AdaptiveChoice { Title = "Supply", Value = "supply" },
                },
            },
            new AdaptiveToggleInput
            {
                Id = "safe",
                Title = "I have read the code of practice",
                ValueOn = "true",
                ValueOff = "false",
                Wrap = true,
            },
        },
        Actions =
        {
            Press("agree", "Agree", "positive"),
            Press("decline", "Decline", "destructive"),
            Press("later", "Ask me later")
        },
    };

    static AdaptiveExecuteAction Press(string verb, string title, string? style = null) => new()
    {
        Verb = verb,
        Title = title,
        Style = style,
        Data = new JObject { ["request"] = "07-K3QX9", ["version"] = 4, ["operation"] = "op-1" },
    };
}
