using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests;

public sealed class DiariesTests(AzuriteFixture azurite)
{
    static readonly Request Mine = Given.AProgramme.Request;
    static readonly PersonId Person = Mine.Match!.LeadingTeacher.Id;

    [Fact]
    public async Task What_was_promised_before_there_were_diaries_is_in_them_from_the_first_look_on()
    {
        var bot = await Instance.StartAsync(azurite);
        await bot.Bookings.ClaimAsync(Person, [Some.FirstVisit, Some.SecondVisit], Mine, default);

        Assert.Equal(await bot.Bookings.OfAsync(Person, default), Days(await bot.Diaries.AllAsync(default)));
    }

    [Fact]
    public async Task They_follow_the_bookings()
    {
        var bot = await Instance.StartAsync(azurite);
        Assert.Empty(await bot.Diaries.AllAsync(default));
        await bot.Bookings.ClaimAsync(Person, [Some.FirstVisit, Some.SecondVisit], Mine, default);
        await bot.Diaries.SettleAsync(Person, Mine, default);
        Assert.Equal(
            [Some.FirstVisit, Some.SecondVisit], Days(await bot.Diaries.AllAsync(default)).Select(one => one.Day));

        await bot.Diaries.SettleAsync(Person, Given.ACancelledProgrammeWithOneVisit.Request, default);

        Assert.Equal([Some.FirstVisit], Days(await bot.Diaries.AllAsync(default)).Select(one => one.Day));
    }

    [Fact]
    public async Task Whoever_writes_one_with_older_bookings_writes_it_again()
    {
        var bot = await Instance.StartAsync(azurite);
        var other = bot.Another();
        await bot.Bookings.ClaimAsync(Person, [Some.FirstVisit], Mine, default);
        await bot.Diaries.SettleAsync(Person, Mine, default);
        await bot.Bookings.ClaimAsync(Person, [Some.SecondVisit], Mine, default);

        // Between the reading of the one and its writing the other has claimed a day and written it.
        var third = Some.SecondVisit.AddDays(1);
        var others = new Request(Some.AnotherId) { School = Some.DistantSchool, Visits = [new(1, third, "")] };
        bot.Wire.BeforeUpdate = async () =>
        {
            await other.Bookings.ClaimAsync(Person, [third], others, default);
            await other.Diaries.SettleAsync(Person, others, default);
        };
        await bot.Diaries.SettleAsync(Person, Mine, default);

        Assert.Contains(third, Days(await bot.Diaries.AllAsync(default)).Select(one => one.Day));
    }

    [Fact]
    public async Task Whoever_settles_one_while_all_are_made_is_not_written_over()
    {
        var bot = await Instance.StartAsync(azurite);
        var other = bot.Another();
        await bot.Bookings.ClaimAsync(Person, [Some.FirstVisit], Mine, default);
        bot.Wire.BeforeTransaction = async () =>
        {
            await other.Bookings.ClaimAsync(Person, [Some.SecondVisit], Mine, default);
            await other.Diaries.SettleAsync(Person, Mine, default);
        };

        var days = Days(await bot.Diaries.AllAsync(default)).Select(one => one.Day);

        Assert.Equal([Some.FirstVisit, Some.SecondVisit], days);
    }

    // 200 leading teachers of the area, each with days in the diary.
    [Fact]
    public async Task A_brokering_card_over_two_hundred_leading_teachers_costs_at_most_four_storage_requests()
    {
        var bot = await Instance.StartAsync(azurite);
        var request = await bot.HaveAsync(Given.ARequestWithTheInspector);
        var many = Enumerable.Range(100, 200).Select(Somebody).ToList();
        bot.Current.Replace(Some.AuthorityOf([.. Some.Members, .. many], many.Select(Leading)));
        var others = new Request(Some.AnotherId) { School = Some.DistantSchool };
        foreach (var member in many)
            await bot.Bookings.ClaimAsync(member.Person.Id, [Some.FirstVisit], others, default);

        // They are made with the first look, in few requests, because a press waits for it.
        Assert.InRange(await bot.Wire.CountAsync(() => bot.Diaries.AllAsync(default)), 1, 12);

        var before = bot.Wire.RoundTrips;
        var view = await bot.Cases.FindAsync(request.Id, Some.Inspector, default);

        Assert.InRange(bot.Wire.RoundTrips - before, 1, 4);
        var found = Candidates.For((Request)view!.Case, view.Facts);
        Assert.Equal(many.Count, found.Count(one => one.DaysLeft == 8));
    }

    static Member Somebody(int number) => new(
        new(new("11111111-1111-4111-8111-111111111111", $"00000000-0000-4000-8000-{number:D12}"), $"Person {number}"),
        "",
        [Role.Teacher, Role.LeadingTeacher], Some.DistantSchool.Urn);

    static LeadingTeacher Leading(Member member) =>
        new(member.Person.Id, ["mathematics"], ["modelling"], "Fractions", 9);

    static IEnumerable<Booking> Days(IReadOnlyDictionary<PersonId, IReadOnlyList<Booking>> all) =>
        all[Person].OrderBy(one => one.Day);
}
