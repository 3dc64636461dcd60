using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OutreachBot.Workflow.Directory;

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

    // The directory has ids in small letters, and so has Teams nearly always.
    static string? Plain(string? id) => PersonId.IsGuid(id) ? id!.ToLowerInvariant() : id;

    static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
