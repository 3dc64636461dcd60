using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OutreachBot.Workflow;

namespace OutreachBot.Bot.Teams;

/// <summary>Who sent an activity: the object id and the tenant that Teams vouches for, and no name.</summary>
static class Sender
{
    /// <summary>Null: the activity names nobody, or two tenants that contradict each other.</summary>
    public static PersonId? Of(IActivity activity)
    {
        var (stated, inChannelData) = TenantsOf(activity);
        return stated is not null && inChannelData is not null && stated != inChannelData
            ? null
            : PersonId.Parse($"{Plain(stated ?? inChannelData)}.{Plain(activity.From?.AadObjectId)}");
    }

    /// <summary>The two places in which an activity says its tenant; null where it says none.</summary>
    public static (string? Stated, string? InChannelData) TenantsOf(IActivity activity)
    {
        var inChannelData =
            activity.ChannelData is JObject data && data["tenant"] is JObject tenant ? tenant["id"] as JValue : null;
        return (OrNull(activity.Conversation?.TenantId), OrNull(inChannelData?.Value as string));
    }

    /// <summary>Whether it is written as Teams writes ids of tenants and of people, and no otherwise.</summary>
    public static bool IsGuid(string? text) => text is { Length: 36 } && Guid.TryParseExact(text, "D", out _);

    // The directory has ids in small letters, and so has Teams nearly always.
    static string? Plain(string? id) => IsGuid(id) ? id!.ToLowerInvariant() : id;

    static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
