using System.Net;
using System.Net.Http.Headers;

namespace OutreachBot.Bot.Teams;

/// <summary>The connector answered, and did not do what it was asked.</summary>
/// <param name="status">What it answered.</param>
/// <param name="code">The code of its error, such as <c>MessageWritesBlocked</c>. Null: it gave none.</param>
/// <param name="retryAfter">Seconds, or the moment from which on it listens again. Null: it does not say.</param>
public sealed class ConnectorException(
    HttpStatusCode status, string? code = null, RetryConditionHeaderValue? retryAfter = null)
    : Exception($"The connector answered {(int)status}.")
{
    static readonly TimeSpan LongestRetry = TimeSpan.FromHours(1);

    public HttpStatusCode Status => status;

    public string? Code => code;

    /// <summary>
    /// How long it asks to be left alone, if it does: more than nothing and no more than an hour. Neither "at once" nor
    /// "in the next century" is taken at its word.
    /// </summary>
    public TimeSpan? RetryAfter(DateTimeOffset now) =>
        (retryAfter?.Delta ?? retryAfter?.Date - now) is { } after && after > TimeSpan.Zero
            ? after < LongestRetry ? after : LongestRetry
            : null;
}
