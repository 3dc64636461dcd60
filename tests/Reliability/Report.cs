using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using OutreachBot.Scenarios.Audience;
using OutreachBot.Simulation.Measures;

namespace OutreachBot.Reliability;

/// <summary>What was measured, as a page.</summary>
static class Report
{
    public static string Of(IReadOnlyList<Measured> found, Seeds seeds)
    {
        var rows =
            found.Append(Rows).OrderBy(measured => int.Parse(measured.Id.AsSpan(1), CultureInfo.InvariantCulture));
        var page = new StringBuilder($"""
            # Nothing lost, nobody fooled

            Measured on {DateTime.UtcNow:yyyy-MM-dd} with
            `dotnet run -c Release --project tests/Reliability -- {seeds.Told}`, which writes this page. The bot as it is
            composed runs in a world of its own: storage, Teams, tokens and time are in memory, every wait ends when the
            seed says so, and instances are killed, paused and started again. What the store and Teams hold at the end
            must satisfy the invariants I1 to I10 (`tests/Simulation/Verification`). {Shares(seeds)} A part of each measure runs
            with `dotnet test`, with another seed each time.

            | | test | figure asked | figure reached |
            | --- | --- | --- | --- |

            """);
        foreach (var measured in rows)
            page.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {measured.Id} | {measured.Test} | {measured.Asked} | "
                + $"{(measured.IsMet ? "" : "**missed** ")}{measured.Figure} |");
        return page.Append(CultureInfo.InvariantCulture, $"""

            What else is held to, in every run of the tests:

            - **Bad input:** {Corpus():N0} cases in `tests/Bot.Tests/BadInput`, each a row of a file with its expectation
              beside it. What is refused writes nothing, calls nobody, and leaves one line in the log without personal data.
            - **Audience:** {Scene.Pairs:N0} pairs of a person and a state ({CanaryStory.States.Count} states,
              {Viewers.Everybody.Count:N0} people: every role at every school, with and without a part) against one table,
              `src/Workflow/Outreach/audience.md`: what each may see, and whether each may give every command.
              Strangers and people of other schools press and type everything against the bot as it runs, and every
              answer, chat, log line and trace is searched for what they should not get.

            """).ToString();
    }

    static string Shares(Seeds seeds) => seeds.All.Count == 1 ? "" : $"""

        Each of {seeds.All.Count} seeds does its share of every measure in worlds of its own, and the shares together are
        the whole; every one has to reach the figure. Counts are of all seeds together, times and percentages of the
        worst. The seeds are
        {string.Join(", ", seeds.All.Select(seed => seed.Number))}.
        """;

    static int Corpus() => Directory.EnumerateFiles(
        Path.Combine(Repository.Root, "tests", "Bot.Tests", "BadInput"), "*.json", SearchOption.AllDirectories)
        .Select(file => JsonNode.Parse(File.ReadAllText(file)))
        .Sum(file => (file as JsonArray ?? file!["cases"]!.AsArray()).Count);

    static Measured Rows { get; } = new(
        "R12", "rows written by every earlier version of the code", "all read",
        $"all read: tests/Bot.Tests/Storage/Rows, with each `dotnet test`", []);
}
