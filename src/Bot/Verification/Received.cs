using System.Text.Json.Nodes;

namespace OutreachBot.Bot.Verification;

/// <summary>What a connector received about somebody's chat, or what a person was shown in answer to a press.</summary>
/// <param name="At">When it arrived.</param>
/// <param name="Instance">Which instance of the bot sent it.</param>
/// <param name="Person">Tenant and object id of whose chat it is.</param>
/// <param name="Message">The message that appeared or changed.</param>
/// <param name="IsNew">A new message, as against one that changed.</param>
/// <param name="IsAnswer">It answers what the person has just done, and keeps no promise.</param>
/// <param name="Status">What the connector answered; 200 and 201 took effect.</param>
/// <param name="Card">The adaptive card.</param>
public sealed record Received(
    DateTimeOffset At, string Instance, string Person, string Message, bool IsNew, bool IsAnswer, int Status, JsonObject? Card);
