using System.Net;
using System.Net.Http.Headers;

namespace OutreachBot.Bot.Teams;

/// <summary>The connector answered, and did not do what it was asked.</summary>
/// <param name="status">What it answered.</param>
/// <param name="code">The code of its error, such as <c>MessageWritesBlocked</c>. Null: it gave none.</param>
/// <param name="retryAfter">From when on it listens again. Null: it does not say.</param>
public sealed class ConnectorException(
    HttpStatusCode status, string? code = null, RetryConditionHeaderValue? retryAfter = null)
    : Exception($"The connector answered {(int)status}.")
{
    public HttpStatusCode Status => status;

    public string? Code => code;

    public RetryConditionHeaderValue? RetryAfter => retryAfter;
}
