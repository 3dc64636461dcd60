using System.Globalization;
using OutreachBot.Simulation.Measures;

namespace OutreachBot.Reliability;

/// <summary>One seed of several, and the share of every measure that is done with it.</summary>
/// <param name="Share">Counted from 0.</param>
/// <param name="Of">How many shares are the whole.</param>
sealed record Seed(int Number, int Share, int Of)
{
    /// <summary>What plays it again.</summary>
    public string Again => Of == 1 ? $"--seed {Number}" : $"--seed {Number} --share {Share + 1}/{Of}";

    public Extent Extent(string id, double part)
    {
        var extent =
            new Extent(Number, part, Path.Combine(Repository.Root, "samples")) { Tell = Console.Error.WriteLine };
        if (Of == 1) return extent;
        return extent with { Part = Share == 0 && All.Undivided.Contains(id) ? part : part / Of, Share = Share };
    }
}

/// <summary>Which seeds a run has, and how it says so.</summary>
/// <param name="Told">The arguments that give the same seeds again.</param>
sealed record Seeds(string Told, IReadOnlyList<Seed> All)
{
    const int Usual = 20;

    // Measures count their worlds from a multiple of the seed.
    const int Largest = 200_000;

    public static Seeds Of(Func<string, string?> argument)
    {
        if (argument("--seed") is { } named)
        {
            var numbers = named.Split(',').Select(Number).ToList();
            var (share, of) = argument("--share")?.Split('/') is [var which, var all]
                ? (Number(which) - 1, Number(all))
                : (0, numbers.Count);
            return new($"--seed {named}", [.. numbers.Select((number, index) => new Seed(number, share + index, of))]);
        }

        var (count, master) = (Number(argument("--seeds") ?? $"{Usual}"),
            Number(argument("--master") ?? $"{Random.Shared.Next(Largest)}"));
        var drawn = Enumerable.Range(1, Largest).ToArray();
        new Random(master).Shuffle(drawn);
        return new(
            $"--seeds {count} --master {master}",
            [.. drawn.Take(count).Select((number, index) => new Seed(number, index, count))]);
    }

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
