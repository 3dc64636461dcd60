using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>One incoming activity and the means to answer it.</summary>
public interface ITurnContext
{
    BotAdapter Adapter { get; }
    TurnContextStateCollection TurnState { get; }
    Activity Activity { get; }

    /// <summary>True as soon as anything but a trace has been sent.</summary>
    bool Responded { get; }

    Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend, string speak = null, string inputHint = "acceptingInput",
        CancellationToken cancellationToken = default);

    Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default);

    Task<ResourceResponse[]> SendActivitiesAsync(
        IActivity[] activities, CancellationToken cancellationToken = default);

    /// <summary>Replaces the activity that has this activity's id.</summary>
    Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default);

    Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default);

    Task DeleteActivityAsync(
        ConversationReference conversationReference, CancellationToken cancellationToken = default);
}

public interface ITurnContext<T> : ITurnContext
    where T : IActivity
{
    new T Activity { get; }
}
