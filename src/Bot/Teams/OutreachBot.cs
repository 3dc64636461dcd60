using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Notifications;
using OutreachBot.Bot.Storage;
using OutreachBot.Cards;
using OutreachBot.Workflow;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Teams;

/// <summary>Activities of Teams: a press or a message of a person whom the directory knows is answered with a card.</summary>
public sealed partial class OutreachBot(
    CardActions actions, Messages messages, Conversations conversations, ChatOwners owners, HeldCards heldCards, Pace pace,
    CurrentAuthority current, TeamsSettings settings, RefusalLog refusals, TimeProvider clock,
    ILogger<OutreachBot> log) : ActivityHandler
{
    // Teams gives up after ten seconds and delivers again; the answer comes before.
    static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(8);
    static readonly TimeSpan ReplyWithin = TimeSpan.FromSeconds(9);

    // How long another delivery of the same message is given to reply.
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);
    const int Looks = 12;

    protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        var reply = await AnswerAsync(
            turnContext,
            async (actor, cancel) => new(await actions.AnswerAsync(
                new Press(actor, Verb(activity, invokeValue), invokeValue.Action.Data as JObject ?? [], Pressed(activity)), activity.Id, cancel)),
            cancellationToken);
        return CardAttachment.Answer(reply.Card);
    }

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        // A connector that does not take the reply must not keep Teams waiting: it says so, and what was done stays done.
        using var limit = new CancellationTokenSource(ReplyWithin, clock);
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var (activity, from) = (turnContext.Activity, Sender.Of(turnContext.Activity));
        var reply = await AnswerAsync(
            turnContext, (actor, cancel) => messages.AnswerAsync(actor, TypedMessage.Of(activity), activity.Id, cancel), bounded.Token);
        if (reply is { IsAgain: true, About: { } begun } && from is { } writer && await IsShownAsync(begun, writer, bounded.Token)) return;
        var sent = await ReplyAsync(turnContext, reply, from, bounded.Token);

        if (from is not { } person) return;
        pace.Count(person);
        if (reply.About is { } request)
            await heldCards.KeepAsync(request, person, new(activity.Conversation.Id, sent.Id), bounded.Token);
    }

    // Teams that is spoken to too fast says so of a reply as well, and what the bot sends of itself has to wait for it.
    async Task<ResourceResponse> ReplyAsync(ITurnContext turn, Reply reply, PersonId? to, CancellationToken cancel)
    {
        try
        {
            return await turn.SendActivityAsync(CardAttachment.Message(reply.Card), cancel);
        }
        catch (ConnectorException refused)
        {
            if (to is { } person && Failures.After(refused, attempts: 0, clock.GetUtcNow(), jitter: 1) is AfterFailure.TryAgain { Throttled: true, After: var pause })
                pace.Refused(person, pause);
            throw;
        }
    }

    // A second reply would put an earlier step in front of somebody who has gone on with the first. The other delivery may
    // also have failed before it replied, and so its reply is not waited for very long.
    async Task<bool> IsShownAsync(RequestId request, PersonId person, CancellationToken cancel)
    {
        for (var look = 0; look < Looks; look++)
        {
            if (await heldCards.FindAsync(request, person, cancel) is not null) return true;
            await Task.Delay(BetweenLooks, clock, cancel);
        }
        return false;
    }

    protected override Task OnConversationUpdateActivityAsync(
        ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity.MembersAdded is null ? Task.CompletedTask : WelcomeAsync(turnContext, cancellationToken);

    protected override Task OnInstallationUpdateAddAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        WelcomeAsync(turnContext, cancellationToken);

    // Teams and its emulators tell of an installation in several ways and again and again; one welcome is enough.
    async Task WelcomeAsync(ITurnContext turn, CancellationToken cancel)
    {
        if (!IsPersonal(turn.Activity) || Sender.Of(turn.Activity) is not { } person || current.Authority.ActorFor(person) is not { } actor) return;

        await LearnAsync(turn.Activity, person, cancel);
        if (await conversations.IsFirstWelcomeAsync(person, cancel))
            await turn.SendActivityAsync(CardAttachment.Message(HelpCard.Welcome(actor)), cancel);
    }

    // The turn's edge: one of the two places where an exception is caught. People see a fixed sentence and a reference.
    async Task<Reply> AnswerAsync(ITurnContext turn, Func<Actor, CancellationToken, Task<Reply>> answer, CancellationToken cancel)
    {
        if (Sender.Of(turn.Activity) is not { } person || current.Authority.ActorFor(person) is not { } actor)
        {
            refusals.Suspect("nobody of the directory", Sender.Of(turn.Activity));
            return new(HelpCard.Stranger());
        }
        if (!IsPersonal(turn.Activity))
        {
            refusals.Suspect("in front of others", person);
            return new(HelpCard.Problem("Please talk to me alone", "Requests are not for everybody's eyes. Open a chat with me, and type help."));
        }

        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var limit = clock.CreateTimer(_ => bounded.Cancel(), null, AnswerWithin, Timeout.InfiniteTimeSpan);
        try
        {
            await LearnAsync(turn.Activity, person, bounded.Token);
            return await answer(actor, bounded.Token);
        }
        catch (NewerRowException newer)
        {
            refusals.Unreadable(newer.Request);
            return new(HelpCard.Problem(
                "I cannot open that request yet",
                $"A newer version of me has written request {newer.Request}, so I leave it alone. Nothing of yours is lost. Please try again later."));
        }
        catch (Exception failure) when (failure is not RefusedException && (failure is not OperationCanceledException || !cancel.IsCancellationRequested))
        {
            var reference = System.Diagnostics.Activity.Current?.TraceId.ToString()[..8] ?? Guid.NewGuid().ToString("N")[..8];
            LogFailed(failure.GetType().Name, failure.TargetSite?.DeclaringType?.Name, reference);
            return new(HelpCard.Problem(
                "That did not work",
                $"Something is broken on our side, and nothing of yours is lost. Please try again in a minute. Reference: {reference}"));
        }
    }

    // A group that somebody adds the bot to is not theirs alone: what is sent to them there, others read.
    static bool IsPersonal(IActivity activity) =>
        activity.Conversation is { ConversationType: null or "" or "personal", IsGroup: not true };

    // In local mode several people may share one chat, as in Microsoft's playground.
    async Task LearnAsync(IActivity activity, PersonId person, CancellationToken cancel)
    {
        if (!settings.IsLocal && !await owners.IsTheirsAsync(person, activity.Conversation.Id, cancel))
            throw new RefusedException("somebody else's conversation", person);
        await conversations.LearnAsync(person, new(activity.ServiceUrl, activity.Conversation.Id, activity.Recipient?.Id ?? ""), cancel);
    }

    // An automatic refresh shows the card and decides nothing, whatever verb it carries.
    static string Verb(IInvokeActivity activity, AdaptiveCardInvokeValue value) =>
        activity.Value is JObject all && all.Value<string>("trigger") is "automatic" ? Verbs.Show : value.Action.Verb ?? "";

    static Held? Pressed(IActivity activity) =>
        activity.ReplyToId is { Length: > 0 } message ? new(activity.Conversation.Id, message) : null;

    [LoggerMessage(10, LogLevel.Error, "A turn failed with {Kind} in {Where}. Reference {Reference}.")]
    partial void LogFailed(string kind, string? where, string reference);
}
