using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Tests;

public sealed class WorkListsTests(AzuriteFixture azurite)
{
    static readonly PersonId Person = Some.Headteacher.Person.Id;

    [Fact]
    public async Task A_draft_is_open_and_a_draft()
    {
        var bot = await Instance.StartAsync(azurite);

        await bot.WorkLists.PutAsync(Person, Given.ADraft.Request, default);

        Assert.Equal([Some.Id], await bot.WorkLists.OpenAsync(Person, default));
        Assert.Equal([Some.Id], await bot.WorkLists.DraftsAsync(Person, default));
        Assert.Equal([Some.Id], await bot.WorkLists.OfAsync(Person, default));
        Assert.Empty(await bot.WorkLists.OfAsync(Some.Stranger.Person.Id, default));
    }

    [Fact]
    public async Task What_was_sent_is_no_draft_and_what_is_over_is_not_open()
    {
        var bot = await Instance.StartAsync(azurite);
        await bot.WorkLists.PutAsync(Person, Given.ADraft.Request, default);

        await bot.WorkLists.PutAsync(Person, Given.ARelease.Request, default);
        Assert.Empty(await bot.WorkLists.DraftsAsync(Person, default));
        Assert.Equal([Some.Id], await bot.WorkLists.OpenAsync(Person, default));

        await bot.WorkLists.PutAsync(Person, Given.AClosedRequest.Request, default);
        Assert.Empty(await bot.WorkLists.OpenAsync(Person, default));
        Assert.Equal([Some.Id], await bot.WorkLists.OfAsync(Person, default));
    }

    [Fact]
    public async Task Of_what_is_over_the_last_fifty_are_shown_behind_what_is_open()
    {
        var bot = await Instance.StartAsync(azurite);
        var ended = Enumerable.Range(1, 52).Select(number => CaseId.From((ulong)number * 16, 16)).ToList();
        foreach (var id in ended)
            await bot.WorkLists.PutAsync(Person, Given.AClosedRequest.Request with { Id = id }, default);
        await bot.WorkLists.PutAsync(Person, Given.ARelease.Request, default);

        Assert.Equal([Some.Id, .. Enumerable.Reverse(ended).Take(50)], await bot.WorkLists.OfAsync(Person, default));
    }
}
