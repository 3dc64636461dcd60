using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Storage;

/// <summary>A case as it was read, and the tag that a change must still find.</summary>
public sealed record Stored(Case Case, ETag Tag);

/// <summary>One press or one message: whose it is, what it asks, and what was typed with it, as a hash.</summary>
/// <param name="Version">The version of the case that the card showed; 0 where no card was pressed.</param>
public sealed record Operation(string Id, PersonId Actor, string Action, string InputHash, int Version);

/// <summary>The card that was pressed; its place is kept so that it can be updated later.</summary>
public sealed record SentCard(string Conversation, string Activity);

/// <summary>
/// A case that this version cannot read, and so must not write: a newer version has, or it is damaged.
/// </summary>
public sealed class NewerRowException(CaseId id) : Exception($"{id} is of a newer version.")
{
    public CaseId Case => id;
}

/// <summary>Cases, events and operations as rows.</summary>
static class CaseRows
{
    /// <summary>
    /// The form in which states are written. It grows when an older version must not touch what a newer one wrote.
    /// </summary>
    const int Schema = 1;

    // Rows from before there were other workflows do not say whose they are.
    const string First = "outreach";

    /// <exception cref="NewerRowException">A newer version has written it.</exception>
    public static Stored Read(TableEntity row, CaseWorkflows workflows)
    {
        // Rows from before the schema had a number have its first form.
        if ((row.GetInt32("Schema") ?? 1) is not Schema
            || workflows.Find(row.GetString("Workflow") ?? First) is not { CaseType: var type })
            throw new NewerRowException(Keys.Parse(row.RowKey).Id);
        try
        {
            return new((Case)JsonSerializer.Deserialize(StoredJson.Get(row), type, StoredJson.Format)!, row.ETag);
        }
        catch (Exception unknown) when (unknown is JsonException or ArgumentNullException)
        {
            throw new NewerRowException(Keys.Parse(row.RowKey).Id);
        }
    }

    public static TableEntity State(Case now, CaseWorkflow workflow)
    {
        var row = new TableEntity(now.Id.Bucket, Keys.State(now.Id))
        {
            ["Schema"] = Schema,
            ["Workflow"] = workflow.Name,
            ["Version"] = now.Version,
        };
        StoredJson.Put(row, JsonSerializer.Serialize(now, workflow.CaseType, StoredJson.Format));
        return row;
    }

    public static TableEntity Event(CaseId id, Recorded recorded)
    {
        var (kind, json) = StoredEvents.Write(recorded.What);
        var row = new TableEntity(id.Bucket, Keys.Event(id, recorded.Number))
        {
            ["Kind"] = kind,
            ["At"] = recorded.At,
            ["By"] = recorded.By.Id.Key,
            ["ByName"] = recorded.By.Name,
        };
        StoredJson.Put(row, json);
        return row;
    }

    /// <exception cref="NewerRowException">A newer version has written it.</exception>
    public static Recorded ReadEvent(TableEntity row, CaseWorkflows workflows)
    {
        try
        {
            return new(
                int.Parse(
                    row.RowKey.AsSpan(row.RowKey.LastIndexOf('|') + 1),
                    System.Globalization.CultureInfo.InvariantCulture),
                row.GetDateTimeOffset("At")!.Value,
                new Person(PersonId.Parse(row.GetString("By"))!.Value, row.GetString("ByName")!),
                StoredEvents.Read(row.GetString("Kind")!, StoredJson.Get(row), workflows));
        }
        catch (Exception unknown) when (unknown is JsonException or InvalidDataException)
        {
            throw new NewerRowException(Keys.Parse(row.RowKey).Id);
        }
    }

    public static TableEntity Operation(CaseId id, Operation operation, int version) =>
        new(id.Bucket, Keys.Operation(id, operation.Id))
        {
            ["Actor"] = operation.Actor.Key,
            ["Action"] = operation.Action,
            ["InputHash"] = operation.InputHash,
            ["Version"] = version,
        };

    public static bool IsSame(TableEntity row, Operation operation) =>
        row.GetString("Actor") == operation.Actor.Key
        && row.GetString("Action") == operation.Action
        && row.GetString("InputHash") == operation.InputHash;

    public static TableEntity Card(CaseId id, PersonId person, SentCard card, bool inUse = false) =>
        new(id.Bucket,
            Keys.Card(id, person))
        {
            ["Conversation"] = card.Conversation,
            ["Activity"] = card.Activity,
            ["InUse"] = inUse
        };
}
