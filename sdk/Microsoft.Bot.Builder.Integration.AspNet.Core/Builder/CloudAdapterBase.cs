using System.Security.Claims;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Turns over the Bot Connector service: what arrives is authenticated, what is sent goes back there.
/// </summary>
public abstract partial class CloudAdapterBase : BotAdapter
{
    internal const string InvokeResponseType = "invokeResponse";

    protected CloudAdapterBase(BotFrameworkAuthentication botFrameworkAuthentication, ILogger logger = null)
    {
        ArgumentNullException.ThrowIfNull(botFrameworkAuthentication);
        BotFrameworkAuthentication = botFrameworkAuthentication;
        Logger = logger ?? NullLogger.Instance;
    }

    internal BotFrameworkAuthentication BotFrameworkAuthentication { get; }

    internal ILogger Logger { get; }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
            throw new ArgumentException("There is nothing to send.", nameof(activities));
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
            responses[i] = await SendAsync(turnContext, activities[i], cancellationToken)
                ?? new ResourceResponse(activities[i].Id ?? "");
        return responses;
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activity);
        return Connector(turnContext).UpdateActivityAsync(activity, cancellationToken);
    }

    public override Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(reference);
        return Connector(turnContext)
            .DeleteActivityAsync(reference.Conversation.Id, reference.ActivityId, cancellationToken);
    }

    protected async Task<InvokeResponse> ProcessActivityAsync(
        string authHeader, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        var authentication = await BotFrameworkAuthentication
            .AuthenticateRequestAsync(activity, authHeader, cancellationToken);
        return await ProcessActivityAsync(authentication, activity, callback, cancellationToken);
    }

    /// <returns>The answer to an invoke, or null for every other type.</returns>
    protected async Task<InvokeResponse> ProcessActivityAsync(
        AuthenticateRequestResult authenticateRequestResult, Activity activity, BotCallbackHandler callback,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(authenticateRequestResult);
        ArgumentNullException.ThrowIfNull(activity);
        activity.CallerId = authenticateRequestResult.CallerId;
        var connector = await authenticateRequestResult.ConnectorFactory
            .CreateAsync(activity.ServiceUrl, authenticateRequestResult.Audience, cancellationToken);
        using var turn = Turn(
            activity, authenticateRequestResult.ClaimsIdentity, authenticateRequestResult.Audience, connector);
        turn.TurnState.Add(authenticateRequestResult.ConnectorFactory);
        await RunPipelineAsync(turn, callback, cancellationToken);
        return activity.Type == ActivityTypes.Invoke ? AnswerOf(turn) : null;
    }

    static InvokeResponse AnswerOf(TurnContext turn) =>
        turn.TurnState.Get<Activity>(InvokeResponseKey)?.Value as InvokeResponse ?? new() { Status = 501 };

    static async Task<ResourceResponse> SendAsync(
        ITurnContext turn, Activity activity, CancellationToken cancellationToken)
    {
        // A new message: an id left from an earlier send would be taken for it.
        activity.Id = null;
        if (activity.Type == InvokeResponseType)
        {
            turn.TurnState.Set(InvokeResponseKey, activity);
            return null;
        }
        if (activity.Type == ActivityTypes.Trace && turn.Activity.ChannelId != Channels.Emulator)
            return null;
        return string.IsNullOrWhiteSpace(activity.ReplyToId)
            ? await Connector(turn).SendToConversationAsync(activity, cancellationToken)
            : await Connector(turn).ReplyToActivityAsync(activity, cancellationToken);
    }

    static IConversations Connector(ITurnContext turn) =>
        turn.TurnState.Get<IConnectorClient>()?.Conversations
        ?? throw new InvalidOperationException("The turn has no connector.");

    TurnContext Turn(Activity activity, ClaimsIdentity identity, string audience, IConnectorClient connector)
    {
        var turn = new TurnContext(this, activity);
        turn.TurnState.Add<System.Security.Principal.IIdentity>(BotIdentityKey, identity);
        turn.TurnState.Add(connector);
        if (audience is not null)
            turn.TurnState.Add(OAuthScopeKey, audience);
        return turn;
    }
}
