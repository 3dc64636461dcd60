using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace OutreachBot.Sdk.Tests.Bots;

public sealed class ActivityHandlerTests
{
    [Theory]
    [InlineData("message", "message request")]
    [InlineData("installed", "installed")]
    [InlineData("removed", "removed")]
    [InlineData("members-added", "added 29:1abcDEF_ghi-jkl 28:bot")]
    [InlineData("typing", "")]
    [InlineData("new-type", "unrecognised")]
    public async Task Each_activity_is_handed_to_the_method_of_its_type(string recorded, string expected)
    {
        var bot = new Listener();
        await using var host = await BotHost.StartAsync(bot);

        await host.PostAsync(Activities.Recorded(recorded));

        Assert.Equal(expected, bot.Heard);
    }

    [Theory]
    [InlineData("msteams", true)]
    [InlineData("test", false)]
    public async Task The_bot_itself_added_is_told_to_Teams_handlers_only(string channel, bool told)
    {
        var bot = new Listener();
        await using var host = await BotHost.StartAsync(bot);
        var activity = JObject.Parse(Activities.Recorded("members-added"));
        ((JArray)activity["membersAdded"]!).RemoveAt(0);
        activity["channelId"] = channel;

        await host.PostAsync(activity.ToString());

        Assert.Equal(told ? "added 28:bot" : "", bot.Heard);
    }

    sealed class Listener : TeamsActivityHandler
    {
        public string Heard { get; private set; } = "";

        protected override Task OnMessageActivityAsync(
            ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            Hear($"message {turnContext.Activity.Text}");

        protected override Task OnInstallationUpdateAddAsync(
            ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Hear("installed");

        protected override Task OnInstallationUpdateRemoveAsync(
            ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Hear("removed");

        protected override Task OnTeamsMembersAddedAsync(
            IList<TeamsChannelAccount> teamsMembersAdded, TeamInfo teamInfo,
            ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Hear($"added {string.Join(' ', teamsMembersAdded.Select(member => member.Id))}");

        protected override Task OnUnrecognizedActivityTypeAsync(
            ITurnContext turnContext, CancellationToken cancellationToken) => Hear("unrecognised");

        Task Hear(string what)
        {
            Heard += what;
            return Task.CompletedTask;
        }
    }
}
