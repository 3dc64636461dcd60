using System.Net;
using System.Net.Http.Headers;
using Microsoft.Bot.Schema;

namespace OutreachBot.Bot.Teams;

/// <summary>
/// The Bot Connector's operations that the bot needs, over one pool of connections
/// (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference). Nothing is
/// tried again but a refused token: a POST may have delivered before it failed.
/// </summary>
/// <param name="clients">What carries the calls: to known hosts, and never on to where an answer points.</param>
/// <param name="token">Null in local mode, where nobody asks for one.</param>
public sealed class BotConnector(IHttpClientFactory clients, AppToken? token = null)
{
    /// <summary>For whom the bot's tokens are made.</summary>
    public const string Audience = "https://api.botframework.com";

    static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    readonly HttpClient client = clients.CreateClient("");

    /// <returns>The id of the conversation with these members, which is made if it is not there yet.</returns>
    /// <exception cref="ConnectorException">It was refused.</exception>
    public async Task<string> CreateConversationAsync(
        string serviceUrl, ConversationParameters parameters, CancellationToken cancel) =>
        (await SendAsync<ConversationResourceResponse>(HttpMethod.Post, Root(serviceUrl), parameters, cancel))?.Id
            ?? throw new HttpRequestException("The connector made a conversation without an id.");

    /// <returns>The id of the message.</returns>
    /// <exception cref="ConnectorException">It was refused.</exception>
    public Task<ResourceResponse> SendAsync(
        string serviceUrl, string conversation, Activity activity, CancellationToken cancel) =>
        SendAsync(HttpMethod.Post, Activities(serviceUrl, conversation), activity, cancel);

    /// <inheritdoc cref="SendAsync(string, string, Activity, CancellationToken)"/>
    public Task<ResourceResponse> ReplyAsync(
        string serviceUrl, string conversation, string to, Activity activity, CancellationToken cancel) =>
        SendAsync(HttpMethod.Post, Message(serviceUrl, conversation, to), activity, cancel);

    /// <inheritdoc cref="SendAsync(string, string, Activity, CancellationToken)"/>
    public Task<ResourceResponse> UpdateAsync(
        string serviceUrl, string conversation, string message, Activity activity, CancellationToken cancel) =>
        SendAsync(HttpMethod.Put, Message(serviceUrl, conversation, message), activity, cancel);

    static string Root(string serviceUrl) => serviceUrl.TrimEnd('/') + "/v3/conversations";

    static string Activities(string serviceUrl, string conversation) =>
        $"{Root(serviceUrl)}/{Segment(conversation)}/activities";

    static string Message(string serviceUrl, string conversation, string message) =>
        $"{Activities(serviceUrl, conversation)}/{Segment(message)}";

    // "." and ".." cannot be escaped, and would climb out of the address.
    static string Segment(string id) => string.IsNullOrEmpty(id) || id is "." or ".."
        ? throw new ArgumentException("An id is missing or cannot stand in an address.", nameof(id))
        : Uri.EscapeDataString(id);

    async Task<ResourceResponse> SendAsync(
        HttpMethod method, string address, Activity activity, CancellationToken cancel) =>
        await SendAsync<ResourceResponse>(method, address, activity, cancel) ?? new();

    async Task<T?> SendAsync<T>(
        HttpMethod method, string address, object body, CancellationToken cancel) where T : class
    {
        var text = Utf8Text.Of(body);
        var uri = new Uri(address);
        var response = await AskAsync(method, uri, text, cancel);
        if (response.StatusCode is HttpStatusCode.Unauthorized && token is not null)
        {
            token.Forget(response.RequestMessage?.Headers.Authorization);
            response.Dispose();
            response = await AskAsync(method, uri, text, cancel);
        }
        // Only now is the buffer certainly out of use; after an exception the collector takes it.
        text.Dispose();

        using (response)
        {
            var answer = await response.Content.ReadAsStringAsync(cancel);
            return response.IsSuccessStatusCode
                ? ChannelJson.ReadLeniently<T>(answer)
                : throw new ConnectorException(
                    response.StatusCode, ChannelJson.ReadLeniently<ErrorResponse>(answer)?.Error?.Code,
                    RetryAfter(response));
        }
    }

    async Task<HttpResponseMessage> AskAsync(HttpMethod method, Uri uri, Utf8Text text, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(
            method, uri)
        { Content = new ReadOnlyMemoryContent(text.Bytes) { Headers = { ContentType = Json } } };
        if (token is not null) request.Headers.Authorization = await token.HeaderAsync(cancel);
        var response = await client.SendAsync(request, cancel);
        response.RequestMessage ??= request;
        return response;
    }

    // Both forms, and nonsense as nothing.
    static RetryConditionHeaderValue? RetryAfter(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Retry-After", out var values)
            && RetryConditionHeaderValue.TryParse(values.ToString(), out var value) ? value : null;
}
