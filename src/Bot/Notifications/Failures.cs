using System.Globalization;
using System.Net;
using Azure;
using Azure.Identity;
using Microsoft.Bot.Schema;

namespace OutreachBot.Bot.Notifications;

/// <summary>What to do about a promise that could not be kept just now.</summary>
public abstract record AfterFailure
{
    AfterFailure()
    {
    }

    public sealed record TryAgain(TimeSpan After) : AfterFailure;

    /// <summary>Laid aside, with the kind of reason and no text.</summary>
    public sealed record GiveUp(string Reason) : AfterFailure;
}

/// <summary>How long to wait after which failure. It only answers; the dispatcher waits.</summary>
public static class Failures
{
    // A day and more of trying, with the pauses below.
    const int MostAttempts = 300;
    static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <param name="failure">What was thrown.</param>
    /// <param name="attempts">How often it had failed before.</param>
    /// <param name="jitter">From 0 to 1, so that many do not try again at the same moment.</param>
    public static AfterFailure After(Exception failure, int attempts, double jitter) => failure switch
    {
        _ when attempts >= MostAttempts => new AfterFailure.GiveUp("tried-too-often"),
        ErrorResponseException { Response.StatusCode: HttpStatusCode.TooManyRequests } throttled =>
            new AfterFailure.TryAgain(RetryAfter(throttled) ?? Pause(attempts, jitter)),
        ErrorResponseException { Response.StatusCode: HttpStatusCode.Forbidden or HttpStatusCode.NotFound } =>
            new AfterFailure.GiveUp("unreachable"),
        ErrorResponseException { Response.StatusCode: HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge } =>
            new AfterFailure.GiveUp("refused"),
        ErrorResponseException or HttpRequestException or OperationCanceledException or TimeoutException or RequestFailedException
            or AuthenticationFailedException =>
            new AfterFailure.TryAgain(Pause(attempts, jitter)),
        _ => new AfterFailure.GiveUp(failure.GetType().Name),
    };

    static TimeSpan Pause(int attempts, double jitter)
    {
        var seconds = Math.Min(Math.Pow(2, Math.Min(attempts, 20)), LongestPause.TotalSeconds);
        return TimeSpan.FromSeconds(seconds * (0.5 + (jitter / 2)));
    }

    static TimeSpan? RetryAfter(ErrorResponseException throttled) =>
        throttled.Response.Headers.FirstOrDefault(header => header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault() is { } value
        && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
