using System.Net;
using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using OutreachBot.Bot.Conversation;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Teams;

/// <summary>
/// Answers to what people type: sent into their chat, counted, and remembered as the newest card of their request.
/// </summary>
public sealed class ChatReplies(
    TurnEdge edge, SentCards sentCards, TeamsRateLimit rateLimit, TeamsSettings settings, TimeProvider clock)
{
    // A connector that does not take the reply must not keep Teams waiting: it says so, and what was done stays done.
    static readonly TimeSpan OnTheWay = TimeSpan.FromSeconds(1);

    static readonly TimeSpan PauseUnlessSaid = TimeSpan.FromSeconds(1);

    // How long another delivery of the same message is given to reply.
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);
    const int Looks = 12;

    /// <param name="turn">The turn.</param>
    /// <param name="answer">What is answered to whom.</param>
    /// <param name="fault">As <see cref="TurnEdge.AnswerAsync"/> has it.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task AnswerAsync(
        ITurnContext turn, Func<Actor, CancellationToken, Task<Reply>> answer, Func<Actor, string, AdaptiveCard>? fault,
        CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(settings.WaitsFor - OnTheWay, clock);
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        var reply = await edge.AnswerAsync(turn, answer, fault, bounded.Token);
        await SendAsync(turn, reply, Sender.Of(turn.Activity), bounded.Token);
    }

    async Task SendAsync(ITurnContext turn, Reply reply, PersonId? to, CancellationToken cancel)
    {
        if (reply is { IsAgain: true, About: { } begun } && to is { } writer
            && await IsShownAsync(begun, writer, cancel)) return;

        if (await ReplyAsync(turn, reply, to, cancel) is not { } sent || to is not { } person) return;
        rateLimit.Count(person);
        if (reply.About is { } request)
            await sentCards.SaveAsync(request, person, new(PersonalChats.ChatOf(turn.Activity), sent.Id), cancel);
    }

    // Teams that is spoken to too fast says so of a reply as well, and what the bot sends of itself has to wait for it.
    /// <returns>Null: there is no such chat, or it does not take messages. Teams need not deliver again what cannot be
    /// answered.</returns>
    async Task<ResourceResponse?> ReplyAsync(ITurnContext turn, Reply reply, PersonId? to, CancellationToken cancel)
    {
        try
        {
            return await turn.SendActivityAsync(CardAttachment.Message(reply.Card), cancel);
        }
        catch (ConnectorException gone) when (gone.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            return null;
        }
        catch (ConnectorException refused)
        {
            if (to is { } person && refused.Status is HttpStatusCode.TooManyRequests)
                rateLimit.Refused(person, refused.RetryAfter(clock.GetUtcNow()) ?? PauseUnlessSaid);
            throw;
        }
    }

    // A second reply would put an earlier step in front of somebody who has gone on with the first. The other delivery
    // may also have failed before it replied, and so its reply is not waited for very long.
    async Task<bool> IsShownAsync(CaseId request, PersonId person, CancellationToken cancel)
    {
        for (var look = 0; look < Looks; look++)
        {
            if (await sentCards.FindAsync(request, person, cancel) is not null) return true;
            await Task.Delay(BetweenLooks, clock, cancel);
        }
        return false;
    }
}
