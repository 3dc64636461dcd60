using Microsoft.Playwright;
using OutreachBot.EndToEnd.Tests;
using OutreachBot.Rehearsal;

namespace OutreachBot.Cards.Tests.Pictures;

/// <summary>
/// A page that draws cards as the rehearsal does, with Microsoft's renderer and Teams' colours, and nothing around
/// them.
/// </summary>
sealed class CardPage
{
    const string Origin = "http://cards.test";

    const string Html = """
        <!doctype html>
        <html lang="en" data-theme="light">
        <link rel="stylesheet" href="/rehearsal/css/themes.css"><link rel="stylesheet" href="/rehearsal/css/cards.css">
        <style>
          * { box-sizing: border-box }
          body { margin: 0; padding: 8px; background: var(--page); font: 14px var(--font) }
        </style>
        <script src="/parts/adaptivecards/dist/adaptivecards.min.js"></script>
        <script src="/parts/markdown-it/dist/markdown-it.min.js"></script>
        <script type="module" src="/drawing.js"></script>
        """;

    const string Drawing = """
        import { load, hostConfig, show } from '/rehearsal/js/themes.js';
        import { Card } from '/rehearsal/js/card.js';
        await load();

        globalThis.draw = (card, theme) => {
          show(theme);
          document.body.replaceChildren(new Card(card, async () => {}).element);
        };

        // What is wrong with a card: what the renderer says of it, and everything that does not fit into its frame.
        globalThis.faults = card => {
          draw(card, 'light');
          const context = new AdaptiveCards.SerializationContext();
          const parsed = new AdaptiveCards.AdaptiveCard();
          parsed.hostConfig = hostConfig();
          // The renderer's pattern for "lang" remembers where its last match ended and so refuses every other card.
          AdaptiveCards.CardElement.langProperty.regEx.lastIndex = 0;
          parsed.parse(card, context);
          const said = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
          const invalid = parsed.validateProperties().validationEvents.map(event => event.message);
          const wide = [...document.querySelectorAll('.card, .card *:not(input, select, select *, textarea)')]
            .filter(part => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0)
            .map(part => `too wide: ${part.className} ${part.textContent.slice(0, 60)}`);
          return [...said, ...invalid, ...wide];
        };
        globalThis.pixels = async png => {
          const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
          canvas.drawImage(bitmap, 0, 0);
          const data = canvas.getImageData(0, 0, bitmap.width, bitmap.height).data;
          return [`${bitmap.width}`, btoa(Array.from(data, byte => String.fromCharCode(byte)).join(''))];
        };
        document.documentElement.dataset.ready = '';
        """;

    readonly IPage page;

    CardPage(IPage page) => this.page = page;

    public static async Task<CardPage> OpenAsync(Browser browser, int width)
    {
        var parts = await NpmParts.RestoreAsync(TestContext.Current.CancellationToken);
        // Low, so that a picture is as high as its card and no higher.
        var page = await browser.NewPageAsync(width, height: 100);
        await page.RouteAsync(
            $"{Origin}/**", route => FulfilAsync(route, new Uri(route.Request.Url).AbsolutePath, parts));
        await page.GotoAsync($"{Origin}/");
        await page.Locator("html[data-ready]").WaitForAsync();
        return new(page);
    }

    /// <summary>For each card what is wrong with it; nothing when all is well.</summary>
    public async Task<string[][]> FaultsAsync(IEnumerable<Shown> cards) =>
        await page.EvaluateAsync<string[][]>(
            "cards => cards.map(card => faults(JSON.parse(card)))", cards.Select(card => card.Json));

    /// <returns>A PNG.</returns>
    public async Task<byte[]> PictureAsync(string json, string theme)
    {
        await page.EvaluateAsync("([card, theme]) => draw(JSON.parse(card), theme)", new[] { json, theme });
        var picture = await page.ScreenshotAsync(new() { FullPage = true });
        var (width, rgba) = await page.EvaluateAsync<string[]>("pixels", Convert.ToBase64String(picture)) switch
        {
            [var w, var bytes] => (int.Parse(w), Convert.FromBase64String(bytes)),
            var other =>
                throw new InvalidOperationException($"A picture has a width and pixels, not {other.Length} parts."),
        };
        return SmallPng.Of(width, rgba);
    }

    static Task FulfilAsync(IRoute route, string path, string parts) => path switch
    {
        "/" => route.FulfillAsync(new() { ContentType = "text/html", Body = Html }),
        "/drawing.js" => route.FulfillAsync(new() { ContentType = "text/javascript", Body = Drawing }),
        _ when path.StartsWith("/parts/", StringComparison.Ordinal) =>
            route.FulfillAsync(new() { Path = Path.Combine(parts, path[7..]) }),
        _ => route.FulfillAsync(new() { ContentType = Type(path), BodyBytes = OfRehearsal(path) }),
    };

    static string Type(string path) => Path.GetExtension(path) switch
    {
        ".css" => "text/css",
        ".js" => "text/javascript",
        _ => "application/json",
    };

    static byte[] OfRehearsal(string path)
    {
        using var file = typeof(NpmParts).Assembly.GetManifestResourceStream($"wwwroot{path["/rehearsal".Length..]}")
            ?? throw new FileNotFoundException($"The rehearsal has no {path}.");
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
