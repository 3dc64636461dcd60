using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using OutreachBot.Workflow;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Storage;

/// <summary>A request as it was read, and the tag that a change must still find.</summary>
public sealed record Stored(Request Request, ETag Tag);

/// <summary>One press or one message: whose it is, what it asks, and what was typed with it, as a hash.</summary>
/// <param name="Version">The version of the request that the card showed; 0 where no card was pressed.</param>
public sealed record Operation(string Id, PersonId Actor, string Action, string InputHash, int Version);

/// <summary>The card that was pressed; its place is kept so that it can be updated later.</summary>
public sealed record SentCard(string Conversation, string Activity);

/// <summary>
/// A request that this version cannot read, and so must not write: a newer version has, or it is damaged.
/// </summary>
public sealed class NewerRowException(RequestId request) : Exception($"Request {request} is of a newer version.")
{
    public RequestId Request => request;
}

/// <summary>Requests, events, operations and items as rows.</summary>
static class RequestRows
{
    /// <summary>
    /// The form in which states are written. It grows when an older version must not touch what a newer one wrote.
    /// </summary>
    const int Schema = 1;

    /// <exception cref="NewerRowException">A newer version has written it.</exception>
    public static Stored Read(TableEntity row)
    {
        // Rows from before the schema had a number have its first form.
        if ((row.GetInt32("Schema") ?? 1) is not Schema) throw new NewerRowException(Keys.Parse(row.RowKey).Id);
        try
        {
            return new(JsonSerializer.Deserialize<Request>(StoredJson.Get(row), StoredJson.Format)!, row.ETag);
        }
        catch (Exception unknown) when (unknown is JsonException or ArgumentNullException)
        {
            throw new NewerRowException(Keys.Parse(row.RowKey).Id);
        }
    }

    public static TableEntity State(Request request)
    {
        var row = new TableEntity(request.Id.Bucket, Keys.State(request.Id))
        {
            ["Schema"] = Schema,
            ["Version"] = request.Version,
            ["Stage"] = request.Stage.ToString(),
        };
        StoredJson.Put(row, JsonSerializer.Serialize(request, StoredJson.Format));
        return row;
    }

    public static TableEntity Event(RequestId id, Recorded recorded)
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
    public static Recorded ReadEvent(TableEntity row)
    {
        try
        {
            return new(
                int.Parse(
                    row.RowKey.AsSpan(row.RowKey.LastIndexOf('|') + 1),
                    System.Globalization.CultureInfo.InvariantCulture),
                row.GetDateTimeOffset("At")!.Value,
                new Person(PersonId.Parse(row.GetString("By"))!.Value, row.GetString("ByName")!),
                StoredEvents.Read(row.GetString("Kind")!, StoredJson.Get(row)));
        }
        catch (Exception unknown) when (unknown is JsonException or InvalidDataException)
        {
            throw new NewerRowException(Keys.Parse(row.RowKey).Id);
        }
    }

    public static TableEntity Operation(RequestId id, Operation operation, int version) =>
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

    public static TableEntity Card(RequestId id, PersonId person, SentCard card, bool inUse = false) =>
        new(id.Bucket,
            Keys.Card(id, person))
        {
            ["Conversation"] = card.Conversation,
            ["Activity"] = card.Activity,
            ["InUse"] = inUse
        };
}
