using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using OutreachBot.Workflow;

namespace OutreachBot.Bot.Teams;

/// <summary>Who sent an activity: the object id and the tenant that Teams vouches for, and no name.</summary>
static class Sender
{
    /// <summary>Null: the activity names nobody, or two tenants that contradict each other.</summary>
    public static PersonId? Of(IActivity activity)
    {
        var stated = activity.Conversation?.TenantId;
        var inChannelData = activity.TryGetChannelData<TeamsChannelData>(out var data) ? data?.Tenant?.Id : null;
        if (!string.IsNullOrEmpty(stated) && !string.IsNullOrEmpty(inChannelData) && stated != inChannelData) return null;

        var tenant = string.IsNullOrEmpty(stated) ? inChannelData : stated;
        var person = activity.From?.AadObjectId;
        return string.IsNullOrEmpty(tenant) || string.IsNullOrEmpty(person) ? null : PersonId.Parse($"{tenant}.{person}");
    }
}
