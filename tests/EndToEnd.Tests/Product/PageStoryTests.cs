using OutreachBot.Channel;
using OutreachBot.Scenarios.Stories;

namespace OutreachBot.EndToEnd.Tests.Product;

public sealed class PageStoryTests(Browser browser) : IAsyncLifetime
{
    LocalBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await LocalBot.StartAsync();

    [Fact]
    public async Task Side_by_side_a_request_goes_from_form_1_to_the_payment_statement()
    {
        var cast = bot.Casts.Next();
        var page = await RehearsalPage.OpenAsync(
            browser, bot.Address, [cast.Head.Id, cast.Inspector.Id, cast.LeadingTeacher.Id]);
        var story = Picture.IsWanted
            ? new PageStory(
                page, cast, bot.Process.Calendar,
                _ => Task.CompletedTask)
            { Need = "Children say what they think, and not yet why" }
            : new PageStory(page, cast, bot.Process.Calendar, _ => Task.CompletedTask);
        await story.UpToAsync(Chapter.Release);
        await Axe.FindsNothingSeriousAsync(page.Page);
        if (Picture.IsWanted) await Picture.TakeAsync(browser, bot.Address, cast);
        await story.UpToAsync(Chapter.End);

        Assert.Equal(4, story.PressesOfForm1);
        Assert.InRange(story.Presses, 1, 25);
        foreach (var theme in new[] { "dark", "contrast" })
        {
            await page.ShowAsync([cast.Head.Id, cast.Inspector.Id], theme);
            await Axe.FindsNothingSeriousAsync(page.Page);
        }
    }

    [Fact]
    public async Task At_a_phones_width_it_goes_as_well_and_nothing_is_cut_off()
    {
        var cast = bot.Casts.Next();
        var page = await RehearsalPage.OpenAsync(browser, bot.Address, [cast.Head.Id], phone: true);
        var story = new PageStory(page, cast, bot.Process.Calendar, person => NothingIsCutOffAsync(page, person));
        await story.UpToAsync(Chapter.Release);
        await Axe.FindsNothingSeriousAsync(page.Page);
        await story.UpToAsync(Chapter.End);

        Assert.InRange(story.Presses, 1, 25);
    }

    [Fact]
    public async Task Whatever_the_windows_width_nothing_of_the_page_is_beyond_its_edge()
    {
        var page = await RehearsalPage.OpenAsync(browser, bot.Address, [bot.Casts.Next().Head.Id]);
        var header = page.Page.Locator("header");
        await header.GetByText("Next school morning").WaitForAsync();

        foreach (var width in new[] { 1280, 768, 390, 320 })
        {
            await page.Page.SetViewportSizeAsync(width, 800);
            foreach (var name in new[] { "Next school morning", "High contrast" })
            {
                var box = (await header.GetByText(name).BoundingBoxAsync())!;
                Assert.InRange(box.X + box.Width, 0, width);
            }
            Assert.Equal(width, await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
    }

    static async Task NothingIsCutOffAsync(RehearsalPage page, TeamsUser person)
    {
        var device = page.Chat(person.Id).Locator(".device");
        Assert.Equal(360, (await device.BoundingBoxAsync())!.Width);
        var wide = await device.EvaluateAsync<string[]>("""
            device => [device, ...device.querySelectorAll('*')]
                .filter(one => one.getBoundingClientRect().right > device.getBoundingClientRect().right + 1
                    || (one.scrollWidth > one.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(one).overflowX)))
                .map(one => one.outerHTML.slice(0, 200))
            """);
        Assert.Empty(wide);
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();
}
