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

    // {"now": "2026-12-01T08:00:00Z"} or {"advance": "1.00:00:00"}
    async Task<IResult> MoveAsync(HttpRequest request)
    {
        try
        {
            using var asked = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return Read(asked.RootElement) is { } moment ? Move(moment) : Wrong("Please send {\"now\": \"2026-12-01T08:00:00Z\"} or {\"advance\": \"1.00:00:00\"}.");
        }
        catch (JsonException)
        {
            return Wrong("That is no JSON.");
        }
    }

    DateTimeOffset? Read(JsonElement asked) => asked.ValueKind is not JsonValueKind.Object ? null
        : asked.TryGetProperty("now", out var now) && now.ValueKind is JsonValueKind.String ? now.TryGetDateTimeOffset(out var moment) ? moment : null
        : asked.TryGetProperty("advance", out var by) && by.ValueKind is JsonValueKind.String
            && TimeSpan.TryParse(by.GetString(), CultureInfo.InvariantCulture, out var time) && time < DateTimeOffset.MaxValue - clock.GetUtcNow()
            ? clock.GetUtcNow() + time
        : null;

    IResult Move(DateTimeOffset moment) => clock.MoveTo(moment) ? Now() : Wrong("The clock goes forward only.");

    static IResult Wrong(string what) => Results.Json(new { error = what }, Json.Options, statusCode: StatusCodes.Status400BadRequest);
}
