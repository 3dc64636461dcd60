using Microsoft.Playwright;
using OutreachBot.EndToEnd.Tests;

[assembly: AssemblyFixture(typeof(Browser))]

namespace OutreachBot.EndToEnd.Tests;

/// <summary>
/// One headless Chromium for all tests. Where none can be had, tests that ask for it are skipped; in CI they fail.
/// </summary>
public sealed class Browser : IAsyncDisposable
{
    static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=en-GB",
    ];

    readonly Lazy<Task<(IPlaywright? Playwright, IBrowser? Launched, string Problem)>> launch = new(LaunchAsync);

    /// <summary>A page of its own, with nothing of another test in it.</summary>
    public async Task<IPage> NewPageAsync(int width = 1440, int height = 900)
    {
        var (_, browser, problem) = await launch.Value;
        if (browser is null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") is "true", problem);
            Assert.Fail(problem);
        }
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            Locale = "en-GB",
            TimezoneId = "Europe/London",
            ReducedMotion = ReducedMotion.Reduce,
        });
        return await context.NewPageAsync();
    }

    static async Task<(IPlaywright?, IBrowser?, string)> LaunchAsync()
    {
        try
        {
            var playwright = await Playwright.CreateAsync();
            var program = await Chromium.FindOrInstallAsync();
            return (playwright,
                await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Arguments }), "");
        }
        catch (Exception e) when (e is PlaywrightException or InvalidOperationException)
        {
            return (null, null, $"No Chromium for browser tests: {e.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!launch.IsValueCreated) return;
        var (playwright, browser, _) = await launch.Value;
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
    }
}
