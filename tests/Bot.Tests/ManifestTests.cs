using System.Buffers.Binary;
using System.Text.Json.Nodes;
using NJsonSchema;
using OutreachBot.Rehearsal;

namespace OutreachBot.Bot.Tests;

public sealed class ManifestTests
{
    static readonly Lazy<Task<string>> Filled = new(async () =>
    {
        using var package = new AppPackage();
        return await (await package.MakeAsync()).ManifestAsync();
    });

    [Fact]
    public async Task The_manifest_passes_the_schema_that_Microsoft_publishes()
    {
        var manifest = await ManifestAsync();

        Assert.Empty((await SchemaAsync(manifest)).Validate(manifest.ToJsonString()));
    }

    [Theory]
    [InlineData("id", "\"not-a-guid\"")]
    [InlineData("accentColor", "\"teal\"")]
    [InlineData("defaultInstallScope", "\"school\"")]
    [InlineData("name", """{ "short": "A name that is far too long for a phone" }""")]
    [InlineData("bots", """[{ "scopes": ["personal"] }]""")]
    [InlineData("flourish", "true")]
    [InlineData("developer", null)]
    public async Task A_broken_manifest_does_not_pass(string property, string? value)
    {
        var manifest = await ManifestAsync();
        var schema = await SchemaAsync(manifest);

        if (value is null) manifest.Remove(property);
        else manifest[property] = JsonNode.Parse(value);

        Assert.NotEmpty(schema.Validate(manifest.ToJsonString()));
    }

    [Fact]
    public async Task Commands_are_few_and_short_enough_for_every_client()
    {
        var lists = (await ManifestAsync())["bots"]![0]!["commandLists"]!.AsArray();
        var commands = Assert.Single(lists)!["commands"]!.AsArray();

        Assert.Equal(["request", "tasks", "status", "help"], commands.Select(command => (string?)command!["title"]));
        Assert.All(commands, command => Assert.InRange(((string)command!["description"]!).Length, 1, 128));
        Assert.InRange(commands.Count, 1, 10);
    }

    // PNG colour types: 2 has no transparency, 6 has it.
    [Theory]
    [InlineData("color.png", 192, 2)]
    [InlineData("outline.png", 32, 6)]
    public async Task Icons_have_the_size_that_Teams_wants(string file, int pixels, int colourType)
    {
        var png = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "manifest", file));

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Equal(pixels, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal(pixels, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        Assert.Equal(colourType, png[25]);
    }

    static async Task<JsonObject> ManifestAsync() => JsonNode.Parse(await Filled.Value)!.AsObject();

    static async Task<JsonSchema> SchemaAsync(JsonObject manifest) => await JsonSchema.FromFileAsync(Path.Combine(
        await NpmParts.RestoreAsync("tests", TestContext.Current.CancellationToken), "@microsoft", "app-manifest",
        "build",
        "json-schemas", "teams", $"v{manifest["manifestVersion"]}", "MicrosoftTeams.schema.json"));
}
