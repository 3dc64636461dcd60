using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OutreachBot.Rehearsal;
using static Microsoft.Playwright.Assertions;

namespace OutreachBot.EndToEnd.Tests.Product;

/// <summary>Microsoft's playground for bots, and its page, on which one is Alex Wilber.</summary>
sealed class Playground : IAsyncDisposable
{
    const float Patience = RehearsalPage.Patience;

    readonly DirectoryInfo folder;
    readonly ChildProcess process;
    readonly IPage page;

    Playground(DirectoryInfo folder, ChildProcess process, IPage page) =>
        (this.folder, this.process, this.page) = (folder, process, page);

    public static async Task<Playground> OpenAsync(Browser browser, Uri bot)
    {
        var page = await browser.NewPageAsync();
        var parts = await NpmParts.RestoreAsync("tests", TestContext.Current.CancellationToken);
        // It writes a folder of its own where it is started.
        var folder = Directory.CreateTempSubdirectory("playground-");
        var port = BotProcess.FreePort();
        var process = ChildProcess.Start(
            "node",
            [
                Path.Combine(parts, "@microsoft", "m365agentsplayground", "cli.js"), "start", "-e",
                new Uri(bot, "/api/messages").ToString(),
                "-c", "msteams", "-p", $"{port}", "--disable-telemetry",
            ],
            folder.FullName,
            ("TEAMSAPPTESTER_BROWSER", "none"));
        await Until.TrueAsync(
            () => Task.FromResult(process.Said.Contains($"Listening on {port}", StringComparison.Ordinal)),
            () => process.Said);
        await page.GotoAsync($"http://localhost:{port}/");
        return new(folder, process, page);
    }

    public async Task SayAsync(string text)
    {
        var box = page.Locator("[contenteditable='true'][role='textbox']").First;
        await box.ClickAsync();
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    public Task FillAsync(string label, string value) => Input(label).FillAsync(value, new() { Timeout = Patience });

    /// <summary>Picks in a drop-down list, or ticks radio buttons and check boxes, by their titles.</summary>
    public async Task ChooseAsync(string label, params string[] titles)
    {
        var list = Newest.GetByRole(AriaRole.Combobox).And(Input(label));
        var isList = await list.CountAsync() > 0;
        foreach (var title in titles)
        {
            if (isList) await list.ClickAsync(new() { Timeout = Patience });
            var choice = isList
                ? page.GetByRole(AriaRole.Option, new() { Name = title, Exact = true })
                : Newest.GetByText(title, new() { Exact = true });
            await choice.ClickAsync(new() { Timeout = Patience });
        }
    }

    public Task PressAsync(string button) =>
        Newest.GetByRole(AriaRole.Button, new() { Name = button, Exact = true })
            .ClickAsync(new() { Timeout = Patience });

    /// <summary>Waits until the newest card says this.</summary>
    public Task CardSaysAsync(string text) => Expect(Newest).ToContainTextAsync(text, new() { Timeout = Patience });

    /// <summary>Waits until some card says this, as when the one of a request is updated above others.</summary>
    public Task SomeCardSaysAsync(string text) =>
        Expect(page.Locator(".ac-adaptiveCard", new() { HasText = text }).First)
            .ToBeVisibleAsync(new() { Timeout = Patience });

    ILocator Newest => page.Locator(".ac-adaptiveCard").Last;

    ILocator Input(string label) => Newest.GetByLabel(new Regex($@"^\s*{Regex.Escape(label)}"));

    public async ValueTask DisposeAsync()
    {
        await page.Context.CloseAsync();
        await process.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
