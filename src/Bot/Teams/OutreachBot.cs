using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using OutreachBot.Bot.Conversation;
using OutreachBot.Bot.Directory;
using OutreachBot.Cards.Elements;

namespace OutreachBot.Bot.Teams;

/// <summary>
/// Activities of Teams: a press or a message of a person whom the directory knows is answered with a card.
/// </summary>
public sealed class OutreachBot(
    CardActions actions, TypedCommands messages, TurnEdge edge, PersonalChats chats, ChatReplies replies,
    CurrentAuthority current) : ActivityHandler
{
    protected override async Task<InvokeResponse> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        if (PressedButton.OfInvoke(activity, actions.KnownVerbs) is not { } pressed)
            return OtherInvokes.Answer(activity.Name)
                ?? await base.OnInvokeActivityAsync(turnContext, cancellationToken);

        var reply = await edge.AnswerAsync(
            turnContext,
            async (actor, cancel) => new(await actions.AnswerAsync(pressed(actor), activity.Id, cancel)),
            (actor, reference) => Fault(pressed(actor), reference),
            cancellationToken);
        return new() { Status = 200, Body = CardAttachment.Answer(reply.Card) };
    }

    protected override Task OnMessageActivityAsync(
        ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        var text = TypedMessage.Of(activity);
        var pressed = PressedButton.OfMessage(activity, actions.KnownVerbs);
        return replies.AnswerAsync(
            turnContext,
            async (actor, cancel) => pressed is not null && (text.Length == 0 || IsOurs(pressed(actor)))
                ? await PressAsync(pressed(actor), activity.Id, cancel)
                : await messages.AnswerAsync(actor, text, activity.Id, cancel),
            pressed is null ? null : (actor, reference) => Fault(pressed(actor), reference),
            cancellationToken);
    }

    protected override Task OnMessageUpdateActivityAsync(
        ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        replies.AnswerAsync(
            turnContext, (actor, cancel) => messages.ShowAsync(actor, TypedMessage.Of(turnContext.Activity), cancel),
            fault: null, cancellationToken);

    protected override Task OnMessageDeleteActivityAsync(
        ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) =>
        replies.AnswerAsync(
            turnContext, (actor, cancel) => messages.ShowAsync(actor, "", cancel), fault: null, cancellationToken);

    protected override Task OnConversationUpdateActivityAsync(
        ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity.MembersAdded is null ? Task.CompletedTask : WelcomeAsync(turnContext, cancellationToken);

    // A newer version of the app is no installation and no removal, whatever it is called.
    protected override Task OnInstallationUpdateActivityAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext,
        CancellationToken cancellationToken) => turnContext.Activity.Action switch
        {
            "add" => WelcomeAsync(turnContext, cancellationToken),
            "remove" => LeaveAsync(turnContext.Activity, cancellationToken),
            _ => Task.CompletedTask,
        };

    // Teams and its emulators tell of an installation in several ways and again and again; one welcome is enough.
    async Task WelcomeAsync(ITurnContext turn, CancellationToken cancel)
    {
        if (!PersonalChats.IsPersonal(turn.Activity) || Sender.Of(turn.Activity) is not { } person
            || current.Authority.ActorFor(person) is not { } actor) return;

        if (await chats.IsFirstWelcomeAsync(turn.Activity, person, cancel))
            await turn.SendActivityAsync(CardAttachment.Message(messages.Welcome(actor)), cancel);
    }

    Task LeaveAsync(IActivity activity, CancellationToken cancel) =>
        PersonalChats.IsPersonal(activity) && Sender.Of(activity) is { } person
            ? chats.LeaveAsync(person, cancel)
            : Task.CompletedTask;

    async Task<Reply> PressAsync(Press press, string activityId, CancellationToken cancel) =>
        new(await actions.AnswerAsync(press, activityId, cancel), press.Case);

    static bool IsOurs(Press press) => press.Case is { } id && press.Operation(id) is not null;

    AdaptiveCard Fault(Press press, string reference) => FaultCard.For(reference, press.Retried(current.Schemes));
}
