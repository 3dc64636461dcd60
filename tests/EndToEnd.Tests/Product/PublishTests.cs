using System.Net;
using OutreachBot.Rehearsal;

namespace OutreachBot.EndToEnd.Tests.Product;

public sealed class PublishTests(Published published) : IClassFixture<Published>
{
    [Fact]
    public void A_published_bot_has_its_schemes_and_pages_and_nothing_of_the_rehearsal()
    {
        string[] files = [.. published.Files.Select(file => file.Replace('\\', '/'))];

        Assert.Contains("schemes/hampshire-lt.json", files);
        foreach (var page in new[] { "index", "privacy", "terms" }) Assert.Contains($"wwwroot/{page}.html", files);
        foreach (var local in new[] { "rehearsal", "playwright", "azurite", "node_modules", "samples" })
            Assert.DoesNotContain(files, file => file.Contains(local, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Without_an_app_id_it_does_not_start_and_says_why_in_a_line()
    {
        await using var bot = published.Start(("ASPNETCORE_ENVIRONMENT", null), ("MicrosoftAppId", null));

        Assert.Equal(1, await bot.EndAsync());
        Assert.StartsWith("MicrosoftAppId is missing.", bot.Said);
        Assert.Single(bot.Said.Trim().Split('\n'));
    }

    [Fact]
    public async Task With_an_app_id_it_shows_its_pages_and_lets_nobody_in_without_a_token()
    {
        var tables = Directory.CreateTempSubdirectory("tables-");
        await using (var azurite =
            await Azurite.StartInMemoryAsync(tables.FullName, TestContext.Current.CancellationToken))
        await using (var bot = published.Start(
            ("ASPNETCORE_ENVIRONMENT", null), ("ASPNETCORE_URLS", "http://127.0.0.1:0"),
            ("Logging__LogLevel__Microsoft", "Information"),
            ("MicrosoftAppId", Guid.NewGuid().ToString()), ("MicrosoftAppType", "UserAssignedMSI"),
            ("MicrosoftAppTenantId", Guid.NewGuid().ToString()), ("Teams__Tenants__0", Guid.NewGuid().ToString()),
            ("Storage__ConnectionString", azurite.ConnectionString),
            ("Directory__Import", Path.Combine(Repository.Root, "samples"))))
        {
            using var http = new HttpClient { BaseAddress = await AddressAsync(bot) };
            foreach (var page in new[] { "/", "/privacy", "/terms" })
                Assert.Contains("<h1>", await http.GetStringAsync(page, TestContext.Current.CancellationToken));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(http, HttpMethod.Get, "/rehearsal"));
            await Until.TrueAsync(
                async () => await StatusAsync(http, HttpMethod.Get, "/health/ready") is HttpStatusCode.OK,
                () => bot.Said);
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(http, HttpMethod.Post, "/api/messages"));
        }
        tables.Delete(recursive: true);
    }

    static async Task<Uri> AddressAsync(ChildProcess bot)
    {
        const string Announced = "Now listening on: ";
        await Until.TrueAsync(
            () => Task.FromResult(bot.HasEnded || bot.Said.Contains(Announced, StringComparison.Ordinal)),
            () => bot.Said);
        Assert.False(bot.HasEnded, bot.Said);
        return new(bot.Said.Split(Announced)[1].Split('\n')[0].Trim());
    }

    static async Task<HttpStatusCode> StatusAsync(HttpClient http, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = new StringContent(
                """{"type":"message","serviceUrl":"https://smba.trafficmanager.net/uk/"}""", null, "application/json"),
        };
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
