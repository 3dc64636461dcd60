using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>
/// An <see cref="ActivityHandler"/> that knows who and which team Teams speaks of. The original asks the connector
/// about members that come without details; override the dispatch methods to be rid of that call there too.
/// </summary>
public class TeamsActivityHandler : ActivityHandler
{
    protected override Task OnConversationUpdateActivityAsync(
        ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        if (activity.ChannelId != Channels.Msteams)
            return base.OnConversationUpdateActivityAsync(turnContext, cancellationToken);
        activity.TryGetChannelData<TeamsChannelData>(out var data);
        if (activity.MembersAdded is { } added)
            return OnTeamsMembersAddedDispatchAsync(added, data?.Team, turnContext, cancellationToken);
        return activity.MembersRemoved is { } removed
            ? OnTeamsMembersRemovedDispatchAsync(removed, data?.Team, turnContext, cancellationToken)
            : base.OnConversationUpdateActivityAsync(turnContext, cancellationToken);
    }

    protected virtual Task OnTeamsMembersAddedDispatchAsync(
        IList<ChannelAccount> membersAdded, TeamInfo teamInfo,
        ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        OnTeamsMembersAddedAsync(AsTeams(membersAdded), teamInfo, turnContext, cancellationToken);

    protected virtual Task OnTeamsMembersRemovedDispatchAsync(
        IList<ChannelAccount> membersRemoved, TeamInfo teamInfo,
        ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        OnTeamsMembersRemovedAsync(AsTeams(membersRemoved), teamInfo, turnContext, cancellationToken);

    /// <summary>Somebody was added; the bot may be among them.</summary>
    protected virtual Task OnTeamsMembersAddedAsync(
        IList<TeamsChannelAccount> teamsMembersAdded, TeamInfo teamInfo,
        ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        OnMembersAddedAsync([.. teamsMembersAdded], turnContext, cancellationToken);

    protected virtual Task OnTeamsMembersRemovedAsync(
        IList<TeamsChannelAccount> teamsMembersRemoved, TeamInfo teamInfo,
        ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        OnMembersRemovedAsync([.. teamsMembersRemoved], turnContext, cancellationToken);

    static List<TeamsChannelAccount> AsTeams(IList<ChannelAccount> members) =>
        [.. members.Select(member => JObject.FromObject(member).ToObject<TeamsChannelAccount>())];
}
