using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>The connector of one service address.</summary>
public interface IConnectorClient : IDisposable
{
    Uri BaseUri { get; set; }
    ServiceClientCredentials Credentials { get; }
    IConversations Conversations { get; }
}

/// <summary>
/// The operations under /v3/conversations
/// (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference).
/// Each throws <see cref="ErrorResponseException"/> when the connector refuses.
/// </summary>
public interface IConversations
{
    Task<HttpOperationResponse<ConversationResourceResponse>> CreateConversationWithHttpMessagesAsync(
        ConversationParameters parameters, Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default);

    Task<HttpOperationResponse<ResourceResponse>> SendToConversationWithHttpMessagesAsync(
        string conversationId, Activity activity, Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default);

    Task<HttpOperationResponse<ResourceResponse>> UpdateActivityWithHttpMessagesAsync(
        string conversationId, string activityId, Activity activity,
        Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default);

    Task<HttpOperationResponse<ResourceResponse>> ReplyToActivityWithHttpMessagesAsync(
        string conversationId, string activityId, Activity activity,
        Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default);

    Task<HttpOperationResponse> DeleteActivityWithHttpMessagesAsync(
        string conversationId, string activityId, Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default);
}
