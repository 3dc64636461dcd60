using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OutreachBot.Bot.Tests;

/// <summary>Words in braces that stand for something a case cannot know or does not want to spell out.</summary>
static partial class Macros
{
    public static string Expand(string text, IReadOnlyDictionary<string, string> known)
    {
        foreach (var (name, value) in known) text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return Repeat().Replace(text, match =>
            string.Concat(Enumerable.Repeat(
                match.Groups["what"].Value, int.Parse(match.Groups["times"].Value, CultureInfo.InvariantCulture))));
    }

    public static JsonNode? Expand(JsonNode? value, IReadOnlyDictionary<string, string> known) => value switch
    {
        JsonValue text when text.TryGetValue<string>(out var words) => JsonValue.Create(Expand(words, known)),
        JsonObject all => new JsonObject(all.Select(one => KeyValuePair.Create(one.Key, Expand(one.Value, known)))),
        JsonArray all => new JsonArray([.. all.Select(one => Expand(one, known))]),
        _ => value?.DeepClone(),
    };

    [GeneratedRegex(@"\{(?<times>\d+) x (?<what>[^{}]+)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Repeat();
}
