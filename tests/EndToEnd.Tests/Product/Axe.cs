using Microsoft.Playwright;
using OutreachBot.Rehearsal;

namespace OutreachBot.EndToEnd.Tests.Product;

/// <summary>Deque's accessibility checker, run in the page.</summary>
static class Axe
{
    /// <summary>Nothing that axe calls serious or critical is wrong with the page as it stands.</summary>
    public static async Task FindsNothingSeriousAsync(IPage page)
    {
        var parts = await NpmParts.RestoreAsync("tests", TestContext.Current.CancellationToken);
        await page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(parts, "axe-core", "axe.min.js")));
        var found = await page.EvaluateAsync<string[]>("""
            async () => (await axe.run({ resultTypes: ['violations'] })).violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id} (${help}): ${html.slice(0, 200)}`))
            """);
        Assert.Empty(found);
    }
}
