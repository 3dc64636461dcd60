using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Verification;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests;

public sealed class WholeStoreTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_was_decided_is_read_back_whole_and_found_sound()
    {
        var bot = await Instance.StartAsync(azurite);
        var request = await bot.HaveAsync(Given.ARelease);
        await bot.PressAsync(Some.ProvidingHeadteacher, new RequestCommand.AgreeRelease(""), request.Version);

        var whole = (await new WholeStore(bot.Tables, Instance.Workflows).CasesAsync(default))[Some.Id];

        Assert.Equal(request.Version + 1, whole.Events.Count);
        Assert.Equal(whole.Events.Count, whole.Operations.Count);
        Assert.NotEmpty(whole.Outbox);
        Assert.Empty(StoreChecks.Check(whole));
    }

    [Fact]
    public async Task A_row_that_somebody_took_away_is_found()
    {
        var bot = await Instance.StartAsync(azurite);
        await bot.HaveAsync(Given.ARelease);
        await bot.Tables.Cases.DeleteEntityAsync(Some.Id.Bucket, $"request|{Some.Id}|event|000002");

        var whole = (await new WholeStore(bot.Tables, Instance.Workflows).CasesAsync(default))[Some.Id];

        Assert.Contains(StoreChecks.Check(whole), fault => fault.Invariant == "I3");
    }
}
