using System.Collections.Concurrent;
using OutreachBot.Channel;
using OutreachBot.Scenarios.Stories;

namespace OutreachBot.EndToEnd.Tests.Product;

public sealed class KillTests : IAsyncLifetime
{
    // Who is asked what on the way, by the line on their phone.
    static readonly (Func<OutreachStory, Chat> Whom, string What)[] Asked =
    [
        (story => story.Teacher, "has asked for a leading teacher to work with you"),
        (story => story.Inspector, "who can help?"),
        (story => story.LeadingTeacher, "can you help?"),
        (story => story.ProvidingHead, "approve?"),
        (story => story.LeadingTeacher, "Form 2"),
        (story => story.Head, "sign?"),
        (story => story.ProvidingHead, "sign?"),
        (story => story.LeadingTeacher, "Record of meeting"),
        (story => story.Teacher, "Form 3"),
        (story => story.Head, "Form 3"),
        (story => story.Inspector, "close the request?"),
    ];

    readonly ConcurrentDictionary<int, int> lifeOfCall = [];
    LocalBot bot = null!;
    FakeTeams teams = null!;

    public async ValueTask InitializeAsync()
    {
        // A story of many deaths is a short one where claims are.
        bot = await LocalBot.StartAsync(claimsHold: TimeSpan.FromSeconds(4));
        teams = await FakeTeams.StartAsync(bot.Casts.People);
        teams.Calendar = bot.Process.Calendar;
        teams.Bot = new HttpClient(new DeathAfterEveryAnswer(bot.Process)) { BaseAddress = bot.Address };
        teams.Faults = call =>
        {
            lifeOfCall[call.Number] = bot.Process.Lives;
            return null;
        };
    }

    [Fact]
    public async Task Killed_after_every_press_and_pressed_again_the_bot_loses_nothing_and_asks_nobody_twice()
    {
        var story = await new OutreachStory(teams, bot.Casts.Next()).UpToAsync(Chapter.End);
        foreach (var chat in new[] { story.Head, story.ProvidingHead, story.LeadingTeacher, story.Teacher })
            await chat.CardAsync("Finished, and thank you", story.Id);
        foreach (var head in new[] { story.Head, story.ProvidingHead })
            Assert.Contains("Payment statement", head.About(story.Id)!.Card.Text);

        Assert.True(bot.Process.Lives > 24);
        foreach (var (whom, what) in Asked)
            Assert.Contains(
                Messages(whom(story)), message => Summary(message).Contains(what, StringComparison.Ordinal));
        foreach (var chat in teams.Chats) NothingTwice(chat);

        var (code, said) = await bot.Process.VerifyAsync();
        Assert.True(code == 0 && said.Contains(" 0 dead: all is well.", StringComparison.Ordinal), said);
    }

    // A message may come again only where the process died between sending it and striking it out. Several people are
    // told at once, but each of them in order: it is the last that they had of the dead process.
    void NothingTwice(Chat chat)
    {
        foreach (var same in Messages(chat).GroupBy(Summary))
            foreach (var (first, second) in same.Zip(same.Skip(1)))
                Assert.True(
                    LastOfItsLife(first) && lifeOfCall[second.Number] > lifeOfCall[first.Number],
                    $"{chat.User.Name} was told twice: {same.Key}");
    }

    bool LastOfItsLife(ConnectorCall call) =>
        !teams.Calls.Any(later => later.IsNewMessage && later.Person == call.Person && later.Number > call.Number
            && lifeOfCall[later.Number] == lifeOfCall[call.Number]);

    IEnumerable<ConnectorCall> Messages(Chat chat) =>
        teams.Calls.Where(call => call.IsNewMessage && call.Person == chat.User.Id);

    static string Summary(ConnectorCall call) => (string?)call.Body["summary"] ?? "";

    public async ValueTask DisposeAsync()
    {
        teams.Bot!.Dispose();
        await teams.DisposeAsync();
        await bot.DisposeAsync();
    }
}
