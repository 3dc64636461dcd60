using System.Text.Json.Nodes;
using OutreachBot.Channel;
using OutreachBot.Simulation.Tables;
using OutreachBot.Simulation.Verification;

namespace OutreachBot.Simulation;

/// <summary>Where a world begins.</summary>
/// <param name="Samples">The folder of the authority: who lives here.</param>
public sealed record WorldSettings(string Samples)
{
    /// <summary>Nine on a Monday in term.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public int Buckets { get; init; } = 4;

    /// <summary>What is stored already; the directory at least.</summary>
    public MemoryTables? Tables { get; init; }

    /// <summary>What has been received and answered before.</summary>
    public Past? Past { get; init; }

    public IReadOnlyList<TeamsUser> People { get; init; } = TeamsUser.Read(Samples);
}

/// <summary>What has happened in Teams until some moment.</summary>
/// <param name="Messages">The messages in everybody's chat.</param>
/// <param name="Received">What the connector has received.</param>
/// <param name="Delivered">What people did, and the bot's answers.</param>
/// <param name="Ids">How many ids have been given.</param>
public sealed record Past(
    IReadOnlyList<(TeamsUser User, string Id, JsonObject Activity)> Messages, IReadOnlyList<Received> Received,
    IReadOnlyList<(JsonObject Activity, BotAnswer? Answer)> Delivered, int Ids);
