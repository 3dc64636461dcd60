using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using OutreachBot.Rehearsal;
using static Microsoft.Playwright.Assertions;
using static OutreachBot.EndToEnd.Tests.Rehearsal.TinyBot;

namespace OutreachBot.EndToEnd.Tests.Rehearsal;

public sealed class PageTests(Browser browser) : IAsyncLifetime
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rehearsal-");
    TinyBot bot = null!;

    public async ValueTask InitializeAsync() =>
        bot = await TinyBot.StartAsync(
            folder.FullName, await NpmParts.RestoreAsync(TestContext.Current.CancellationToken));

    [Fact]
    public async Task What_one_says_and_what_the_bot_answers_stand_in_the_chat()
    {
        bot.Answer = async activity =>
        {
            if ((string?)activity["type"] == "message")
                await bot.TellAsync(Head, new { type = "message", text = "You said **help**" });
            return Results.Ok();
        };
        var page = await OpenAsync(Head);
        await page.SayAsync(Head, "help");

        await Expect(page.Chat(Head).Locator(".own")).ToContainTextAsync("help");
        await Expect(page.Newest(Head).Locator("strong")).ToHaveTextAsync("help");
    }

    [Fact]
    public async Task Idle_means_that_the_answer_is_shown_even_while_the_live_line_is_down()
    {
        bot.Answer = async activity =>
        {
            await bot.TellAsync(Head, new { type = "message", text = $"Heard {activity["text"]}" });
            return Results.Ok();
        };
        var page = new RehearsalPage(await browser.NewPageAsync(), bot.Address);
        await page.Page.RouteAsync("**/api/events", line => line.AbortAsync());
        await page.ShowAsync([Head]);
        await page.SayAsync(Head, "tasks");

        Assert.EndsWith("Heard tasks", await page.Newest(Head).InnerTextAsync());
        await Expect(page.Page.GetByText("The bot’s process is not running")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_pressed_button_sends_what_was_typed_and_shows_the_card_in_answer()
    {
        bot.Answer = activity => Task.FromResult(
            (string?)activity["type"] == "invoke" ? Cards.Card(Cards.Says("Agreed")) : Results.Ok());
        await bot.TellAsync(Head, Cards.Message(Cards.Question));
        var page = await OpenAsync(Head);
        await page.FillAsync(Head, "Reason", "She asked for it");
        await page.ChooseAsync(Head, "Rating", "Great");
        await page.ChooseAsync(Head, "Days", "Monday", "Tuesday");
        await Expect(page.NewestCard(Head).GetByLabel("Who")).ToHaveValueAsync("Cerys");
        await page.FillAsync(Head, "Who", "Dylan");
        await page.PressAsync(Head, "Agree");

        await page.CardSaysAsync(Head, "Agreed");
        Assert.Equal(
            """{"request":"07-K3QX9","reason":"She asked for it","rating":"4","days":"mon,tue","who":"d"}""",
            bot.Received.Last()["value"]!["action"]!["data"]!.ToJsonString());
    }

    [Fact]
    public async Task A_required_input_is_asked_for_before_anything_is_sent()
    {
        await bot.TellAsync(Head, Cards.Message(Cards.Question));
        var page = await OpenAsync(Head);
        await page.PressAsync(Head, "Agree");

        await page.CardSaysAsync(Head, "Give a reason");
        Assert.DoesNotContain(bot.Received, activity => (string?)activity["type"] == "invoke");
    }

    [Fact]
    public async Task While_the_bot_thinks_the_buttons_are_off()
    {
        var thought = new TaskCompletionSource<IResult>();
        bot.Answer = activity => (string?)activity["type"] == "invoke" ? thought.Task : Task.FromResult(Results.Ok());
        await bot.TellAsync(Head, Cards.Message(Cards.Question));
        var page = await OpenAsync(Head);
        await page.FillAsync(Head, "Reason", "Yes");
        var agree = page.NewestCard(Head).GetByRole(AriaRole.Button, new() { Name = "Agree" });
        await agree.ClickAsync();

        await Expect(agree).ToBeDisabledAsync();
        await Expect(page.NewestCard(Head)).ToHaveAttributeAsync("aria-busy", "true");
        await Expect(page.Chat(Head)).ToHaveAttributeAsync("data-state", "busy");
        thought.SetResult(Cards.Line("Done."));
        await page.IdleAsync(Head);
        await Expect(agree).ToBeEnabledAsync();
        await Expect(page.Newest(Head)).ToContainTextAsync("Done.");
    }

    [Fact]
    public async Task What_is_typed_outlasts_messages_updates_failures_and_a_change_of_theme()
    {
        bot.Answer = activity => Task.FromResult(
            (string?)activity["type"] == "invoke" ? Results.StatusCode(500) : Results.Ok());
        var other = await bot.TellAsync(Head, Cards.Message(Cards.Says("Waiting")));
        await bot.TellAsync(Head, Cards.Message(Cards.Question));
        var page = await OpenAsync(Head);
        var reason = page.NewestCard(Head).GetByLabel("Reason");
        await page.FillAsync(Head, "Reason", "Half a sent");

        await bot.ConnectorAsync("PUT", $"/a%3A{Head}/activities/{other}", Cards.Message(Cards.Says("Agreed")));
        await Expect(page.Chat(Head)).ToContainTextAsync("Agreed");
        await Expect(reason).ToHaveValueAsync("Half a sent");
        await page.PressAsync(Head, "Agree");
        await Expect(page.Newest(Head)).ToContainTextAsync("Something went wrong. Please try again.");
        await Expect(reason).ToHaveValueAsync("Half a sent");
        await page.Page.GetByRole(AriaRole.Radio, new() { Name = "Dark" }).CheckAsync();
        await Expect(reason).ToHaveValueAsync("Half a sent");
    }

    [Fact]
    public async Task A_card_that_asks_for_it_is_refreshed_once_when_it_comes_into_view()
    {
        bot.Answer = activity => Task.FromResult(
            (string?)activity["type"] == "invoke"
                ? Cards.Card(Cards.Refreshing("Agreed at 10:42", Head))
                : Results.Ok());
        await bot.TellAsync(Head, Cards.Message(Cards.Refreshing("Waiting", Head)));
        await bot.TellAsync(Inspector, Cards.Message(Cards.Refreshing("Waiting", Head)));
        var page = await OpenAsync(Head, Inspector);

        await page.CardSaysAsync(Head, "Agreed at 10:42");
        await page.CardSaysAsync(Inspector, "Waiting");
        var invoke = Assert.Single(bot.Received, activity => (string?)activity["type"] == "invoke");
        Assert.Equal("automatic", (string?)invoke["value"]!["trigger"]);
        Assert.Equal("look", (string?)invoke["value"]!["action"]!["verb"]);
    }

    [Fact]
    public async Task A_message_to_somebody_else_is_announced_as_their_phone_would()
    {
        var page = await OpenAsync(Head);
        await bot.TellAsync(Inspector, Cards.Message(Cards.Says("A card"), "Ada asks: release Cerys?"));

        await Expect(page.Page.Locator(".toast")).ToContainTextAsync("Ada asks: release Cerys?");
        await page.UnreadAsync(Inspector, 1);
        await page.SwitchToAsync(Inspector);
        await page.CardSaysAsync(Inspector, "A card");
        await Expect(page.Listed(Inspector).Locator(".badge")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_link_shows_the_same_view_again()
    {
        var page = await RehearsalPage.OpenAsync(
            browser, bot.Address, [Head, Inspector], theme: "contrast", phone: true);

        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "contrast");
        foreach (var person in new[] { Head, Inspector })
            Assert.Equal(360, (await page.Chat(person).Locator(".device").BoundingBoxAsync())!.Width);
        await page.Chat(Head).GetByRole(AriaRole.Button, new() { Name = "Phone width" }).ClickAsync();
        var inspector = Uri.EscapeDataString(Inspector);
        await Expect(page.Page).ToHaveURLAsync(
            new Uri(bot.Address, $"/rehearsal?people={Head},{inspector}&theme=contrast&phone={inspector}").AbsoluteUri);
    }

    [Fact]
    public async Task Raw_activities_are_shown_on_demand()
    {
        var page = await OpenAsync(Head);
        await page.SayAsync(Head, "status");
        await page.Chat(Head).GetByRole(AriaRole.Button, new() { Name = "Raw activities" }).ClickAsync();
        var newest = page.Chat(Head).Locator("details").First;
        await newest.Locator("summary").ClickAsync();

        var shown = JsonNode.Parse(await newest.Locator("pre").First.InnerTextAsync())!;
        Assert.Equal("status", (string?)shown["text"]);
        Assert.True(JsonNode.DeepEquals(bot.Received.Last(), shown));
    }

    Task<RehearsalPage> OpenAsync(params string[] people) => RehearsalPage.OpenAsync(browser, bot.Address, people);

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
