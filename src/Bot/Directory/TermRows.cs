using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Directory;

/// <summary>Rows of terms.csv: spans of days of one school, or of all.</summary>
static class TermRows
{
    static readonly Dictionary<string, TermKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["term"] = TermKind.Term,
        ["half-term"] = TermKind.HalfTerm,
        ["holiday"] = TermKind.Holiday,
        ["closure"] = TermKind.Closure,
    };

    /// <returns>Null: it cannot be read, and the row says why.</returns>
    public static TermEntry? Read(DirectoryRow row, HashSet<string> urns)
    {
        var (urn, from, to) = (row.Text("schoolUrn"), row.Day("from"), row.Day("to"));
        row.Required("from");
        row.Required("to");
        if (urn.Length > 0 && urns.Count > 0 && !urns.Contains(urn))
            row.Wrong(
                "schoolUrn", "There is no such school in schools.csv.",
                "Please correct the number, or leave it empty for all schools.");
        if (from > to) row.Wrong("to", "The days end before they begin.", "Please put the earlier day into from.");
        else if (to > from?.AddYears(1))
            row.Wrong("to", "These are more days than a year has.", "Please look at the years.");
        if (KindOf(row.Text("kind")) is not { } kind)
        {
            row.Wrong(
                "kind", "There is no such kind of days.",
                $"Did you mean {Nearness.Nearest(row.Text("kind").ToLowerInvariant(), Kinds.Keys)}?");
            return null;
        }
        return from is { } first && to is { } last ? new(urn.Length > 0 ? urn : null, first, last, kind) : null;
    }

    static TermKind? KindOf(string written) => Kinds.TryGetValue(written, out var kind) ? kind : null;
}
