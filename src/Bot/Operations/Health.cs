using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;

namespace OutreachBot.Bot.Operations;

/// <summary>What a load balancer asks.</summary>
static class Health
{
    /// <summary>
    /// Live as soon as it answers; ready when it knows its people, which it has from storage, and as long as storage
    /// answers.
    /// </summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => "live");
        app.MapGet(
            "/health/ready",
            async (CurrentAuthority current, AuthorityTable table, CancellationToken cancel) => current.IsLoaded switch
            {
                true when await table.AnswersAsync(cancel) => Results.Text("ready"),
                true => NotReady("storage does not answer"),
                false => NotReady(current.Problem),
            });

        static IResult NotReady(string? problem) => Results.Text(
            problem is null ? "not ready" : $"not ready: {problem}",
            statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
