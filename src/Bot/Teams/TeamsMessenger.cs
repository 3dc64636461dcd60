using System.Net;
using System.Security.Claims;
using AdaptiveCards;
using Azure;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OutreachBot.Bot.Notifications;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow;

namespace OutreachBot.Bot.Teams;

/// <summary>Sends cards to people, and updates those it sent.</summary>
public sealed class TeamsMessenger(CloudAdapter adapter, Conversations conversations, Pace pace, TeamsSettings settings)
{
    // As whom the bot speaks.
    readonly ClaimsIdentity self = new(
        [new(AuthenticationConstants.AudienceClaim, settings.MicrosoftAppId), new(AuthenticationConstants.AppIdClaim, settings.MicrosoftAppId)]);

    /// <summary>A new message in the person's own chat with the bot, which is made if it is not there yet.</summary>
    /// <exception cref="ErrorResponseException">The connector refused; the status says why.</exception>
    public async Task<Held> SendAsync(PersonId to, AdaptiveCard card, CancellationToken cancel) =>
        await conversations.FindAsync(to, cancel) is { } place
            ? await SendAsync(to, place, card, cancel)
            : await SendFirstAsync(to, card, cancel);

    /// <summary>Shows another card in a message that was sent before. Doing it twice is the same as once.</summary>
    /// <exception cref="ErrorResponseException">The connector refused; 404 when the message is gone.</exception>
    public async Task UpdateAsync(PersonId to, Held held, AdaptiveCard card, CancellationToken cancel)
    {
        if (await conversations.FindAsync(to, cancel) is not { } place) return;

        var activity = CardAttachment.Message(card);
        activity.Id = held.Activity;
        await ContinueAsync(to, place with { Conversation = held.Conversation }, (turn, ct) => turn.UpdateActivityAsync(activity, ct), cancel);
    }

    // A connector may make a conversation for somebody whom it does not carry, and refuse only what is sent there: the
    // place is learnt when the first card has arrived.
    async Task<Held> SendFirstAsync(PersonId to, AdaptiveCard card, CancellationToken cancel)
    {
        var urls = new Queue<string>((await conversations.ServiceUrlsAsync(to.Tenant, cancel)).Append(settings.ServiceUrl).Distinct());
        while (true)
        {
            try
            {
                var place = await CreateAsync(to, urls.Dequeue(), cancel);
                var held = await SendAsync(to, place, card, cancel);
                await LearnAsync(to, place, cancel);
                return held;
            }
            catch (Exception failure) when (urls.Count > 0 && IsElsewhere(failure))
            {
                // The next connector may carry the person.
            }
        }
    }

    // What was sent is sent: it must not come again because its place could not be written down just now.
    async Task LearnAsync(PersonId to, Place place, CancellationToken cancel)
    {
        try
        {
            await conversations.LearnAsync(to, place, cancel);
        }
        catch (Exception failure) when (failure is RequestFailedException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            // The next send finds the same conversation.
        }
    }

    // Throttled or broken says nothing about where the person is. Microsoft's playground calls an unknown person an error of its own.
    static bool IsElsewhere(Exception failure) => failure switch
    {
        ErrorResponseException { Body.Error.Code: "UserNotFound" } => true,
        ErrorResponseException { Response.StatusCode: HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound } => true,
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => true,
        _ => false,
    };

    async Task<Held> SendAsync(PersonId to, Place place, AdaptiveCard card, CancellationToken cancel)
    {
        var sent = "";
        await ContinueAsync(to, place, async (turn, ct) => sent = (await turn.SendActivityAsync(CardAttachment.Message(card), ct)).Id, cancel);
        return new(place.Conversation, sent);
    }

    async Task<Place> CreateAsync(PersonId to, string serviceUrl, CancellationToken cancel)
    {
        var bot = $"28:{settings.MicrosoftAppId}";
        var parameters = new ConversationParameters
        {
            IsGroup = false,
            Bot = new ChannelAccount(id: bot),
            Members = [new ChannelAccount(id: to.Object)],
            TenantId = to.Tenant,
            ChannelData = new JObject { ["tenant"] = new JObject { ["id"] = to.Tenant } },
        };

        await pace.TurnAsync(to, cancel);
        var conversation = "";
        await adapter.CreateConversationAsync(
            settings.MicrosoftAppId, Channels.Msteams, serviceUrl, "https://api.botframework.com", parameters,
            (turn, _) =>
            {
                conversation = turn.Activity.Conversation.Id;
                return Task.CompletedTask;
            },
            cancel);
        return new Place(serviceUrl, conversation, bot);
    }

    async Task ContinueAsync(PersonId to, Place place, BotCallbackHandler send, CancellationToken cancel)
    {
        await pace.TurnAsync(to, cancel);
        var reference = new ConversationReference
        {
            ChannelId = Channels.Msteams,
            ServiceUrl = place.ServiceUrl,
            Bot = new ChannelAccount(id: place.Bot),
            Conversation = new ConversationAccount(id: place.Conversation),
        };
        await adapter.ContinueConversationAsync(self, reference, send, cancel);
    }
}
