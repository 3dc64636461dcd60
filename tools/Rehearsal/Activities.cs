using System.Text.Json;
using System.Text.Json.Nodes;

namespace OutreachBot.Rehearsal;

/// <summary>Activities as Teams sends them from a personal chat: the Bot Framework activity schema.</summary>
static class Activities
{
    public const string BotId = "28:outreachbot";
    public const string BotName = "OutreachBot";

    internal static readonly TimeZoneInfo London =
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/London", out var zone) ? zone
        : TimeZoneInfo.FindSystemTimeZoneById("GMT Standard Time");

    public static JsonObject Message(string text) => new()
    {
        ["type"] = "message",
        ["text"] = text,
        ["textFormat"] = "plain",
    };

    /// <summary>An Action.Submit: its data comes as the value of a message without text.</summary>
    public static JsonObject Submit(string message, JsonElement value) => new()
    {
        ["type"] = "message",
        ["replyToId"] = message,
        ["value"] = JsonNode.Parse(value.GetRawText()),
    };

    /// <summary>
    /// An Action.Execute: https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model
    /// </summary>
    public static JsonObject Execute(string message, JsonElement action, string trigger) => new()
    {
        ["type"] = "invoke",
        ["name"] = "adaptiveCard/action",
        ["replyToId"] = message,
        ["value"] = new JsonObject { ["action"] = JsonNode.Parse(action.GetRawText()), ["trigger"] = trigger },
    };

    public static JsonObject Installed() => new() { ["type"] = "installationUpdate", ["action"] = "add" };

    public static JsonObject BotAdded() => new()
    {
        ["type"] = "conversationUpdate",
        ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = BotId }),
    };

    /// <summary>Adds what every activity of Teams carries: who, where, when, and the address to answer to.</summary>
    public static JsonElement Addressed(
        this JsonObject activity, Person from, string id, DateTimeOffset at, Uri serviceUrl)
    {
        activity["id"] = id;
        activity["timestamp"] = at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ");
        activity["localTimestamp"] = TimeZoneInfo.ConvertTime(at, London).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz");
        activity["localTimezone"] = "Europe/London";
        activity["locale"] = "en-GB";
        activity["channelId"] = "msteams";
        activity["serviceUrl"] = serviceUrl.ToString();
        activity["from"] = new JsonObject { ["id"] = from.TeamsId, ["name"] = from.Name, ["aadObjectId"] = from.Id };
        activity["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = BotName };
        activity["conversation"] = new JsonObject
        {
            ["conversationType"] = "personal",
            ["tenantId"] = from.TenantId,
            ["id"] = from.ConversationId,
        };
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = from.TenantId } };
        activity["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "clientInfo",
            ["locale"] = "en-GB",
            ["country"] = "GB",
            ["platform"] = "Web",
            ["timezone"] = "Europe/London",
        });
        return Json.Element(activity);
    }
}
