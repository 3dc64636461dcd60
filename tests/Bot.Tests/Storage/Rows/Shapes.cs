using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests.Rows;

/// <summary>
/// What rows look like, without what stands in them: kinds of rows, their properties, and the places in their JSON.
/// </summary>
static partial class Shapes
{
    public static IEnumerable<string> Of(IEnumerable<StoredRow> rows) => rows.SelectMany(Of).Distinct();

    /// <summary>What must be there even if nothing writes it just now.</summary>
    public static IEnumerable<string> Everything =>
    [
        .. Enum.GetNames<Stage>().Select(stage => $"state at {stage}"),
        .. typeof(RequestEvent).GetNestedTypes().Where(type => !type.IsAbstract).Select(type => $"event {type.Name}"),
        .. Enum.GetNames<NoticeKind>().Select(kind => $"outbox for {kind}"),
    ];

    static IEnumerable<string> Of(StoredRow row)
    {
        var kind = row.Kind switch
        {
            "state" => $"state at {JsonNode.Parse(StoredJson.Get(row.Row))!["Stage"]}",
            "event" => $"event {row.Row.GetString("Kind")}",
            "outbox" => $"outbox for {row.Row.GetString("Kind")}",
            var other => other,
        };
        yield return kind;
        foreach (var name in row.Written.Select(property => property.Key)) yield return $"{row.Kind} with {name}";
        if (!row.Row.ContainsKey("Json")) yield break;

        var whose = row.Kind is "event" ? kind : row.Kind;
        foreach (var place in Places(JsonNode.Parse(StoredJson.Get(row.Row)), "")) yield return $"{whose} with {place}";
    }

    // What is listed under names of its own, such as answers by their question, is one place.
    static IEnumerable<string> Places(JsonNode? node, string place) => node switch
    {
        JsonObject part => part.SelectMany(one => Places(one.Value, $"{place}.{(IsName(one.Key) ? one.Key : "*")}")),
        JsonArray list => list.SelectMany(one => Places(one, $"{place}[]")),
        _ => [place],
    };

    static bool IsName(string key) => Name().IsMatch(key);

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$")]
    private static partial Regex Name();
}
