using Microsoft.Extensions.Time.Testing;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Cases.Command;

namespace OutreachBot.Bot.Tests;

/// <summary>The clock stands at the real time here, because the age of a claim is what storage says it is.</summary>
public sealed class BookingsTests(AzuriteFixture azurite)
{
    static readonly PersonId Person = Some.LeadingTeacher.Person.Id;
    static readonly DateOnly[] Days = [Some.FirstVisit, Some.SecondVisit];
    static readonly Request Mine = Given.AForm2ToSign.Request;
    static readonly Request Other = new(Some.AnotherId) { School = Some.DistantSchool };

    [Fact]
    public async Task Days_are_claimed_and_who_comes_second_is_told()
    {
        var bot = await StartAsync();

        Assert.True(await ClaimAsync(bot, Mine, Days));
        Assert.False(await ClaimAsync(bot, Other, [Some.SecondVisit]));

        Assert.Equal(
            [new Booking(Some.FirstVisit, Mine.Id, Some.School.Urn),
                new Booking(Some.SecondVisit, Mine.Id, Some.School.Urn)],
            await bot.Bookings.OfAsync(Person, default));
    }

    [Fact]
    public async Task All_days_are_claimed_or_none()
    {
        var bot = await StartAsync();
        await ClaimAsync(bot, Other, [Some.SecondVisit]);

        Assert.False(await ClaimAsync(bot, Mine, Days));

        Assert.Equal(Some.SecondVisit, Assert.Single(await bot.Bookings.OfAsync(Person, default)).Day);
    }

    [Fact]
    public async Task Of_two_who_claim_at_the_same_moment_one_is_told()
    {
        var bot = await StartAsync();
        bot.Wire.BeforeTransaction = async () =>
            Assert.True(await ClaimAsync(bot.Another(), Other, [Some.SecondVisit]));

        Assert.False(await ClaimAsync(bot, Mine, Days));
    }

    [Fact]
    public async Task Claiming_again_what_one_has_is_no_conflict()
    {
        var bot = await StartAsync();
        await ClaimAsync(bot, Mine, Days);

        Assert.True(await ClaimAsync(bot, Mine, [.. Days, new(2026, 3, 30)]));
        Assert.Equal(3, (await bot.Bookings.OfAsync(Person, default)).Count);
    }

    [Fact]
    public async Task A_claim_that_came_to_nothing_is_worth_nothing_after_a_minute()
    {
        var bot = await StartAsync();
        await ClaimAsync(bot, Other, Days);

        Assert.False(await FreeAsync(bot, held: false));

        bot.Clock.Advance(TimeSpan.FromSeconds(70));
        Assert.True(await FreeAsync(bot, held: false));
        Assert.Equal(Some.SecondVisit, Assert.Single(await bot.Bookings.OfAsync(Person, default)).Day);
    }

    [Fact]
    public async Task A_claim_that_is_held_stays_for_ever()
    {
        var bot = await StartAsync();
        await ClaimAsync(bot, Other, Days);

        bot.Clock.Advance(TimeSpan.FromDays(30));

        Assert.False(await FreeAsync(bot, held: true));
        Assert.Equal(2, (await bot.Bookings.OfAsync(Person, default)).Count);
    }

    [Fact]
    public async Task Settling_frees_the_days_that_are_not_held_any_more()
    {
        var bot = await StartAsync();
        var third = new DateOnly(2026, 3, 30);
        await ClaimAsync(bot, Mine, [.. Days, third]);
        await ClaimAsync(bot, Other, [third.AddDays(1)]);

        await bot.Bookings.SettleAsync(Person, Mine, default);

        Assert.Equal(
            [.. Days, third.AddDays(1)], (await bot.Bookings.OfAsync(Person, default)).Select(booking => booking.Day));
    }

    [Fact]
    public async Task Settling_a_cancelled_programme_leaves_what_was_visited()
    {
        var bot = await StartAsync();
        await ClaimAsync(bot, Mine, Days);

        await bot.Bookings.SettleAsync(Person, Given.ACancelledProgrammeWithOneVisit.Request, default);

        Assert.Equal(Some.FirstVisit, Assert.Single(await bot.Bookings.OfAsync(Person, default)).Day);
    }

    // A crash between the claim and the record leaves a claim behind; form 2 must not be stuck on it.
    [Fact]
    public async Task Form_2_takes_a_day_over_from_a_claim_that_came_to_nothing()
    {
        var bot = await StartAsync();
        var version = await AtTheReviewOfForm2Async(bot);
        await ClaimAsync(bot, Other, [Soon]);

        Assert.IsType<Decision.Rejected>((await SendAsync()).Decision);

        bot.Clock.Advance(TimeSpan.FromSeconds(70));
        Assert.IsType<Decision.Accepted>((await SendAsync()).Decision);
        Assert.Equal(
            Mine.Id,
            Assert.Single(await bot.Bookings.OfAsync(Person, default), booking => booking.Day == Soon).Case);

        Task<Bot.Storage.Outcome> SendAsync() =>
        bot.PressAsync(Some.LeadingTeacher, new SendForm(FormKeys.Form2), version);
    }

    [Fact]
    public async Task Form_2_does_not_take_a_day_that_another_programme_holds()
    {
        var bot = await StartAsync();
        var version = await AtTheReviewOfForm2Async(bot);
        bot.Wire.BeforeTransaction = async () => Assert.True(await ClaimAsync(bot.Another(), Other, [Soon]));

        var refused = (await bot.PressAsync(Some.LeadingTeacher, new SendForm(FormKeys.Form2), version)).Decision;

        var wrong = Assert.IsType<Refusal.WrongAnswers>(Assert.IsType<Decision.Rejected>(refused).Why);
        Assert.Equal(AnswerProblem.DayTaken, Assert.Single(wrong.Errors).Problem);
        Assert.Equal(version, (await bot.RequestAsync()).Version);
    }

    static DateOnly Today { get; } = DateOnly.FromDateTime(DateTime.UtcNow);

    // A Monday three or four weeks ahead.
    static DateOnly Soon { get; } = Today.AddDays(21 + (((int)DayOfWeek.Monday - (int)Today.DayOfWeek + 7) % 7));

    static async Task<int> AtTheReviewOfForm2Async(Instance bot)
    {
        var form2 = Some.Form2.With(("date-1", Formats.Text(Soon)), ("date-2", Formats.Text(Soon.AddDays(1))));
        return (await bot.HaveAsync(
            Given.AnUnsentForm2.On(Today).Written(Some.LeadingTeacher, FormKeys.Form2, form2))).Version;
    }

    async Task<Instance> StartAsync() =>
        await Instance.StartAsync(azurite, new FakeTimeProvider(DateTimeOffset.UtcNow));

    static Task<bool> ClaimAsync(Instance bot, Request request, IEnumerable<DateOnly> days) =>
        bot.Bookings.ClaimAsync(Person, days, request, default);

    static Task<bool> FreeAsync(Instance bot, bool held) =>
        bot.Bookings.FreeAsync(Person, [Some.FirstVisit], (_, _) => Task.FromResult(held), default);
}
