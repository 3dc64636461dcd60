using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Newtonsoft.Json;
using Headers = System.Collections.Generic.Dictionary<string, System.Collections.Generic.List<string>>;

namespace OutreachBot.Bot.Teams;

/// <summary>The connector as a turn of the Bot Framework wants it. What the bot never asks for is not there.</summary>
sealed class TurnConnector(BotConnector connector, string serviceUrl) : IConnectorClient, IConversations
{
    public Uri BaseUri { get; set; } = new(serviceUrl);

    public IConversations Conversations => this;

    public IAttachments Attachments => throw new NotSupportedException();

    public JsonSerializerSettings SerializationSettings => throw new NotSupportedException();

    public JsonSerializerSettings DeserializationSettings => throw new NotSupportedException();

    public ServiceClientCredentials Credentials => throw new NotSupportedException();

    // The connections are the process's, and not the turn's.
    public void Dispose()
    {
    }

    public async Task<HttpOperationResponse<ResourceResponse>> SendToConversationWithHttpMessagesAsync(
        string conversationId, Activity activity, Headers? customHeaders = null,
        CancellationToken cancellationToken = default) =>
        new() { Body = await connector.SendAsync(serviceUrl, conversationId, activity, cancellationToken) };

    public async Task<HttpOperationResponse<ResourceResponse>> ReplyToActivityWithHttpMessagesAsync(
        string conversationId, string activityId, Activity activity, Headers? customHeaders = null,
        CancellationToken cancellationToken = default) =>
        new()
        {
            Body = await connector.ReplyAsync(serviceUrl, conversationId, activityId, activity, cancellationToken)
        };

    public async Task<HttpOperationResponse<ResourceResponse>> UpdateActivityWithHttpMessagesAsync(
        string conversationId, string activityId, Activity activity, Headers? customHeaders = null,
        CancellationToken cancellationToken = default) =>
        new()
        {
            Body = await connector.UpdateAsync(serviceUrl, conversationId, activityId, activity, cancellationToken)
        };

    public async Task<HttpOperationResponse<ConversationResourceResponse>> CreateConversationWithHttpMessagesAsync(
        ConversationParameters parameters, Headers? customHeaders = null,
        CancellationToken cancellationToken = default) =>
        new() { Body = new(id: await connector.CreateConversationAsync(serviceUrl, parameters, cancellationToken)) };

    public Task<HttpOperationResponse> DeleteActivityWithHttpMessagesAsync(
        string conversationId, string activityId, Headers? customHeaders = null,
        CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<HttpOperationResponse> DeleteConversationMemberWithHttpMessagesAsync(
        string conversationId, string memberId, Headers? customHeaders = null,
        CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<HttpOperationResponse<IList<ChannelAccount>>> GetActivityMembersWithHttpMessagesAsync(
        string conversationId, string activityId, Headers? customHeaders = null,
        CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<HttpOperationResponse<IList<ChannelAccount>>> GetConversationMembersWithHttpMessagesAsync(
        string conversationId, Headers? customHeaders = null,
        CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<HttpOperationResponse<PagedMembersResult>> GetConversationPagedMembersWithHttpMessagesAsync(
        string conversationId, int? pageSize = null, string? continuationToken = null, Headers? customHeaders = null,
        CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<HttpOperationResponse<ConversationsResult>> GetConversationsWithHttpMessagesAsync(
        string? continuationToken = null, Headers? customHeaders = null,
        CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<HttpOperationResponse<ResourceResponse>> SendConversationHistoryWithHttpMessagesAsync(
        string conversationId, Transcript transcript, Headers? customHeaders = null,
        CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<HttpOperationResponse<ResourceResponse>> UploadAttachmentWithHttpMessagesAsync(
        string conversationId, AttachmentData attachmentUpload, Headers? customHeaders = null,
        CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();
}
