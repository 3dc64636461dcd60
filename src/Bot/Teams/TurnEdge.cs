using AdaptiveCards;
using Microsoft.Bot.Builder;
using OutreachBot.Bot.Conversation;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Operations;
using OutreachBot.Bot.Storage;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Teams;

/// <summary>
/// The edge of a turn: only people of the directory, in their own chats, get an answer, and they get one in time
/// whatever fails. One of the two places where an exception is caught.
/// </summary>
public sealed partial class TurnEdge(
    PersonalChats chats, CurrentAuthority current, RefusalLog refusals, TeamsSettings settings, TimeProvider clock,
    ILogger<TurnEdge> log)
{
    // What an answer needs on its way.
    static readonly TimeSpan OnTheWay = TimeSpan.FromSeconds(2);

    /// <param name="turn">The turn.</param>
    /// <param name="answer">What is answered to whom.</param>
    /// <param name="fault">The card for something broken, given a reference that stands in the log as well. Null: a few
    /// words.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task<Reply> AnswerAsync(
        ITurnContext turn, Func<Actor, CancellationToken, Task<Reply>> answer, Func<Actor, string, AdaptiveCard>? fault,
        CancellationToken cancel)
    {
        if (Sender.Of(turn.Activity) is not { } person || current.Authority.ActorFor(person) is not { } actor)
        {
            refusals.Suspect("nobody of the directory", Sender.Of(turn.Activity));
            return new(HelpCard.Stranger());
        }
        if (!PersonalChats.IsPersonal(turn.Activity))
        {
            refusals.Suspect("in front of others", person);
            return new(HelpCard.Problem(
                "Please talk to me alone",
                "Requests are not for everybody's eyes. Open a chat with me, and type help."));
        }

        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var limit =
            clock.CreateTimer(_ => bounded.Cancel(), null, settings.WaitsFor - OnTheWay, Timeout.InfiniteTimeSpan);
        try
        {
            await chats.LearnAsync(turn.Activity, person, bounded.Token);
            return await answer(actor, bounded.Token);
        }
        catch (NewerRowException newer)
        {
            refusals.Unreadable(newer.Case);
            return new(HelpCard.Problem(
                "I cannot open that request yet",
                $"A newer version of me has written request {newer.Case}, so I leave it alone. Nothing of yours is "
                + "lost. Please try again later."));
        }
        catch (Exception failure)
            when (failure is not RefusedException
                && (failure is not OperationCanceledException || !cancel.IsCancellationRequested))
        {
            var reference =
                System.Diagnostics.Activity.Current?.TraceId.ToString()[..8] ?? Guid.NewGuid().ToString("N")[..8];
            LogFailed(failure.GetType().Name, failure.TargetSite?.DeclaringType?.Name, reference);
            return new(fault?.Invoke(actor, reference) ?? FaultCard.For(reference));
        }
    }

    [LoggerMessage(10, LogLevel.Error, "A turn failed with {Kind} in {Where}. Reference {Reference}.")]
    partial void LogFailed(string kind, string? where, string reference);
}
