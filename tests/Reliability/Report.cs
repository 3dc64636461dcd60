using System.Globalization;
using System.Text;
using OutreachBot.Simulation.Measures;

namespace OutreachBot.Reliability;

/// <summary>What was measured, as a page.</summary>
static class Report
{
    public static string Of(IReadOnlyList<Measured> found, int seed)
    {
        var rows = found.Append(Rows).OrderBy(measured => int.Parse(measured.Id.AsSpan(1), CultureInfo.InvariantCulture));
        var page = new StringBuilder($"""
            # Nothing lost, nobody fooled

            Measured on {DateTime.UtcNow:yyyy-MM-dd} with `dotnet run --project tests/Reliability -- --seed {seed}`, which writes this page. The bot as it
            is composed runs in a world of its own: storage, Teams, tokens and time are in memory, every wait ends when the seed
            says so, and instances are killed, paused and started again. What the store and Teams hold at the end must satisfy the
            invariants I1 to I10 (`src/Bot/Verification`). A part of each measure runs with `dotnet test`.

            | | test | figure asked | figure reached |
            | --- | --- | --- | --- |

            """);
        foreach (var measured in rows)
            page.AppendLine(CultureInfo.InvariantCulture, $"| {measured.Id} | {measured.Test} | {measured.Asked} | {(measured.IsMet ? "" : "**missed** ")}{measured.Reached} |");
        return page.ToString();
    }

    static Measured Rows { get; } = new(
        "R12", "rows written by every earlier version of the code", "all read", "all read: tests/Bot.Tests/Storage/Rows, with each `dotnet test`", []);
}
