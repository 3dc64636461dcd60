using System.Text;
using OutreachBot.Cards.Tests;

namespace OutreachBot.Benchmarks.Measures;

/// <summary>P11: the largest of all cards, as the JSON that is sent.</summary>
static class CardSizeMeasure
{
    public static Task<IReadOnlyList<Figure>> RunAsync()
    {
        var sizes = Gallery.Everything.Select(shown => (shown.Name, Bytes: Encoding.UTF8.GetByteCount(shown.Json)))
            .OrderBy(one => one.Bytes).ToList();
        var (largest, middle) = (sizes[^1], sizes[sizes.Count / 2]);
        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            new("P11", "size of the largest card, KB", "≤ 20", Kilobytes(largest.Bytes),
                $"{sizes.Count} cards; the middle one has {Kilobytes(middle.Bytes)} KB; the largest is "
                + $"“{largest.Name}”"),
        ]);
    }

    static string Kilobytes(int bytes) => FormattableString.Invariant($"{bytes / 1024.0:0.0}");
}
