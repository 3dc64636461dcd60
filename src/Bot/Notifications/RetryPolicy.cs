using System.Net;
using Azure;
using Azure.Identity;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Teams;

namespace OutreachBot.Bot.Notifications;

/// <summary>What to do about an item that could not be delivered just now.</summary>
public abstract record AfterFailure
{
    AfterFailure()
    {
    }

    /// <param name="After">How long to wait.</param>
    /// <param name="Throttled">Teams has said so, for all that is to be sent to this person.</param>
    public sealed record TryAgain(TimeSpan After, bool Throttled = false) : AfterFailure;

    /// <summary>Laid aside, with the kind of reason and no text.</summary>
    public sealed record GiveUp(string Reason) : AfterFailure;
}

/// <summary>How long to wait after which failure. It only answers; the dispatcher waits.</summary>
/// <param name="clock">Teams may name the moment from which on it listens again.</param>
/// <param name="random">So that many do not try again at the same moment.</param>
public sealed class RetryPolicy(TimeProvider clock, Random random)
{
    // A day and more of trying, with the pauses below.
    const int MostAttempts = 300;
    static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <param name="failure">What was thrown.</param>
    /// <param name="attempts">How often it had failed before.</param>
    public AfterFailure After(Exception failure, int attempts) =>
        failure switch
        {
            _ when attempts >= MostAttempts => new AfterFailure.GiveUp("tried-too-often"),
            ConnectorException { Status: HttpStatusCode.TooManyRequests } throttled =>
                new AfterFailure.TryAgain(throttled.RetryAfter(clock.GetUtcNow()) ?? Pause(attempts), Throttled: true),
            ConnectorException { Status: HttpStatusCode.Forbidden or HttpStatusCode.NotFound } =>
                new AfterFailure.GiveUp(DeadLetter.Unreachable),
            ConnectorException { Status: HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge } =>
                new AfterFailure.GiveUp("refused"),
            ConnectorException or HttpRequestException or OperationCanceledException or TimeoutException
                or RequestFailedException or AuthenticationFailedException =>
                new AfterFailure.TryAgain(Pause(attempts)),

            // Another instance runs the newer version already, or this one soon will.
            NewerRowException => new AfterFailure.TryAgain(LongestPause),
            _ => new AfterFailure.GiveUp(failure.GetType().Name),
        };

    TimeSpan Pause(int attempts)
    {
        var seconds = Math.Min(Math.Pow(2, Math.Min(attempts, 20)), LongestPause.TotalSeconds);
        return TimeSpan.FromSeconds(seconds * (0.5 + (random.NextDouble() / 2)));
    }
}
