using Microsoft.Bot.Schema;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Directory;
using ChatAddress = OutreachBot.Bot.Storage.ChatAddress;
using Conversations = OutreachBot.Bot.Storage.Conversations;

namespace OutreachBot.Bot.Teams;

/// <summary>People's own chats with the bot: which those are, whose, and where people are reached.</summary>
public sealed class PersonalChats(Conversations conversations, ChatOwners owners, TeamsSettings settings)
{
    // Teams names a thread of a chat by the chat and the message that began it.
    const string Thread = ";messageid=";

    /// <summary>Only what says so. What is sent to a meeting, a group or a channel, others read.</summary>
    public static bool IsPersonal(IActivity activity) =>
        activity.Conversation is { IsGroup: not true } conversation
        && string.Equals(conversation.ConversationType, "personal", StringComparison.OrdinalIgnoreCase);

    /// <summary>The chat itself, where an activity comes from a thread in it.</summary>
    public static string ChatOf(IActivity activity)
    {
        var id = activity.Conversation.Id;
        return id.IndexOf(Thread, StringComparison.OrdinalIgnoreCase) is > 0 and var at ? id[..at] : id;
    }

    /// <summary>
    /// Remembers where somebody is reached. In local mode several people may share one chat, as in Microsoft's
    /// playground.
    /// </summary>
    /// <exception cref="RefusedException">It is somebody else's chat.</exception>
    public async Task LearnAsync(IActivity activity, PersonId person, CancellationToken cancel) =>
        await conversations.LearnAsync(person, await AddressAsync(activity, person, cancel), cancel);

    /// <summary>Somebody has installed the bot, or has it again.</summary>
    /// <returns>True the first time for each person.</returns>
    /// <exception cref="RefusedException">It is somebody else's chat.</exception>
    public async Task<bool> IsFirstWelcomeAsync(IActivity activity, PersonId person, CancellationToken cancel)
    {
        await conversations.ReturnAsync(person, await AddressAsync(activity, person, cancel), cancel);
        return await conversations.IsFirstWelcomeAsync(person, cancel);
    }

    /// <summary>Somebody has removed the bot. Until they do anything with it again they cannot be reached.</summary>
    public Task LeaveAsync(PersonId person, CancellationToken cancel) => conversations.LeaveAsync(person, cancel);

    async Task<ChatAddress> AddressAsync(IActivity activity, PersonId person, CancellationToken cancel)
    {
        var chat = ChatOf(activity);
        return settings.IsLocal || await owners.IsTheirsAsync(person, chat, cancel)
            ? new(activity.ServiceUrl, chat, activity.Recipient?.Id ?? "")
            : throw new RefusedException("somebody else's conversation", person);
    }
}
