using System.Text.Json.Nodes;

namespace OutreachBot.Bot.Tests;

public sealed class AppPackageTests : IDisposable
{
    readonly AppPackage package = new();

    [Fact]
    public async Task The_package_holds_the_manifest_and_both_icons_and_nothing_else()
    {
        var files = await (await package.MakeAsync()).FilesAsync();

        Assert.Equal(["color.png", "manifest.json", "outline.png"], files.Keys.Order());
        Assert.Equal(await File.ReadAllBytesAsync(Source("color.png")), files["color.png"]);
        Assert.Equal(await File.ReadAllBytesAsync(Source("outline.png")), files["outline.png"]);
    }

    [Fact]
    public async Task The_settings_are_filled_in_and_every_other_character_is_kept()
    {
        const string app = "3f1c2a4e-52c6-4f0f-9d38-5b0de1a7c001", bot = "9a8b7c6d-1111-4222-8333-444455556666";
        await package.MakeAsync($"TeamsAppId={app}", $"MicrosoftAppId={bot}", "BotDomain=bot.wrenshire.example");

        var expected = (await File.ReadAllTextAsync(Source("manifest.json")))
            .Replace("${{TEAMS_APP_ID}}", app, StringComparison.Ordinal)
            .Replace("${{MICROSOFT_APP_ID}}", bot, StringComparison.Ordinal)
            .Replace("${{BOT_DOMAIN}}", "bot.wrenshire.example", StringComparison.Ordinal);
        Assert.Equal(expected, await package.ManifestAsync(), ignoreLineEndingDifferences: true);
        Assert.DoesNotContain("${{", expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_that_changes_nothing_leaves_the_package_alone()
    {
        var later = DateTime.UtcNow.AddMinutes(1);
        await package.MakeAsync();
        File.SetLastWriteTimeUtc(package.Zip, later);

        await package.MakeAsync();

        Assert.Equal(later, File.GetLastWriteTimeUtc(package.Zip), TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_changed_setting_renews_the_package()
    {
        await package.MakeAsync();

        await package.MakeAsync("BotDomain=moved.example");

        Assert.Contains("moved.example", await package.ManifestAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_without_settings_still_makes_valid_json()
    {
        var manifest = JsonNode.Parse(await (await package.MakeAsync()).ManifestAsync())!;

        Assert.True(Guid.TryParse((string?)manifest["id"], out _));
        Assert.True(Guid.TryParse((string?)manifest["bots"]![0]!["botId"], out _));
    }

    public void Dispose() => package.Dispose();

    static string Source(string file) => Path.Combine(Repository.Root, "manifest", file);
}
