using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OutreachBot.Bot.Tests;

namespace OutreachBot.Cards.Tests;

/// <summary>
/// Compares a card with its approved form in <c>Snapshots/</c>. To approve a change: <c>ACCEPT=1 dotnet test --project
/// tests/Cards.Tests</c>, then read the difference. A card that got worse is mended, not approved.
/// </summary>
static class Snapshot
{
    const string Ending = ".verified.json";

    static readonly JsonSerializerOptions Pretty =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "Cards.Tests", "Snapshots");

    public static void Matches(
        AdaptiveCard card, [CallerFilePath] string test = "", [CallerMemberName] string name = "") =>
        Matches(JsonNode.Parse(card.ToJson())!, test, name);

    public static void Matches(JsonNode actual, [CallerFilePath] string test = "", [CallerMemberName] string name = "")
    {
        var path = Path.Combine(Folder, $"{Path.GetFileNameWithoutExtension(test)}.{name}{Ending}");
        var text = Canonical(actual)!.ToJsonString(Pretty) + "\n";
        if (Environment.GetEnvironmentVariable("ACCEPT") is "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"No approved snapshot yet: {path}");
        Assert.Equal(File.ReadAllText(path), text, ignoreLineEndingDifferences: true);
    }

    /// <summary>The tests that the approved files belong to, as <c>Class.Method</c>.</summary>
    public static IEnumerable<string> Approved =>
        Directory.EnumerateFiles(Folder)
            .Select(file => Path.GetFileName(file).Replace(Ending, "", StringComparison.Ordinal));

    /// <summary>
    /// The same text for the same card, whoever wrote its JSON: our stand-in and Microsoft's package order properties
    /// differently, and the package writes empty verbs, empty lists of users, and 3 as 3.0.
    /// </summary>
    public static JsonNode? Canonical(JsonNode? node) => node switch
    {
        JsonObject part => new JsonObject(part
            .Where(property => !IsNothing(property.Key, property.Value))
            .OrderBy(property => property.Key, StringComparer.Ordinal)
            .Select(property => KeyValuePair.Create(property.Key, Canonical(property.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Canonical)]),
        JsonValue value when value.GetValueKind() is JsonValueKind.Number =>
            JsonValue.Create(value.GetValue<decimal>() / 1.000000000000m),
        _ => node?.DeepClone(),
    };

    static bool IsNothing(string name, JsonNode? value) =>
        (name is "verb" && value?.ToString() is "") || (name is "userIds" && value is JsonArray { Count: 0 });
}
