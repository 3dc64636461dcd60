using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OutreachBot.Rehearsal;

/// <summary>The rehearsal's clock over HTTP: what time it is for the bot, and moving it forward.</summary>
sealed class ClockApi(RehearsalClock clock)
{
    public void Map(IEndpointRouteBuilder rehearsal)
    {
        rehearsal.MapGet("/clock", Now);
        rehearsal.MapPost("/clock", MoveAsync);
        rehearsal.MapPost("/clock/morning", () => Move(clock.NextSchoolMorning()));
    }

    IResult Now() => Results.Json(new { now = clock.GetUtcNow() }, Json.Options);

    const string HowTo = """Please send {"now": "2026-12-01T08:00:00Z"} or {"advance": "1.00:00:00"}.""";

    async Task<IResult> MoveAsync(HttpRequest request)
    {
        try
        {
            using var asked =
                await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return Read(asked.RootElement) is { } moment ? Move(moment) : Wrong(HowTo);
        }
        catch (JsonException)
        {
            return Wrong("That is no JSON.");
        }
    }

    // Null: neither of the two.
    DateTimeOffset? Read(JsonElement asked)
    {
        if (DateTimeOffset.TryParse(
            Text(asked, "now"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            return moment;

        return TimeSpan.TryParse(Text(asked, "advance"), CultureInfo.InvariantCulture, out var by)
            && by < DateTimeOffset.MaxValue - clock.GetUtcNow()
            ? clock.GetUtcNow() + by
            : null;
    }

    static string? Text(JsonElement asked, string name) =>
        asked.ValueKind is JsonValueKind.Object && asked.TryGetProperty(name, out var value)
            && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;

    IResult Move(DateTimeOffset moment) => clock.MoveTo(moment) ? Now() : Wrong("The clock goes forward only.");

    static IResult Wrong(string what) =>
        Results.Json(new { error = what }, Json.Options, statusCode: StatusCodes.Status400BadRequest);
}
