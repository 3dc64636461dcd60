using System.Collections.Immutable;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Directory;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Bot.Tests;

/// <summary>
/// A happening that more people hear of than a transaction holds: two hundred see to the payments, in so many tenants
/// that no tenant's rateLimit is exceeded.
/// </summary>
public sealed class LargeFanOutTests(AzuriteFixture azurite)
{
    static readonly Member[] Office = [.. Enumerable.Range(300, 200).Select(number => Officer(number))];

    [Fact]
    public async Task It_is_recorded_in_one_transaction_and_everybody_is_told_once()
    {
        await using var dispatch = await ClosedAsync();
        var all = Assert.Single(await dispatch.Bot.RowsAsync("outbox|"));
        Assert.Equal(FanOutItem.AsKind, all.GetString("Kind"));

        await dispatch.DrainAsync();
        await dispatch.DrainAfterAsync(TimeSpan.FromMinutes(1));

        Assert.All(Office, officer => Assert.Single(dispatch.Teams[officer.Person.Id.Object].Messages));
        Assert.Empty(await dispatch.Bot.RowsAsync("outbox|"));
    }

    // By then another is in office, who stands before all others in the directory.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Interrupted_it_is_done_again_and_tells_nobody_twice(bool otherDirectory)
    {
        var newcomer = Officer(299);
        await using var dispatch = await ClosedAsync();

        // The first part of the items is written, and the process dies before the second.
        var transactions = 0;
        dispatch.Bot.Wire.Losses = request => Wire.IsTransaction(request) && ++transactions >= 2 ? Loss.Request : null;
        await dispatch.TryDrainAsync();
        var written = (await dispatch.Bot.RowsAsync("outbox|")).Count;
        Assert.InRange(written, 90, 150);
        dispatch.Bot.Wire.Losses = null;

        if (otherDirectory) dispatch.Bot.Current.Replace(Some.AuthorityOf([newcomer, .. Some.Members, .. Office]));
        var another = dispatch.Another();
        await another.TakeOverAsync();
        await another.DrainAfterAsync(TimeSpan.FromMinutes(1));

        Assert.All(Office, officer => Assert.Single(dispatch.Teams[officer.Person.Id.Object].Messages));
        Assert.Equal(otherDirectory ? 1 : 0, dispatch.Teams[newcomer.Person.Id.Object].Messages.Count);
        Assert.Empty(await dispatch.Bot.RowsAsync("outbox|"));
    }

    static Member Officer(int number) => new(
        new Person(new($"f{number % 8}", $"00000000-0000-4000-8000-{number:D12}"), $"Officer {number}"),
        $"p{number}@authority.example", ImmutableHashSet.Create(Role.Finance), null);

    async Task<ManualDispatch> ClosedAsync()
    {
        var dispatch = await ManualDispatch.StartAsync(azurite, Given.AFinishedReflection, [.. Office, Officer(299)]);
        dispatch.Bot.Current.Replace(Some.AuthorityOf([.. Some.Members, .. Office]));
        await dispatch.DoAsync(Some.Inspector, new CloseRequest("Thank you."));
        return dispatch;
    }
}
