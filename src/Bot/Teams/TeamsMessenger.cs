using System.Net;
using AdaptiveCards;
using Azure;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Directory;
using ChatAddress = OutreachBot.Bot.Storage.ChatAddress;
using Conversations = OutreachBot.Bot.Storage.Conversations;

namespace OutreachBot.Bot.Teams;

/// <summary>Sends cards to people, and updates those it sent.</summary>
public sealed class TeamsMessenger(
    BotConnector connector, Conversations conversations, TeamsRateLimit rateLimit, TeamsSettings settings)
{
    /// <summary>A new message in the person's own chat with the bot, which is made if it is not there yet.</summary>
    /// <exception cref="ConnectorException">The connector refused; the status says why.</exception>
    public async Task<SentCard> SendAsync(PersonId to, AdaptiveCard card, CancellationToken cancel) =>
        await conversations.FindAsync(to, cancel) switch
        {
            // Teams would say so as well.
            { HasLeft: true } => throw new ConnectorException(HttpStatusCode.Forbidden, "AppRemoved"),
            { } address => await SendAsync(to, address, card, cancel),
            null => await SendFirstAsync(to, card, cancel),
        };

    /// <summary>Shows another card in a message that was sent before. Doing it twice is the same as once.</summary>
    /// <exception cref="ConnectorException">The connector refused; 404 when the message is gone.</exception>
    public async Task UpdateAsync(PersonId to, SentCard sent, AdaptiveCard card, CancellationToken cancel)
    {
        if (await conversations.FindAsync(to, cancel) is not { HasLeft: false } address) return;

        await rateLimit.TurnAsync(to, cancel);
        var activity = Message(card, address with { Conversation = sent.Conversation });
        activity.Id = sent.Activity;
        await connector.UpdateAsync(address.ServiceUrl, sent.Conversation, sent.Activity, activity, cancel);
    }

    // A connector may make a conversation for somebody whom it does not carry, and refuse only what is sent there: the
    // address is learnt when the first card has arrived.
    async Task<SentCard> SendFirstAsync(PersonId to, AdaptiveCard card, CancellationToken cancel)
    {
        var urls = new Queue<string>(
            (await conversations.ServiceUrlsAsync(to.Tenant, cancel)).Append(settings.ServiceUrl).Distinct());
        while (true)
        {
            try
            {
                var address = await CreateAsync(to, urls.Dequeue(), cancel);
                var sent = await SendAsync(to, address, card, cancel);
                await LearnAsync(to, address, cancel);
                return sent;
            }
            catch (Exception failure) when (urls.Count > 0 && IsElsewhere(failure))
            {
                // The next connector may carry the person.
            }
        }
    }

    // What was sent is sent: it must not come again because its address could not be written down just now.
    async Task LearnAsync(PersonId to, ChatAddress address, CancellationToken cancel)
    {
        try
        {
            await conversations.LearnAsync(to, address, cancel);
        }
        catch (Exception failure)
            when (failure is RequestFailedException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            // The next send finds the same conversation.
        }
    }

    // Throttled or broken says nothing about where the person is. Microsoft's playground calls an unknown person an
    // error of its own.
    static bool IsElsewhere(Exception failure) => failure switch
    {
        ConnectorException { Code: "UserNotFound" } => true,
        ConnectorException
        {
            Status: HttpStatusCode.BadRequest or HttpStatusCode.Forbidden
            or HttpStatusCode.NotFound
        } => true,
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => true,
        _ => false,
    };

    async Task<SentCard> SendAsync(PersonId to, ChatAddress address, AdaptiveCard card, CancellationToken cancel)
    {
        await rateLimit.TurnAsync(to, cancel);
        var sent = await connector.SendAsync(address.ServiceUrl, address.Conversation, Message(card, address), cancel);
        return new(address.Conversation, sent.Id ?? "");
    }

    async Task<ChatAddress> CreateAsync(PersonId to, string serviceUrl, CancellationToken cancel)
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

        await rateLimit.TurnAsync(to, cancel);
        return new(serviceUrl, await connector.CreateConversationAsync(serviceUrl, parameters, cancel), bot);
    }

    // What a turn of the Bot Framework would put on it, without a turn.
    static Activity Message(AdaptiveCard card, ChatAddress address)
    {
        var activity = CardAttachment.Message(card);
        activity.ChannelId = Channels.Msteams;
        activity.From = new ChannelAccount(id: address.Bot);
        activity.Conversation = new ConversationAccount(id: address.Conversation);
        return activity;
    }
}
