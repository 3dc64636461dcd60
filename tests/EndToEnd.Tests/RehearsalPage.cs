using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OutreachBot.EndToEnd.Tests;

/// <summary>
/// The rehearsal page as a test uses it: people are named by object id, buttons and inputs by what they say. Buttons
/// and inputs are those of the person's newest card. Every wait is bounded, at <see cref="Patience"/> ms, and the next
/// one fails when the page's scripts do.
/// </summary>
public sealed class RehearsalPage
{
    public const float Patience = 60_000;

    readonly IPage page;
    readonly Uri bot;
    readonly ConcurrentQueue<string> errors = new();

    public RehearsalPage(IPage page, Uri bot)
    {
        (this.page, this.bot) = (page, bot);
        page.PageError += (_, error) => errors.Enqueue(error);
    }

    public IPage Page => page;

    /// <summary>Opens the page with the chats of up to three people; phone: all of them at a phone's width.</summary>
    public static async Task<RehearsalPage> OpenAsync(
        Browser browser, Uri bot, IEnumerable<string> people, string theme = "light", bool phone = false)
    {
        var rehearsal = new RehearsalPage(await browser.NewPageAsync(), bot);
        await rehearsal.ShowAsync(people, theme, phone);
        return rehearsal;
    }

    public async Task ShowAsync(IEnumerable<string> people, string theme = "light", bool phone = false)
    {
        string[] ids = [.. people];
        var view =
            $"people={string.Join(',', ids.Select(Uri.EscapeDataString))}&theme={theme}&phone={(phone ? 1 : "")}";
        await page.GotoAsync(new Uri(bot, $"/rehearsal?{view}").ToString());
        foreach (var id in ids) await IdleAsync(id);
    }

    /// <summary>Opens somebody's chat from the list, in the place of the one used last.</summary>
    public async Task SwitchToAsync(string person)
    {
        await Listed(person).ClickAsync();
        await IdleAsync(person);
    }

    public async Task SayAsync(string person, string text)
    {
        await Chat(person).Locator("[data-compose]").FillAsync(text);
        await Chat(person).Locator("[data-compose]").PressAsync("Enter");
        await IdleAsync(person);
    }

    public async Task PressAsync(string person, string title)
    {
        var button = NewestCard(person).GetByRole(AriaRole.Button, new() { Name = title, Exact = true });
        await button.ClickAsync(new() { Timeout = Patience });
        await IdleAsync(person);
    }

    /// <summary>Text, numbers, dates (yyyy-MM-dd) and times (HH:mm).</summary>
    public Task FillAsync(string person, string label, string value) =>
        Input(person, label).FillAsync(value, new() { Timeout = Patience });

    /// <summary>Picks in a drop-down list, or ticks radio buttons and check boxes, by their titles.</summary>
    public async Task ChooseAsync(string person, string label, params string[] titles)
    {
        var list = NewestCard(person).Locator("select").And(Input(person, label));
        if (await list.CountAsync() > 0)
        {
            await list.SelectOptionAsync(titles.Select(title => new SelectOptionValue { Label = title }));
            return;
        }
        foreach (var title in titles)
            await NewestCard(person).GetByLabel(title, new() { Exact = true }).CheckAsync(new() { Timeout = Patience });
    }

    /// <summary>Picks in a drop-down list by what stands behind a title.</summary>
    public Task ChooseValueAsync(string person, string label, string value) =>
        Input(person, label).SelectOptionAsync(
            new SelectOptionValue { Value = value }, new() { Timeout = Patience });

    /// <summary>Whether somebody's newest card has a field of this label.</summary>
    public async Task<bool> HasAsync(string person, string label) =>
        await NewestCard(person).GetByText(new Regex($@"^\s*{Regex.Escape(label)}\s*\*?\s*$")).CountAsync() > 0;

    /// <summary>Moves the bot's clock by the page's own button, and waits until the page shows another day.</summary>
    public async Task LetTheNextMorningComeAsync()
    {
        var clock = page.Locator("#clock time");
        var before = await clock.TextContentAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Next school morning" }).ClickAsync();
        await Expect(clock).Not.ToHaveTextAsync(before!, new() { Timeout = Patience });
    }

    /// <summary>Waits until the bot has answered everything this chat asked it, and the page shows it.</summary>
    public async Task IdleAsync(string person)
    {
        await Expect(Chat(person)).ToHaveAttributeAsync("data-state", "idle", new() { Timeout = Patience });
        Assert.Empty(errors);
    }

    /// <summary>Waits until the newest card says something, as when another's press has sent or updated it.</summary>
    public Task CardSaysAsync(string person, string text) =>
        Expect(NewestCard(person)).ToContainTextAsync(text, new() { Timeout = Patience });

    /// <summary>Waits until somebody whose chat is not open has as many unread messages.</summary>
    public Task UnreadAsync(string person, int messages) =>
        Expect(Listed(person).Locator(".badge")).ToHaveTextAsync($"{messages}", new() { Timeout = Patience });

    public ILocator Listed(string person) => page.Locator($"[data-person='{person}']");

    public ILocator Chat(string person) => page.Locator($"[data-chat='{person}']");

    public ILocator Newest(string person) => Chat(person).Locator("[data-message]").Last;

    public ILocator NewestCard(string person) => Chat(person).Locator("[data-message] .card").Last;

    // The renderer adds a star to the labels of required inputs.
    ILocator Input(string person, string label) =>
        NewestCard(person).GetByLabel(new Regex($@"^\s*{Regex.Escape(label)}\s*\*?\s*$"));
}
