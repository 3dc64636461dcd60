using System.Text.Json.Nodes;

namespace OutreachBot.Bot.Tests;

/// <summary>
/// What Teams sends besides messages and presses, through Microsoft's handler to the bot's own. The corpus has more.
/// </summary>
public sealed class OddActivitiesTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("""{"type":"messageUpdate","text":"hi","channelData":{"eventType":"editMessage"}}""")]
    [InlineData("""{"type":"messageUpdate","channelData":{"eventType":"undeleteMessage"}}""")]
    [InlineData("""{"type":"messageDelete","channelData":{"eventType":"softDeleteMessage"}}""")]
    [InlineData(
        """{"type":"messageReaction","reactionsAdded":[{"type":"like"}],"reactionsRemoved":[{"type":"like"}]}""")]
    [InlineData("""{"type":"messageReaction","reactionsAdded":[null]}""")]
    [InlineData(
        """{"type":"event","name":"application/vnd.microsoft.readReceipt","value":{"lastReadMessageId":"1"}}""")]
    [InlineData("""{"type":"event","name":"application/vnd.microsoft.meetingStart","value":{}}""")]
    [InlineData("""{"type":"event","name":"tokens/response"}""")]
    [InlineData("""{"type":"event"}""")]
    [InlineData("""{"type":"typing"}""")]
    [InlineData("""{"type":"installationUpdate","action":"remove"}""")]
    [InlineData("""{"type":"installationUpdate","action":"add-upgrade"}""")]
    [InlineData("""{"type":"installationUpdate","action":"remove-upgrade"}""")]
    [InlineData("""{"type":"installationUpdate"}""")]
    [InlineData("""{"type":"conversationUpdate","membersRemoved":[{"id":"29:1"}]}""")]
    [InlineData("""{"type":"conversationUpdate","topicName":"A name","channelData":{"eventType":"channelRenamed"}}""")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[null]}""")]
    [InlineData("""{"type":"endOfConversation","code":"unknown"}""")]
    [InlineData("""{"type":"command","name":"any"}""")]
    [InlineData("""{"type":"commandResult","name":"any"}""")]
    [InlineData("""{"type":"contactRelationUpdate"}""")]
    [InlineData("""{"type":"handoff"}""")]
    [InlineData("""{"type":"trace"}""")]
    [InlineData("""{"type":"suggestion"}""")]
    [InlineData("""{"type":"invoke","name":"composeExtension/query","value":{"commandId":"any"}}""")]
    [InlineData("""{"type":"invoke","name":"composeExtension/queryLink","value":{"url":"https://example.org"}}""")]
    [InlineData("""{"type":"invoke","name":"task/fetch","value":{}}""")]
    [InlineData("""{"type":"invoke","name":"signin/verifyState"}""")]
    [InlineData("""{"type":"invoke","name":"message/submitAction","value":{"actionName":"feedback"}}""")]
    [InlineData("""{"type":"invoke","name":"application/search"}""")]
    [InlineData(
        """{"type":"invoke","name":"application/search","value":{"kind":"search","queryText":"a","queryOptions":{}}}""")]
    [InlineData("""{"type":"invoke","name":"task/submit","value":{}}""")]
    [InlineData("""{"type":"invoke","name":"fileConsent/invoke","value":{"action":"accept"}}""")]
    [InlineData("""{"type":"invoke","name":"config/fetch"}""")]
    [InlineData("""{"type":"invoke","name":"tab/fetch"}""")]
    [InlineData("""{"type":"invoke","name":"nobody/knows","value":{}}""", 501)]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action"}""", 400)]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action","value":{"action":"agree"}}""", 400)]
    public async Task Is_answered_and_fails_nobody(string odd, int status = 200)
    {
        var bot = await azurite.BotAsync();
        var changes = JsonNode.Parse(odd)!.AsObject();
        var activity = bot.Teams.Activity((await bot.AtReleaseAsync()).SecondTeacher.User, (string)changes["type"]!);
        foreach (var (name, value) in changes)
        {
            if (name is "channelData")
                foreach (var (inner, data) in value!.AsObject()) activity["channelData"]![inner] = data?.DeepClone();
            else activity[name] = value?.DeepClone();
        }

        Assert.Equal(status, (await bot.Teams.PostAsync(activity)).Status);
    }
}
