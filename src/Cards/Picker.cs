using System.Text;
using AdaptiveCards;
using OutreachBot.Workflow;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Cards;

/// <summary>A list to choose from. One that would make the card too large to be sent becomes a search.</summary>
static class Picker
{
    // A third of a card; what is on it besides needs the rest.
    const int MostBytes = 6_000;
    const int AroundEach = 40;

    public static bool IsLong(IReadOnlyList<Option> options) => options.Sum(Bytes) > MostBytes;

    /// <summary>The field for part of a name, before a list of which only some are shown.</summary>
    public static IEnumerable<AdaptiveElement> Search(View view, IReadOnlyList<Option> options)
    {
        if (!IsLong(options)) yield break;

        yield return new AdaptiveTextInput
        {
            Id = Carried.Field(Carried.Find, view.Typed?.Try ?? 0),
            Label = "Part of a name",
            Value = Sought(view),
            MaxLength = 100,
        };
        yield return Kit.Small($"{Shown(view, options, []).Count} of {options.Count} are in the list below. To see others, write part of a name and press Find.");
    }

    /// <summary>The options for a card: all, or those that were chosen and as many of those that were sought as it can hold.</summary>
    public static IReadOnlyList<Option> Shown(View view, IReadOnlyList<Option> options, IReadOnlyCollection<string> chosen)
    {
        if (!IsLong(options)) return options;

        var sought = Plain(Sought(view));
        var shown = options.Where(option => chosen.Contains(option.Id)).ToList();
        var bytes = shown.Sum(Bytes);
        foreach (var option in options.Except(shown).Where(option => Plain(option.Label).Contains(sought, StringComparison.OrdinalIgnoreCase)).ToList())
        {
            bytes += Bytes(option);
            if (bytes > MostBytes) break;
            shown.Add(option);
        }
        return [.. options.Where(shown.Contains)];
    }

    static string Sought(View view) => view.Typed?.Answers.Text(Carried.Find).Trim() ?? "";

    static string Plain(string name) => Accents.Off(Accents.Joined(name));

    static int Bytes(Option option) => Encoding.UTF8.GetByteCount(option.Label) + Encoding.UTF8.GetByteCount(option.Id) + AroundEach;
}
