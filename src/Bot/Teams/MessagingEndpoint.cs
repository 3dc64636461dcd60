using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using OutreachBot.Bot.Directory;

namespace OutreachBot.Bot.Teams;

/// <summary>
/// The way in: POST with an activity. What is refused gets a status and no body, and one line in the log; what fails
/// gets a 500, and its exception goes nowhere.
/// </summary>
public sealed partial class MessagingEndpoint(
    CloudAdapter adapter, AdapterLog adapterLog, IBot bot, CurrentAuthority current, TeamsSettings settings,
    RefusalLog refusals, ILogger<MessagingEndpoint> log)
{
    public const int LargestBody = 256 * 1024;

    public async Task AnswerAsync(HttpContext http)
    {
        if (!current.IsLoaded)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        var heard = adapterLog.Listen();
        try
        {
            // Without tokens the only proof of who somebody is, is that they sit at this machine.
            if (settings.IsLocal && http.Connection.RemoteIpAddress is { } from && !IPAddress.IsLoopback(from))
                throw new UnauthorizedAccessException("local mode answers only this machine");

            await adapter.ProcessAsync(http.Request, http.Response, bot, http.RequestAborted);
            if (http.Response.StatusCode >= StatusCodes.Status400BadRequest)
                refusals.Request(http.Response.StatusCode, heard.Reason ?? "nothing that this bot answers", by: null);
        }
        catch (RefusedException refused)
        {
            Refuse(StatusCodes.Status403Forbidden, refused.Message, refused.By);
        }
        catch (UnauthorizedAccessException)
        {
            Refuse(StatusCodes.Status401Unauthorized, "an address that is not answered");
        }
        catch (BadHttpRequestException body)
        {
            Refuse(body.StatusCode, "a body that is too large or too slow");
        }
        catch (Exception failure)
        {
            // Whoever has hung up hears nothing; for all others what was done stays done, and Teams delivers again.
            if (!http.RequestAborted.IsCancellationRequested) LogFailed(log, failure.GetType().Name);
            if (!http.Response.HasStarted) http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }

        void Refuse(int status, string reason, Workflow.PersonId? by = null)
        {
            refusals.Request(status, reason, by);
            http.Response.StatusCode = status;
        }
    }

    [LoggerMessage(12, LogLevel.Error, "A turn could not be answered: {Kind}.")]
    static partial void LogFailed(ILogger log, string kind);
}
