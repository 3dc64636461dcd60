using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>A turn seen through the interface of its activity's type.</summary>
sealed class TypedTurnContext<T>(ITurnContext inner) : ITurnContext<T>
    where T : IActivity
{
    public BotAdapter Adapter => inner.Adapter;

    public TurnContextStateCollection TurnState => inner.TurnState;

    public bool Responded => inner.Responded;

    T ITurnContext<T>.Activity => (T)(IActivity)inner.Activity;

    public Activity Activity => inner.Activity;

    public Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend, string speak, string inputHint, CancellationToken cancellationToken) =>
        inner.SendActivityAsync(textReplyToSend, speak, inputHint, cancellationToken);

    public Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken) =>
        inner.SendActivityAsync(activity, cancellationToken);

    public Task<ResourceResponse[]> SendActivitiesAsync(
        IActivity[] activities, CancellationToken cancellationToken) =>
        inner.SendActivitiesAsync(activities, cancellationToken);

    public Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken) =>
        inner.UpdateActivityAsync(activity, cancellationToken);

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken) =>
        inner.DeleteActivityAsync(activityId, cancellationToken);

    public Task DeleteActivityAsync(
        ConversationReference conversationReference, CancellationToken cancellationToken) =>
        inner.DeleteActivityAsync(conversationReference, cancellationToken);
}
