using OutreachBot.Channel;
using static Microsoft.Playwright.Assertions;

namespace OutreachBot.EndToEnd.Tests.Product;

public sealed class PlaygroundTests(Browser browser) : IAsyncLifetime
{
    LocalBot bot = null!;
    Playground? playground;

    public async ValueTask InitializeAsync()
    {
        bot = await LocalBot.StartAsync();
        playground = await Playground.OpenAsync(browser, bot.Address);
    }

    [Fact]
    public async Task In_Microsofts_playground_a_request_is_written_and_all_others_hear_of_it_in_the_rehearsal()
    {
        var cast = bot.Casts.Next();
        var alex = bot.Casts.People.Single(user => user.Name == "Alex Wilber");
        var teacher = bot.Casts.People.First(user => user.School == alex.School && user.Roles is ["teacher"]);
        await playground!.CardSaysAsync("Hello Alex Wilber");
        await SendForm1Async(new ChatCast(cast).Say("{area}"), teacher.Name);

        await playground!.SayAsync("status");
        await playground!.CardSaysAsync($"{new ChatCast(cast).Say("{area}")} at");

        // Nobody of the others has spoken yet, and the playground knows none of them.
        var page = await RehearsalPage.OpenAsync(browser, bot.Address, []);
        await Expect(page.Listed(cast.Inspector.Id))
            .ToContainTextAsync("who can help?", new() { Timeout = RehearsalPage.Patience });
        await page.SwitchToAsync(teacher.Id);
        await page.PressAsync(teacher.Id, "Yes, I would like this");
        await playground!.SomeCardSaysAsync($"{teacher.Name} agreed to take part");
    }

    async Task SendForm1Async(string area, string teacher)
    {
        await playground!.SayAsync("request");
        await playground!.CardSaysAsync("What you need");
        await playground!.ChooseAsync("Curriculum area", area);
        await playground!.ChooseAsync("What kind of support?", "Coaching");
        await playground!.PressAsync("Next");
        await playground!.CardSaysAsync("Please fill this in.");
        await playground!.FillAsync("What do you need, and why?", "Reasoning & <b>proof</b>");
        await playground!.PressAsync("Next");

        await playground!.CardSaysAsync("Who it is for");
        await playground!.ChooseAsync("Which teachers?", teacher);
        await playground!.ChooseAsync("Which year groups?", "Year 3", "Year 4");
        await playground!.FillAsync("What do you hope will change?", "They say why");
        await playground!.FillAsync("How will you know it has worked?", "An interview");
        await playground!.PressAsync("Next");

        await playground!.CardSaysAsync("When and how");
        await playground!.FillAsync("How many whole days?", "2");
        await playground!.PressAsync("Next");
        await playground!.CardSaysAsync("Reasoning & <b>proof</b>");
        await playground!.PressAsync("Send my request");
        await playground!.CardSaysAsync("We are waiting for");
    }

    public async ValueTask DisposeAsync()
    {
        if (playground is not null) await playground.DisposeAsync();
        await bot.DisposeAsync();
    }
}
