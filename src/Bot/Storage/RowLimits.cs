using System.Buffers;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace OutreachBot.Bot.Storage;

/// <summary>
/// What Azure Table Storage refuses, refused before it is sent and as the service words it. Neither the client nor the
/// emulator checks it, and some of it breaks the emulator.
/// https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
/// </summary>
static class RowLimits
{
    const int KeyLength = 1024;
    const int NameLength = 255;
    const int OwnProperties = 252;
    const int RowBytes = 1024 * 1024;
    const int ValueBytes = 64 * 1024;
    const int TransactionRows = 100;
    const int TransactionBytes = 4 * 1024 * 1024;

    // The parts of a transaction around each row: its headers and its address.
    const int BytesAroundRow = 1024;

    static readonly SearchValues<char> ForbiddenInKeys = SearchValues.Create(
        ['/', '\\', '#', '?',
            .. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code)]);

    // The service counts time from the first year of the Gregorian calendar that Windows knows.
    static readonly DateTime FirstTime = new(1601, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <exception cref="RequestFailedException">400, with the service's code for what is wrong.</exception>
    public static void CheckKeys(string partitionKey, string rowKey)
    {
        CheckKey(partitionKey, "PartitionKey");
        CheckKey(rowKey, "RowKey");
    }

    /// <returns>How many bytes the row takes in the service.</returns>
    /// <exception cref="RequestFailedException">400, with the service's code for what is wrong.</exception>
    public static int CheckRow(TableEntity row)
    {
        CheckKeys(row.PartitionKey, row.RowKey);
        var (own, bytes) = (0, 4 + (2 * (row.PartitionKey.Length + row.RowKey.Length)));
        foreach (var (name, value) in row)
        {
            if (value is null || name is "PartitionKey" or "RowKey" or "Timestamp" or "odata.etag") continue;
            CheckName(name);
            own++;
            bytes += 8 + (2 * name.Length) + CheckValue(name, value);
        }
        if (own > OwnProperties)
            throw Refusal("TooManyProperties", $"The row has {own} properties; {OwnProperties} are allowed.");
        return bytes <= RowBytes
            ? bytes
            : throw Refusal("EntityTooLarge", $"The row takes {bytes} bytes; {RowBytes} are allowed.");
    }

    /// <exception cref="RequestFailedException">400 or 413, with the service's code for what is wrong.</exception>
    public static void CheckTransaction(IReadOnlyList<TableTransactionAction> actions)
    {
        if (actions.Count is 0 or > TransactionRows)
            throw Refusal("InvalidInput", $"A transaction has 1 to {TransactionRows} rows, not {actions.Count}.");

        var (keys, bytes) = (new HashSet<string>(actions.Count, StringComparer.Ordinal), 0);
        foreach (var action in actions)
        {
            var row = (TableEntity)action.Entity;
            bytes += BytesAroundRow + CheckRow(row);
            if (row.PartitionKey != actions[0].Entity.PartitionKey)
                throw Refusal(
                    "CommandsInBatchActOnDifferentPartitions", "All rows of a transaction are in one partition.");
            if (!keys.Add(row.RowKey)) throw Refusal("InvalidDuplicateRow", "A transaction has each row once.");
            if (action.ActionType is TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace)
                CheckTag(action.ETag);
        }
        if (bytes > TransactionBytes)
            throw Refusal(
                "RequestBodyTooLarge", $"The transaction takes {bytes} bytes; {TransactionBytes} are allowed.", 413);
    }

    /// <summary>
    /// The client sends an update without a tag with no condition, and so over what is there, or where nothing is.
    /// </summary>
    /// <exception cref="RequestFailedException">400: there is no tag.</exception>
    public static void CheckTag(ETag tag)
    {
        if (tag == default)
            throw Refusal("MissingRequiredHeader", "An update says which version of the row it changes.");
    }

    static RequestFailedException Refusal(string code, string message, int status = 400) =>
        new(status, message, code, null);

    static void CheckKey(string key, string name)
    {
        CheckText(key, name);
        if (key.Length > KeyLength)
            throw Refusal("KeyValueTooLarge", $"{name} has {key.Length} characters; {KeyLength} are allowed.");
        if (key.AsSpan().ContainsAny(ForbiddenInKeys))
            throw Refusal("OutOfRangeInput", $"{name} holds a character that no key may hold: / \\ # ? or a control.");
    }

    static void CheckName(string name)
    {
        if (name.Length > NameLength)
            throw Refusal("PropertyNameTooLong", $"A property's name has {name.Length} characters.");
        var isValid = name.Length > 0 && !char.IsAsciiDigit(name[0]);
        foreach (var letter in name) isValid &= char.IsLetterOrDigit(letter) || letter is '_';
        if (!isValid) throw Refusal("PropertyNameInvalid", $"\"{name}\" cannot be the name of a property.");
    }

    /// <returns>The bytes that the value counts towards the row's limit.</returns>
    static int CheckValue(string name, object value)
    {
        switch (value)
        {
            case string text:
                CheckText(text, name);
                return 4 + CheckLength(name, 2 * text.Length);
            case byte[] bytes:
                return 4 + CheckLength(name, bytes.Length);
            case BinaryData data:
                return 4 + CheckLength(name, data.ToMemory().Length);
            case double number when !double.IsFinite(number):
                throw Refusal("InvalidInput", $"{name} is no number that can be stored.");
            case DateTime { Kind: not DateTimeKind.Utc }:
                throw Refusal("InvalidInput", $"{name} does not say which time zone it is in.");
            case DateTime time when time < FirstTime:
            case DateTimeOffset moment when moment.UtcDateTime < FirstTime:
                throw Refusal("OutOfRangeInput", $"{name} is before the year 1601.");
            default:
                return value switch { Guid => 16, int => 4, bool => 1, _ => 8 };
        }
    }

    static int CheckLength(string name, int bytes) =>
        bytes <= ValueBytes
            ? bytes
            : throw Refusal("PropertyValueTooLarge", $"{name} takes {bytes} bytes; {ValueBytes} are allowed.");

    // Half a surrogate pair in a key breaks the emulator until it is started again.
    static void CheckText(string text, string name)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var at)
        {
            if (Rune.DecodeFromUtf16(rest[at..], out _, out var length) is not OperationStatus.Done)
                throw Refusal("InvalidInput", $"{name} holds half of a surrogate pair, which is no text.");
            rest = rest[(at + length)..];
        }
    }
}
