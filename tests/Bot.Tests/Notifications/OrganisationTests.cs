using System.Collections.Immutable;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Tests;

/// <summary>
/// People of one organisation whom Teams does not reach, as when it has blocked the bot, are one task for a
/// coordinator.
/// </summary>
public sealed class OrganisationTests(AzuriteFixture azurite)
{
    const string Blocked = "b10cced0-0000-4000-8000-000000000001";

    static readonly Member[] People = [.. Enumerable.Range(400, 12).Select(number => Finance(number, Blocked))];
    static readonly Member Elsewhere = Finance(500, "e15e0000-0000-4000-8000-000000000001");

    [Fact]
    public async Task The_card_that_told_of_the_first_tells_of_the_others_without_a_sound()
    {
        await using var dispatch = await StartAsync();

        for (var one = 0; one < People.Length; one++) await LoseAsync(dispatch, one, People[one]);

        var card = Assert.Single(dispatch[Some.Coordinator].Messages).Card;
        Assert.Equal("I cannot reach several people of one organisation", card.Heading);
        Assert.Contains("Officer 400, Officer 401", card.Text);
        Assert.Contains("and 2 more.", card.Text);
        Assert.Contains("about 12 requests", card.Text);
    }

    [Fact]
    public async Task One_who_is_not_reached_about_two_requests_is_one_task_too()
    {
        await using var dispatch = await StartAsync();

        await LoseAsync(dispatch, 0, People[0]);
        await LoseAsync(dispatch, 1, People[0]);

        var card = Assert.Single(dispatch[Some.Coordinator].Messages).Card;
        Assert.Equal("I cannot reach somebody", card.Heading);
        Assert.Contains("about 2 requests", card.Text);
    }

    [Fact]
    public async Task Another_organisation_is_another_task()
    {
        await using var dispatch = await StartAsync();

        await LoseAsync(dispatch, 0, People[0]);
        await LoseAsync(dispatch, 1, Elsewhere);

        Assert.Equal(2, dispatch.NewMessages(Some.Coordinator));
    }

    [Theory]
    [InlineData(1, 61, true)]
    [InlineData(1, 59, false)]
    [InlineData(2, 61, false)]
    [InlineData(2, (24 * 60) + 1, true)]
    public async Task It_is_told_again_after_an_hour_or_of_more_than_two_people_after_a_day(
        int before, int minutes, bool isTold)
    {
        await using var dispatch = await StartAsync();
        for (var one = 0; one < before; one++) await LoseAsync(dispatch, one, People[one]);
        dispatch.Bot.Clock.Advance(TimeSpan.FromMinutes(minutes));

        await LoseAsync(dispatch, before, People[before]);

        Assert.Equal(isTold ? 2 : 1, dispatch.NewMessages(Some.Coordinator));
    }

    [Fact]
    public async Task What_fails_after_it_was_sent_again_is_told_anew()
    {
        await using var dispatch = await StartAsync();
        await LoseAsync(dispatch, 0, People[0]);

        await dispatch.Undelivered.SendAgainAsync(Some.Coordinator, about: null, default);
        await LoseAsync(dispatch, 1, People[1]);

        Assert.Equal(2, dispatch.NewMessages(Some.Coordinator));
    }

    [Fact]
    public async Task A_card_that_is_gone_is_sent_anew()
    {
        await using var dispatch = await StartAsync();
        await LoseAsync(dispatch, 0, People[0]);
        dispatch.Teams.Faults = call => call.IsUpdate ? new(404, "ActivityNotFoundInConversation") : null;

        await LoseAsync(dispatch, 1, People[1]);

        Assert.Equal(2, dispatch.NewMessages(Some.Coordinator));
    }

    [Fact]
    public async Task Two_that_are_told_at_the_same_time_are_one_card()
    {
        await using var dispatch = await StartAsync();
        await LoseAsync(dispatch, 0, People[0], drain: false);
        await LoseAsync(dispatch, 1, People[1], drain: false);

        await dispatch.DrainAsync();
        await dispatch.DrainAfterAsync(TimeSpan.FromSeconds(10));

        Assert.Single(dispatch[Some.Coordinator].Messages);
        Assert.Contains("Officer 400, Officer 401", dispatch[Some.Coordinator].Newest.Card.Text);
    }

    [Fact]
    public async Task One_that_was_begun_and_not_sent_is_sent_by_another_a_minute_later()
    {
        await using var dispatch = await StartAsync();
        await new UndeliveredReports(dispatch.Bot.Tables)
            .BeginAsync(Some.Coordinator.Person.Id, Blocked, dispatch.Bot.Clock.GetUtcNow(), before: null, default);

        await LoseAsync(dispatch, 0, People[0]);
        Assert.Empty(dispatch[Some.Coordinator].Messages);
        await dispatch.DrainAfterAsync(TimeSpan.FromSeconds(30));
        await dispatch.DrainAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Single(dispatch[Some.Coordinator].Messages);
    }

    Task<ManualDispatch> StartAsync() => ManualDispatch.StartAsync(azurite, Given.AMatch, [.. People, Elsewhere]);

    // What becomes of a message that Teams refuses, about a request of its own.
    static async Task LoseAsync(ManualDispatch dispatch, int request, Member person, bool drain = true)
    {
        var id = CaseId.From((ulong)(4242 + (16 * (request + 1))), 16);
        var item = new NoticeItem(
            id, new(person.Person.Id, NoticeKind.News, 1), $"{request:D6}-lost", dispatch.Bot.Clock.GetUtcNow());
        var row = await dispatch.Bot.Tables.Cases.AddEntityAsync(item.ToRow());
        var tell = Unreachable.After(item.Notice, about: null, dispatch.Bot.Current.Authority);
        await dispatch.Bot.Outbox.DeadLetterAsync(
            item with { Tag = row.Headers.ETag!.Value }, DeadLetter.Unreachable, tell, default);
        if (!drain) return;

        // As fast as Teams lets anybody be told.
        await dispatch.DrainAfterAsync(TimeSpan.FromSeconds(2));
    }

    static Member Finance(int number, string tenant) => new(
        new Person(new(tenant, $"00000000-0000-4000-8000-{number:D12}"), $"Officer {number}"),
        $"p{number}@authority.example", ImmutableHashSet.Create(Role.Finance), null);
}
