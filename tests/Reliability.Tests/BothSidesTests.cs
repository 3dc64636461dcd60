using OutreachBot.Bot.Storage;
using OutreachBot.Channel;
using OutreachBot.Scenarios.Stories;
using OutreachBot.Simulation;
using OutreachBot.Simulation.Verification;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Reliability.Tests;

/// <summary>A sound store and what people got of it, each doctored in one place.</summary>
public sealed class BothSidesTests
{
    static readonly Lazy<(Everything All, IReadOnlyList<(PersonId, Booking)> Bookings)> Sound = new(Play);

    [Fact]
    public void A_sound_story_has_no_fault() => Assert.Empty(Check(All));

    [Fact]
    public void A_turn_of_which_nobody_heard_is_found() =>
        Found("I5", All with { Received = [.. All.Received.Where(one => one.Person != Waiting.Key || one.IsAnswer)] });

    [Fact]
    public void An_item_that_is_due_and_waits_is_found() =>
        Found("I5",
            With(Whole with
            {
                Outbox = [new NoticeItem(Whole.Id, new(Waiting, NoticeKind.News, 1), "1-1", All.Now.AddMinutes(-1))]
            }));

    [Fact]
    public void A_message_that_was_laid_aside_in_silence_is_found() =>
        Found("I5", With(Whole with { Dead = [(Waiting, nameof(NoticeKind.YourTurn), Whole.State!.Version)] }));

    [Fact]
    public void A_message_that_came_twice_is_found()
    {
        var card = All.Received.First(one => one is { IsNew: true, IsAnswer: false, Shown.Request: not null });

        Found("I6", All with { Received = [.. All.Received, card with { Message = "again" }] });
        Assert.DoesNotContain(
            Check(All with { Received = [.. All.Received, card with { Message = "again" }] }, interrupted: 1),
            fault => fault.Invariant == "I6");
    }

    [Fact]
    public void A_card_that_was_not_brought_up_to_date_is_found()
    {
        var updates =
            All.Received.Where(one => one is { IsNew: false, IsAnswer: false }).Select(one => one.Message).ToHashSet();

        Found("I7",
            All with
            {
                Received = [.. All.Received.Where(one => one.IsNew || one.IsAnswer || !updates.Contains(one.Message))]
            });
    }

    [Fact]
    public void A_card_of_which_nobody_knows_where_it_stands_is_found() =>
        Found("I7", With(Whole with { Cards = new Dictionary<PersonId, SentCard>() }));

    [Fact]
    public void A_card_in_another_chat_is_found()
    {
        var card = All.Received.First(one => one is { IsNew: true, IsAnswer: false } && one.Shown!.Operations.Any());
        var other = All.Authority.Finance.First().Id.Key;

        Found("I8", All with { Received = [.. All.Received, card with { Person = other }] });
    }

    [Fact]
    public void A_success_of_which_the_store_knows_nothing_is_found() =>
        Found("I9", All, new Answered(Whole.Id, "nothing-like-it", Waiting, Whole.State!.Version, Taken: true));

    [Fact]
    public void A_refusal_that_left_something_is_found() =>
        Found("I9", All, new Answered(Whole.Id, Whole.Operations[0].Id, Waiting, 0, Taken: false));

    [Fact]
    public async Task What_a_connector_received_is_read_from_a_file()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(
            file, All.Received.Select(one => one.ToLine()), TestContext.Current.CancellationToken);

        var read = await Received.ReadAsync(file);

        Assert.Empty(Check(All with { Received = read }));
        Assert.Equal(All.Received.Select(one => one.ToLine()), read.Select(one => one.ToLine()));
        File.Delete(file);
    }

    static Everything All => Sound.Value.All;

    static WholeCase Whole => All.Requests.Values.Single();

    static PersonId Waiting => Whole.State!.Turns[0].Person.Id;

    static Everything With(WholeCase whole) =>
        All with { Requests = new Dictionary<CaseId, WholeCase> { [whole.Id] = whole } };

    static List<Violation> Check(Everything all, int interrupted = 0, params Answered[] answers) =>
        [.. Checker.Check(
            new Everything(all.Requests, all.Received, all.FactsFor, all.Now), Sound.Value.Bookings, interrupted,
            answers)];

    static void Found(string invariant, Everything all, params Answered[] answers)
    {
        var faults = Check(all, 0, answers);
        Assert.NotEmpty(faults);
        Assert.All(faults, fault => Assert.Equal(invariant, fault.Invariant));
    }

    static (Everything, IReadOnlyList<(PersonId, Booking)>) Play()
    {
        var world = new World(3, new(Repository.Samples) { Tables = Stores.With(Repository.Samples) });
        world.Start();
        world.Run(() => new OutreachStory(
            world.Teams, new Casts(Repository.Samples, () => world.Teams.Calendar.Today).Next())
            .UpToAsync(Chapter.Release));
        world.Settle();
        return world.Everything();
    }
}
