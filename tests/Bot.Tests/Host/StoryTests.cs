using OutreachBot.Channel;
using OutreachBot.Scenarios.Stories;

namespace OutreachBot.Bot.Tests;

public sealed class StoryTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_whole_story_takes_few_presses_and_ends_with_the_payment()
    {
        await using var bot = await SharedBot.StartWithDaysAsync(azurite);
        var story = new OutreachStory(bot.Teams, bot.Casts.Next()) { Looks = true };

        await story.UpToAsync(Chapter.Matching);
        Assert.InRange(story.Head.Presses, 1, 4);

        await story.UpToAsync(Chapter.Form2);
        Assert.All(
            [story.Teacher, story.Inspector, story.LeadingTeacher, story.ProvidingHead],
            person => Assert.Equal(1, person.Presses));

        await story.UpToAsync(Chapter.End);
        Assert.InRange(bot.Teams.Chats.Sum(chat => chat.Presses), 20, 25);

        var statement = (await story.Head.CardAsync("Finished, and thank you", story.Id)).Card;
        Assert.Contains("2 days × £250 = £500", statement.Text);
        Assert.Contains("Paid by transfer from school to school, never to a person.", statement.Text);
        await bot.Host.SettledAsync();
        Assert.Empty(await bot.Host.ViolationsAsync());

        // Finance is told, and everybody who took part; nobody else has heard a word.
        var told = bot.Teams.Chats.Where(chat => chat.Messages.Count > 0).Select(chat => chat.User).ToList();
        Chat[] cast = [story.Head, story.Teacher, story.Inspector, story.LeadingTeacher, story.ProvidingHead];
        Assert.Empty(cast.Select(chat => chat.User).Except(told));
        Assert.All(told.Except(cast.Select(chat => chat.User)), user => Assert.True(user.Is("finance")));
        Assert.DoesNotContain(
            bot.Teams.Chats.SelectMany(chat => chat.Messages), message => message.Summary.Length == 0);
    }
}
