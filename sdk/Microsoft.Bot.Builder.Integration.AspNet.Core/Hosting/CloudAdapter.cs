using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Json;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>
/// The messaging endpoint: POST with an activity. 200 with an invoke's answer or nothing; 400 for what is no
/// activity, 401 for a token that does not hold, 413 above 256 KB, 501 for an invoke that nobody answers.
/// </summary>
public class CloudAdapter : CloudAdapterBase, IBotFrameworkHttpAdapter
{
    public CloudAdapter(BotFrameworkAuthentication botFrameworkAuthentication, ILogger logger = null)
        : base(botFrameworkAuthentication, logger)
    {
    }

    public CloudAdapter(
        IConfiguration configuration, IHttpClientFactory httpClientFactory = null, ILogger logger = null)
        : this(
            new ConfigurationBotFrameworkAuthentication(
                configuration, httpClientFactory: httpClientFactory, logger: logger),
            logger)
    {
    }

    public async Task ProcessAsync(
        HttpRequest httpRequest, HttpResponse httpResponse, IBot bot,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        ArgumentNullException.ThrowIfNull(httpResponse);
        ArgumentNullException.ThrowIfNull(bot);
        if (!HttpMethods.IsPost(httpRequest.Method))
        {
            httpResponse.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }
        Activity activity;
        AuthenticateRequestResult authentication;
        try
        {
            activity = await RequestBody.ReadActivityAsync(httpRequest, cancellationToken).ConfigureAwait(false);
            authentication = await BotFrameworkAuthentication
                .AuthenticateRequestAsync(activity, httpRequest.Headers.Authorization, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (BadHttpRequestException refused)
        {
            httpResponse.StatusCode = refused.StatusCode;
            return;
        }
        catch (UnauthorizedAccessException)
        {
            httpResponse.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var answer = await ProcessActivityAsync(authentication, activity, bot.OnTurnAsync, cancellationToken)
            .ConfigureAwait(false);
        await WriteAsync(httpResponse, answer, cancellationToken).ConfigureAwait(false);
    }

    static async Task WriteAsync(HttpResponse response, InvokeResponse answer, CancellationToken ct)
    {
        response.StatusCode = answer?.Status ?? StatusCodes.Status200OK;
        if (answer?.Body is null)
            return;
        using var text = Utf8Text.Of(answer.Body);
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = text.Bytes.Length;
        await response.Body.WriteAsync(text.Bytes, ct).ConfigureAwait(false);
    }
}
