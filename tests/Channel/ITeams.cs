using System.Text.Json.Nodes;

namespace OutreachBot.Channel;

/// <summary>
/// What a chat needs of its Teams: over HTTP to a bot that runs, or in memory to one in virtual time.
/// </summary>
public interface ITeams
{
    Chat this[TeamsUser user] { get; }

    /// <summary>Posts an activity to the bot, whatever it is.</summary>
    Task<BotAnswer> PostAsync(JsonNode activity);

    /// <summary>The envelope of whatever this person does in their own chat, with an id of its own.</summary>
    JsonObject Activity(TeamsUser user, string type);

    /// <summary>The days of the bot that it speaks to.</summary>
    Calendar Calendar { get; }

    /// <summary>Waits until something is so that a call of the bot makes so.</summary>
    /// <exception cref="TimeoutException">It did not become so; says what was missing.</exception>
    Task UntilAsync(Func<bool> isSo, Func<string> missing);
}
