using System.Text.Json.Nodes;

namespace OutreachBot.Channel;

/// <summary>What the bot answered to an activity.</summary>
public sealed record BotAnswer(int Status, JsonNode? Body)
{
    /// <summary>The card that takes the place of the one that was pressed.</summary>
    public CardReader Card => Status == 200 && (string?)Body?["type"] == "application/vnd.microsoft.card.adaptive"
        ? new(Body["value"]!.AsObject())
        : throw new InvalidOperationException($"The bot answered with {Status} and no card: {Body?.ToJsonString()}");
}
