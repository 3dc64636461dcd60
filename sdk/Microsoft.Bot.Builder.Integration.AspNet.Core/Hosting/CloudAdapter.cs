using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Json;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>
/// The messaging endpoint: POST with an activity. 200 with an invoke's answer or nothing; 400 for what is no
/// activity, 401 for a token that does not hold, 413 above 256 KB, 501 for an invoke that nobody answers, 503
/// while tokens cannot be checked.
/// </summary>
public partial class CloudAdapter : CloudAdapterBase, IBotFrameworkHttpAdapter
{
    readonly ConfigurationBotFrameworkAuthentication inTwoHalves;

    public CloudAdapter(BotFrameworkAuthentication botFrameworkAuthentication, ILogger logger = null)
        : base(botFrameworkAuthentication, logger) =>
        // The type itself only: a subclass may refuse more, and is asked as a whole.
        inTwoHalves = botFrameworkAuthentication.GetType() == typeof(ConfigurationBotFrameworkAuthentication)
            ? (ConfigurationBotFrameworkAuthentication)botFrameworkAuthentication
            : null;

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
        var (activity, authentication) = await AdmitAsync(httpRequest, httpResponse, cancellationToken);
        if (activity is null)
            return;
        var answer = await ProcessActivityAsync(authentication, activity, bot.OnTurnAsync, cancellationToken);
        await WriteAsync(httpResponse, answer, cancellationToken);
    }

    /// <returns>Nothing for what is refused, and then the response has its status.</returns>
    async Task<(Activity, AuthenticateRequestResult)> AdmitAsync(
        HttpRequest request, HttpResponse response, CancellationToken ct)
    {
        try
        {
            return HttpMethods.IsPost(request.Method)
                ? await AuthenticateAsync(request, ct)
                : throw new BadHttpRequestException("not a POST", StatusCodes.Status405MethodNotAllowed);
        }
        catch (BadHttpRequestException refused)
        {
            Refuse(refused.StatusCode, refused.Message);
        }
        catch (UnauthorizedAccessException refused)
        {
            Refuse(StatusCodes.Status401Unauthorized, refused.Message);
        }
        catch (MetadataUnavailableException)
        {
            Refuse(StatusCodes.Status503ServiceUnavailable, "no signing keys");
        }
        return default;

        void Refuse(int status, string reason)
        {
            LogRefused(Logger, status, reason);
            response.StatusCode = status;
        }
    }

    async Task<(Activity, AuthenticateRequestResult)> AuthenticateAsync(HttpRequest request, CancellationToken ct)
    {
        string header = request.Headers.Authorization;
        // Strangers' bodies are not even read.
        var token = inTwoHalves is null ? null : await inTwoHalves.CheckAsync(header, ct);
        var activity = await RequestBody.ReadActivityAsync(request, ct);
        var authentication = inTwoHalves is null
            ? await BotFrameworkAuthentication.AuthenticateRequestAsync(activity, header, ct)
            : inTwoHalves.Admit(token, activity);
        return ServiceUrls.IsWeb(activity.ServiceUrl, out _)
            ? (activity, authentication)
            : throw new BadHttpRequestException("an activity without a service address");
    }

    static async Task WriteAsync(HttpResponse response, InvokeResponse answer, CancellationToken ct)
    {
        response.StatusCode = answer?.Status ?? StatusCodes.Status200OK;
        if (answer?.Body is null)
            return;
        using var text = Utf8Text.Of(answer.Body);
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = text.Bytes.Length;
        await response.Body.WriteAsync(text.Bytes, ct);
    }

    [LoggerMessage(1, LogLevel.Warning, "A request to the messaging endpoint was refused with {Status}: {Reason}.")]
    static partial void LogRefused(ILogger logger, int status, string reason);
}
