using System.Text.Json.Nodes;

namespace OutreachBot.Channel;

/// <summary>What Teams puts around whatever somebody does in their own chat with the bot.</summary>
public static class Envelope
{
    public static JsonObject Of(TeamsUser user, string type, string id, string serviceUrl, string bot) => new()
    {
        ["type"] = type,
        ["id"] = id,
        ["channelId"] = "msteams",
        ["serviceUrl"] = serviceUrl,
        ["locale"] = "en-GB",
        ["from"] = new JsonObject { ["id"] = $"29:{user.Id}", ["name"] = user.Name, ["aadObjectId"] = user.Id },
        ["recipient"] = new JsonObject { ["id"] = bot, ["name"] = "OutreachBot" },
        ["conversation"] = new JsonObject
        {
            ["id"] = user.Conversation,
            ["conversationType"] = "personal",
            ["tenantId"] = user.Tenant
        },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = user.Tenant } },
    };
}
