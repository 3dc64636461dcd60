using System.Text.Json;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Bot.Storage;

/// <summary>Events as they are written: the name of the kind, and what belongs to it.</summary>
static class StoredEvents
{
    public static (string Kind, string Json) Write(CaseEvent what) =>
        (what.GetType().Name, JsonSerializer.Serialize(what, what.GetType(), StoredJson.Format));

    /// <exception cref="InvalidDataException">A kind that this version does not know: a newer one wrote it.</exception>
    public static CaseEvent Read(string kind, string json, CaseWorkflows workflows) =>
        workflows.Event(kind) is { } type
            ? (CaseEvent)JsonSerializer.Deserialize(json, type, StoredJson.Format)!
            : throw new InvalidDataException($"Events of the kind {kind} are of a newer version.");
}
