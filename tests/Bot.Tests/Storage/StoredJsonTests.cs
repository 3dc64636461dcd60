using Azure.Data.Tables;
using OutreachBot.Bot.Storage;

namespace OutreachBot.Bot.Tests;

public sealed class StoredJsonTests(AzuriteFixture azurite)
{
    // A property holds 30,000 characters: the seam falls before, inside and behind a character of two halves.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(29_998)]
    [InlineData(29_999)]
    [InlineData(30_000)]
    [InlineData(59_999)]
    [InlineData(200_000)]
    public async Task A_long_text_comes_back_as_it_was(int lettersBefore)
    {
        var bot = await Instance.StartAsync(azurite);
        var json = new string('a', lettersBefore) + "😀ŵ" + new string('b', 100);
        var row = new TableEntity("00", "long");
        StoredJson.Put(row, json);

        await bot.Tables.Cases.AddEntityAsync(row);

        Assert.Equal(json, StoredJson.Get(await bot.Tables.Cases.GetEntityAsync<TableEntity>("00", "long")));
    }

    [Fact]
    public void No_part_ends_in_half_a_character()
    {
        var row = new TableEntity("00", "long");
        StoredJson.Put(row, string.Concat(Enumerable.Repeat("a😀", 25_000)));

        var parts = row.Where(property => property.Key.StartsWith("Json", StringComparison.Ordinal))
            .Select(property => (string)property.Value!).ToList();

        Assert.Equal(3, parts.Count);
        Assert.All(parts, part => Assert.False(char.IsHighSurrogate(part[^1])));
        Assert.All(parts, part => Assert.InRange(part.Length, 1, 32_000));
    }

    // The longest that people can write: every field of every form filled to its end.
    [Fact]
    public async Task A_request_with_very_long_texts_is_stored_and_read()
    {
        var bot = await Instance.StartAsync(azurite);
        var filled = string.Concat(Enumerable.Repeat("ŵ😀", 650));
        var form1 = Some.Form1.With(("need", filled), ("outcomes", filled), ("measure", filled));

        var request = await bot.HaveAsync(Given.WithTheInspector(form1));

        Assert.Equal(filled, request.Form1.Text("need"));
    }
}
