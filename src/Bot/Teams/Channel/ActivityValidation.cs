using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Teams;

/// <summary>
/// Whether an activity may be acted on at all, before anybody looks at what it asks. Its token has been checked.
/// </summary>
public sealed class ActivityValidation(TeamsSettings settings)
{
    // Ids of Teams have fewer than 200 characters; a row has room for a thousand.
    const int LongestId = 1000;

    /// <exception cref="RefusedException">It may not; says why.</exception>
    public void Check(Activity activity)
    {
        Require(activity.ChannelId == Channels.Msteams, "another channel than Teams", activity);
        if (!settings.IsLocal)
        {
            Require(
                string.Equals(
                    activity.Recipient?.Id, $"28:{settings.MicrosoftAppId}", StringComparison.OrdinalIgnoreCase),
                "another bot's recipient", activity);
        }
        if (activity.Type is not (ActivityTypes.Message or ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete
            or ActivityTypes.Invoke or ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate))
            return;

        Require(!string.IsNullOrEmpty(activity.Conversation?.Id), "no conversation", activity);
        string?[] ids =
            [activity.Id, activity.ReplyToId, activity.Conversation!.Id, activity.Recipient?.Id, activity.From?.Id];
        Require(ids.All(IsId), "an id that cannot be one", activity);
        CheckSender(activity);
    }

    void CheckSender(IActivity activity)
    {
        var (stated, inChannelData) = Sender.TenantsOf(activity);
        Require(stated is null || inChannelData is null || stated == inChannelData, "two tenants", activity);
        Require((stated ?? inChannelData) is not null, "no tenant", activity);
        Require(!string.IsNullOrEmpty(activity.From?.AadObjectId), "no object id", activity);

        // Microsoft's playground has ids that look like GUIDs and are none.
        if (settings.IsLocal) return;
        Require(settings.Allows((stated ?? inChannelData)!), "a tenant that is not on the list", activity);
        Require(PersonId.IsGuid(activity.From!.AadObjectId), "an object id that is no GUID", activity);
    }

    static bool IsId(string? id) => id is null || (id.Length <= LongestId && !id.Any(char.IsControl));

    static void Require(bool holds, string reason, IActivity activity)
    {
        if (!holds) throw new RefusedException(reason, Sender.Of(activity));
    }
}

/// <summary>
/// An activity that is not acted on. It leaves the turn as an exception because a turn has no other way to an answer
/// that is no 200; the messaging endpoint makes a 403 and one line of the log of it.
/// </summary>
/// <param name="reason">One of a few fixed phrases.</param>
/// <param name="by">Whom the activity names as its sender, if it names anybody.</param>
public sealed class RefusedException(string reason, PersonId? by) : Exception(reason)
{
    public PersonId? By => by;
}
