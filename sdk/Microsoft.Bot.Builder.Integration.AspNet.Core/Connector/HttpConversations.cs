#nullable enable
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Json;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>The operations over HTTP. Nothing is retried but one refused token: a POST may have delivered.</summary>
sealed class HttpConversations(Uri baseUri, ServiceClientCredentials credentials, Func<HttpClient> http)
    : IConversations
{
    static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    // Most turns that come in write nothing.
    string Root => field ??= baseUri.AbsoluteUri.TrimEnd('/') + "/v3/conversations";

    HttpClient? client;

    public Task<HttpOperationResponse<ConversationResourceResponse>> CreateConversationWithHttpMessagesAsync(
        ConversationParameters parameters, Dictionary<string, List<string>>? customHeaders,
        CancellationToken cancellationToken) =>
        SendAsync<ConversationResourceResponse>(HttpMethod.Post, Root, parameters, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> SendToConversationWithHttpMessagesAsync(
        string conversationId, Activity activity, Dictionary<string, List<string>>? customHeaders,
        CancellationToken cancellationToken) =>
        SendAsync<ResourceResponse>(
            HttpMethod.Post, Activities(conversationId), activity, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> UpdateActivityWithHttpMessagesAsync(
        string conversationId, string activityId, Activity activity,
        Dictionary<string, List<string>>? customHeaders, CancellationToken cancellationToken) =>
        SendAsync<ResourceResponse>(
            HttpMethod.Put, Activity(conversationId, activityId), activity, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> ReplyToActivityWithHttpMessagesAsync(
        string conversationId, string activityId, Activity activity,
        Dictionary<string, List<string>>? customHeaders, CancellationToken cancellationToken) =>
        SendAsync<ResourceResponse>(
            HttpMethod.Post, Activity(conversationId, activityId), activity, customHeaders, cancellationToken);

    public async Task<HttpOperationResponse> DeleteActivityWithHttpMessagesAsync(
        string conversationId, string activityId, Dictionary<string, List<string>>? customHeaders,
        CancellationToken cancellationToken) =>
        await SendAsync<ResourceResponse>(
            HttpMethod.Delete, Activity(conversationId, activityId), null, customHeaders, cancellationToken);

    string Activities(string conversationId) => $"{Root}/{Segment(conversationId)}/activities";

    string Activity(string conversationId, string activityId) =>
        $"{Activities(conversationId)}/{Segment(activityId)}";

    /// <summary>An id as one segment of a path; "." and ".." cannot be escaped and would climb out of it.</summary>
    static string Segment(string id) =>
        string.IsNullOrEmpty(id) || id is "." or ".."
            ? throw new ArgumentException("An id is missing or cannot stand in an address.", nameof(id))
            : Uri.EscapeDataString(id);

    async Task<HttpOperationResponse<T>> SendAsync<T>(
        HttpMethod method, string address, object? body, Dictionary<string, List<string>>? headers,
        CancellationToken ct)
        where T : class
    {
        client ??= http();
        var text = body is null ? null : Utf8Text.Of(body);
        var uri = new Uri(address);
        var request = Message(method, uri, text, headers);
        var response = await DispatchAsync(request, ct);
        if (response.StatusCode == HttpStatusCode.Unauthorized && credentials is AppToken token)
        {
            token.Forget(request.Headers.Authorization);
            response.Dispose();
            request = Message(method, uri, text, headers);
            response = await DispatchAsync(request, ct);
        }
        // Only now is the buffer certainly out of use; after an exception the collector takes it.
        text?.Dispose();
        var answer = await response.Content.ReadAsStringAsync(ct);
        return response.IsSuccessStatusCode
            ? new() { Request = request, Response = response, Body = BotJson.ReadLeniently<T>(answer)! }
            : throw Refused(request, response, answer);
    }

    async Task<HttpResponseMessage> DispatchAsync(HttpRequestMessage request, CancellationToken ct)
    {
        if (ServiceUrls.IsTrusted(request.RequestUri!))
            await credentials.ProcessHttpRequestAsync(request, ct);
        return await client!.SendAsync(request, ct);
    }

    static HttpRequestMessage Message(
        HttpMethod method, Uri uri, Utf8Text? text, Dictionary<string, List<string>>? headers)
    {
        var request = new HttpRequestMessage(method, uri);
        if (text is not null)
        {
            request.Content = new ReadOnlyMemoryContent(text.Bytes);
            request.Content.Headers.ContentType = Json;
        }
        if (headers is not null)
            foreach (var (name, values) in headers)
                request.Headers.TryAddWithoutValidation(name, values);
        return request;
    }

    static ErrorResponseException Refused(HttpRequestMessage request, HttpResponseMessage response, string answer)
    {
        using (request)
        using (response)
            return new($"The connector answered {(int)response.StatusCode}.")
            {
                Request = new(request, null),
                Response = new(response, answer),
                Body = BotJson.ReadLeniently<ErrorResponse>(answer),
            };
    }
}
