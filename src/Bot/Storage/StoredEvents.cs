using System.Text.Json;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Storage;

/// <summary>An event and its stored form: the name of its case, and its JSON.</summary>
public static class StoredEvents
{
    static readonly Dictionary<string, Type> Cases = typeof(RequestEvent).GetNestedTypes()
        .Where(type => !type.IsAbstract)
        .ToDictionary(type => type.Name);

    public static (string Kind, string Json) Write(RequestEvent what) =>
        (what.GetType().Name, JsonSerializer.Serialize(what, what.GetType(), StoredJson.Format));

    /// <exception cref="InvalidDataException">A kind that this version does not know: a newer one wrote it.</exception>
    public static RequestEvent Read(string kind, string json) => Cases.TryGetValue(kind, out var type)
        ? (RequestEvent)JsonSerializer.Deserialize(json, type, StoredJson.Format)!
        : throw new InvalidDataException($"Events of the kind {kind} are of a newer version.");
}
