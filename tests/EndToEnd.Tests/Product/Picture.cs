using OutreachBot.Cards.Tests.Pictures;
using OutreachBot.Channel;
using OutreachBot.Rehearsal;

namespace OutreachBot.EndToEnd.Tests.Product;

/// <summary>
/// The picture of the rehearsal that the README shows. To take it anew:
/// <c>PICTURES=1 dotnet test --project tests/EndToEnd.Tests --filter-class "*PageStoryTests"</c>, then look at it.
/// </summary>
static class Picture
{
    const int Width = 1400;

    public static bool IsWanted => Environment.GetEnvironmentVariable("PICTURES") is "1";

    public static async Task TakeAsync(Browser browser, Uri bot, Cast cast)
    {
        var page = new RehearsalPage(await browser.NewPageAsync(Width, 920), bot);
        await page.ShowAsync([cast.Inspector.Id, cast.ProvidingHead.Id]);
        await page.CardSaysAsync(cast.ProvidingHead.Id, "Agree to the release");
        var png = await page.Page.ScreenshotAsync();
        await page.Page.Context.CloseAsync();
        await File.WriteAllBytesAsync(
            Path.Combine(Repository.Root, "docs", "pictures", "rehearsal.png"), await SmallAsync(browser, png));
    }

    static async Task<byte[]> SmallAsync(Browser browser, byte[] png)
    {
        var page = await browser.NewPageAsync();
        var pixels = await page.EvaluateAsync<string>("""
            async png => {
              const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
              const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
              canvas.drawImage(bitmap, 0, 0);
              const data = canvas.getImageData(0, 0, bitmap.width, bitmap.height).data;
              return btoa(Array.from(data, byte => String.fromCharCode(byte)).join(''));
            }
            """, Convert.ToBase64String(png));
        await page.Context.CloseAsync();
        return SmallPng.Of(Width, Convert.FromBase64String(pixels));
    }
}
