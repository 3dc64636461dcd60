using OutreachBot.EndToEnd.Tests;

namespace OutreachBot.Cards.Tests.Pictures;

public sealed class DrawingTests(Browser browser)
{
    const int Phone = 360;
    const int AtOnce = 100;

    [Fact]
    public async Task Every_card_is_drawn_without_a_fault_and_fits_a_phone()
    {
        var page = await CardPage.OpenAsync(browser, Phone);
        List<string> faulty = [];
        foreach (var cards in Gallery.Everything.DistinctBy(Looks).Chunk(AtOnce))
            faulty.AddRange(cards.Zip(
                await page.FaultsAsync(cards), (shown, faults) => string.Join('\n', faults.Prepend(shown.Name)))
                .Where(told => told.Contains('\n')));

        Assert.True(faulty.Count == 0, string.Join("\n\n", faulty.Take(10)));
    }

    // Cards that differ in nothing but what their buttons carry need to be drawn once.
    static string Looks(Shown shown) =>
        string.Join(
            '\n',
            [.. shown.Lines, .. shown.Inputs.Select(input => input.ToJsonString()),
                .. shown.Buttons.Select(button => (string)button["title"]!)]);
}
