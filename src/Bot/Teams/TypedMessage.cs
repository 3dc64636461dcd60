using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OutreachBot.Bot.Conversation;

namespace OutreachBot.Bot.Teams;

/// <summary>The words of a message, wherever the client has put them.</summary>
static class TypedMessage
{
    const string Html = "text/html";

    /// <summary>What was said, without markup. The attachment that repeats it as HTML is read and not kept.</summary>
    public static string Of(IMessageActivity activity) => TypedText.Of(new(
        activity.Text,
        activity.TextFormat,
        activity.Attachments?.FirstOrDefault(attachment => attachment.ContentType == Html)?.Content as string,
        [.. (activity.Entities ?? []).Where(entity => entity.Type == "mention")
            .Select(entity => Mentioned(entity.Properties))],
        activity.Recipient?.Id,
        activity.Recipient?.Name));

    static Mentioned Mentioned(JObject? entity) =>
        new(Text(entity?["mentioned"] is JObject mentioned ? mentioned["id"] : null), Text(entity?["text"]));

    static string? Text(JToken? token) => token is JValue { Value: string text } ? text : null;
}
