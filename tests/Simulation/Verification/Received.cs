using System.Text.Json;
using System.Text.Json.Nodes;

namespace OutreachBot.Simulation.Verification;

/// <summary>What a connector received about somebody's chat, or the card with which a press was answered.</summary>
/// <param name="At">When it arrived.</param>
/// <param name="Instance">Which instance of the bot sent it.</param>
/// <param name="Person">Tenant and object id of whose chat it is, as <c>tenant.object</c>.</param>
/// <param name="Message">The message that appeared or changed.</param>
/// <param name="IsNew">A new message, as against one that changed.</param>
/// <param name="IsAnswer">It answers what the person has just done, and delivers no item.</param>
/// <param name="Status">What the connector answered; below 300 it took effect.</param>
/// <param name="Card">The adaptive card.</param>
public sealed record Received(
    DateTimeOffset At, string Instance, string Person, string Message, bool IsNew, bool IsAnswer, int Status,
    JsonObject? Card)
{
    public bool TookEffect => Status < 300;

    /// <summary>What is read of the card. Null: there is none.</summary>
    public ShownCard? Shown => shown ??= Card is null ? null : new(Card);

    ShownCard? shown;

    /// <summary>From a file with one JSON object on each line, with the names above in camel case.</summary>
    public static async Task<IReadOnlyList<Received>> ReadAsync(string file)
    {
        var all = new List<Received>();
        await foreach (var line in File.ReadLinesAsync(file))
            if (line.Length > 0) all.Add(JsonSerializer.Deserialize<Received>(line, JsonSerializerOptions.Web)!);
        return all;
    }

    public string ToLine() => JsonSerializer.Serialize(
        new { At, Instance, Person, Message, IsNew, IsAnswer, Status, Card }, JsonSerializerOptions.Web);
}
