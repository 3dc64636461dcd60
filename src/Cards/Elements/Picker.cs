using System.Text;
using AdaptiveCards;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Cards.Elements;

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
            Id = ActionData.Field(ActionData.Find, view.Typed?.Try ?? 0),
            Label = "Part of a name",
            Value = Sought(view),
            MaxLength = 100,
        };
        yield return Element.Small(Found(view, options) switch
        {
            [] => "Nobody is called like that. Please write another part of the name, and press Find.",
            var found =>
                $"{found.Count} of {options.Count} are in the list. To see others, write part of a name and press "
                + "Find.",
        });
    }

    /// <summary>What was sought is among these, the best first: as many as a card can hold.</summary>
    public static IReadOnlyList<Option> Found(View view, IReadOnlyList<Option> options) =>
        IsLong(options) ? [.. Fitting(options.Where(option => IsSought(option, view)), MostBytes)] : options;

    /// <summary>The options for a card: all, or those that were found and those that were chosen before.</summary>
    public static IReadOnlyList<Option> Shown(
        View view, IReadOnlyList<Option> options, IReadOnlyCollection<string> chosen)
    {
        var kept = options.Where(option => chosen.Contains(option.Id)).ToList();
        var found = Fitting(Found(view, options).Except(kept), MostBytes - kept.Sum(Bytes)).ToHashSet();
        return IsLong(options)
            ? [.. options.Where(option => found.Contains(option) || kept.Contains(option))]
            : options;
    }

    static IEnumerable<Option> Fitting(IEnumerable<Option> options, int bytes) =>
        options.TakeWhile(option => (bytes -= Bytes(option)) >= 0);

    static bool IsSought(Option option, View view) =>
        Plain(option.Label).Contains(Plain(Sought(view)), StringComparison.OrdinalIgnoreCase);

    static string Sought(View view) => view.Typed?.Answers.Text(ActionData.Find).Trim() ?? "";

    static string Plain(string name) => Accents.Off(Accents.Joined(name));

    static int Bytes(Option option) =>
        Encoding.UTF8.GetByteCount(option.Label) + Encoding.UTF8.GetByteCount(option.Id) + AroundEach;
}
