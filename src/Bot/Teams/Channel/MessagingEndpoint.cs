using System.Net;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Operations;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Teams;

/// <summary>
/// The way in: POST with an activity, when its token has been found good. What is refused gets a status and no body,
/// and one line in the log; what fails gets a 500, and its exception goes nowhere.
/// </summary>
public sealed partial class MessagingEndpoint(
    ChannelAdapter adapter, CurrentAuthority current, TeamsSettings settings, RefusalLog refusals,
    ILogger<MessagingEndpoint> log)
{
    public const int LargestBody = ActivityBody.LargestBytes;

    public async Task AnswerAsync(HttpContext http)
    {
        if (!current.IsLoaded)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        try
        {
            // Without tokens the only proof of who somebody is, is that they sit at this machine.
            if (settings.IsLocal && http.Connection.RemoteIpAddress is { } from && !IPAddress.IsLoopback(from))
                throw new UnauthorizedAccessException("another machine, in local mode");

            var activity = await ActivityBody.ReadAsync(http.Request, http.RequestAborted);
            var answer = await adapter.AnswerAsync(http.Features.Get<ChannelToken>(), activity, http.RequestAborted);
            if (answer?.Status >= StatusCodes.Status400BadRequest)
                refusals.Request(answer.Status, "nothing that this bot answers", by: null);
            await WriteAsync(
                http.Response, answer?.Status ?? StatusCodes.Status200OK, answer?.Body, http.RequestAborted);
        }
        catch (RefusedException refused)
        {
            Refuse(StatusCodes.Status403Forbidden, refused.Message, refused.By);
        }
        catch (UnauthorizedAccessException refused)
        {
            Refuse(StatusCodes.Status401Unauthorized, refused.Message);
        }
        catch (BadHttpRequestException body)
        {
            Refuse(body.StatusCode, "a body that is no activity, or too large, or too slow");
        }
        catch (Exception failure)
        {
            // Whoever has hung up hears nothing; for all others what was done stays done, and Teams delivers again.
            if (!http.RequestAborted.IsCancellationRequested) LogFailed(log, failure.GetType().Name);
            if (!http.Response.HasStarted) http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }

        void Refuse(int status, string reason, PersonId? by = null)
        {
            refusals.Request(status, reason, by);
            http.Response.StatusCode = status;
        }
    }

    static async Task WriteAsync(HttpResponse response, int status, object? body, CancellationToken cancel)
    {
        response.StatusCode = status;
        if (body is null) return;

        using var text = Utf8Text.Of(body);
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = text.Bytes.Length;
        await response.Body.WriteAsync(text.Bytes, cancel);
    }

    [LoggerMessage(12, LogLevel.Error, "A turn could not be answered: {Kind}.")]
    static partial void LogFailed(ILogger log, string kind);
}
