using Azure;
using Azure.Data.Tables;
using static Azure.Data.Tables.TableTransactionActionType;

namespace OutreachBot.Bot.Tests;

/// <summary>What Azure refuses is refused unsent: the emulator would let it through, or break.</summary>
public sealed class RowLimitsTests : IDisposable
{
    static readonly Dictionary<string, (string Code, Func<TableEntity> Row)> Beyond = new()
    {
        ["a slash in a partition's key"] = ("OutOfRangeInput", () => new("a/b", "r")),
        ["a backslash in a key"] = ("OutOfRangeInput", () => new("p", "a\\b")),
        ["a hash in a key"] = ("OutOfRangeInput", () => new("p", "a#b")),
        ["a question mark in a key"] = ("OutOfRangeInput", () => new("p", "a?b")),
        ["a tabulator in a key"] = ("OutOfRangeInput", () => new("p", "a\tb")),
        ["a delete in a key"] = ("OutOfRangeInput", () => new("p", "a\u007fb")),
        ["a new line of another age in a key"] = ("OutOfRangeInput", () => new("p", "a\u0085b")),
        ["a key of 1,025 characters"] = ("KeyValueTooLarge", () => new("p", new string('x', 1025))),
        ["a partition's key of 1,025 characters"] = ("KeyValueTooLarge", () => new(new string('x', 1025), "r")),
        ["half a pair in a key"] = ("InvalidInput", () => new("p", "a\uD83D")),
        ["half a pair in a partition's key"] = ("InvalidInput", () => new("p\uDC4B\uD83D", "r")),
        ["half a pair in a text"] = ("InvalidInput", () => With("👋\uD83D!")),
        ["a name of 256 characters"] = ("PropertyNameTooLong", () => new("p", "r") { [new string('x', 256)] = 1 }),
        ["a name with a blank"] = ("PropertyNameInvalid", () => new("p", "r") { ["a b"] = 1 }),
        ["a name with a hyphen"] = ("PropertyNameInvalid", () => new("p", "r") { ["a-b"] = 1 }),
        ["a name with a digit in front"] = ("PropertyNameInvalid", () => new("p", "r") { ["1a"] = 1 }),
        ["a text of 64 KB and a character"] = ("PropertyValueTooLarge", () => With(new string('x', (32 * 1024) + 1))),
        ["64 KB and a byte"] = ("PropertyValueTooLarge", () => With(new byte[(64 * 1024) + 1])),
        ["64 KB and a byte, held otherwise"] = ("PropertyValueTooLarge",
            () => With(BinaryData.FromBytes(new byte[(64 * 1024) + 1]))),
        ["253 properties"] = ("TooManyProperties", () => With(1, 253)),
        ["a row of more than 1 MiB"] = ("EntityTooLarge", () => With(new string('x', 32 * 1024), 16)),
        ["a number without end"] = ("InvalidInput", () => With(double.PositiveInfinity)),
        ["no number"] = ("InvalidInput", () => With(double.NaN)),
        ["a time of no zone"] = ("InvalidInput", () => With(new DateTime(2026, 5, 1))),
        ["a time of this machine's zone"] = ("InvalidInput",
            () => With(new DateTime(2026, 5, 1, 9, 0, 0, DateTimeKind.Local))),
        ["a time before 1601"] = ("OutOfRangeInput", () => With(new DateTime(1600, 12, 31, 0, 0, 0, DateTimeKind.Utc))),
        ["a moment before 1601"] = ("OutOfRangeInput",
            () => With(new DateTimeOffset(1601, 1, 1, 0, 30, 0, TimeSpan.FromHours(1)))),
    };

    static readonly Dictionary<string, Func<TableEntity>> Just = new()
    {
        ["keys of 1,024 characters"] = () => new(new string('x', 1024), new string('é', 1024)),
        ["an empty key"] = () => new("", ""),
        ["a name of 255 letters"] = () => new("p", "r") { [new string('é', 255)] = 1 },
        ["a text of 64 KB"] = () => With(new string('x', 32 * 1024)),
        ["64 KB"] = () => With(new byte[64 * 1024]),
        ["252 properties beside those of every row"] = () => With(
            1, 252,
            row => (row.ETag, row.Timestamp, row["Nothing"]) = (new("W/\"1\""), DateTimeOffset.UnixEpoch, null)),
        ["a row of nearly 1 MiB"] = () => With(new string('x', 32 * 1024), 15),
        ["the largest numbers"] = () =>
            new("p", "r") { ["A"] = double.MaxValue, ["B"] = long.MaxValue, ["C"] = int.MinValue },
        ["the first moment of 1601"] = () => With(new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero)),
        ["whole pairs"] = () => new("👋", "👩‍👩‍👧") { ["A"] = "🏴󠁧󠁢󠁷󠁬󠁳󠁿👋" },
    };

    public static TheoryData<string> Refused => [.. Beyond.Keys];

    public static TheoryData<string> Allowed => [.. Just.Keys];

    readonly Canned canned = new();

    public void Dispose() => canned.Dispose();

    TableClient Table => canned.Tables().Cases;

    [Theory, MemberData(nameof(Refused))]
    public async Task A_row_beyond_a_limit_is_refused_by_name_and_unsent(string limit)
    {
        var (code, row) = Beyond[limit];

        var alone = await Assert.ThrowsAsync<RequestFailedException>(() => Table.AddEntityAsync(row()));
        var upserted = await Assert.ThrowsAsync<RequestFailedException>(() => Table.UpsertEntityAsync(row()));
        var updated =
            await Assert.ThrowsAsync<RequestFailedException>(() => Table.UpdateEntityAsync(row(), new ETag("W/\"1\"")));
        var among = await Assert.ThrowsAsync<RequestFailedException>(
            () => Table.SubmitTransactionAsync(
                [new(Add, new TableEntity(row().PartitionKey, "first")), new(Add, row())]));

        Assert.All(
            [alone, upserted, updated, among],
            refused => Assert.Equal((400, code), (refused.Status, refused.ErrorCode)));
        Assert.Empty(canned.Sent);
    }

    [Theory, MemberData(nameof(Allowed))]
    public async Task A_row_at_a_limit_is_sent(string limit)
    {
        await Table.AddEntityAsync(Just[limit]());

        Assert.Single(canned.Sent);
    }

    [Theory]
    [InlineData("p/q", "r")]
    [InlineData("p", "r?")]
    public async Task A_key_that_cannot_be_is_not_asked_for(string partitionKey, string rowKey)
    {
        var read = await Assert.ThrowsAsync<RequestFailedException>(
            () => Table.GetEntityIfExistsAsync<TableEntity>(partitionKey, rowKey));
        var deleted =
            await Assert.ThrowsAsync<RequestFailedException>(() => Table.DeleteEntityAsync(partitionKey, rowKey));

        Assert.Equal((400, 400), (read.Status, deleted.Status));
        Assert.Empty(canned.Sent);
    }

    public static TheoryData<string, int, IReadOnlyList<TableEntity>> Transactions => new()
    {
        { "InvalidInput", 400, [] },
        { "InvalidInput", 400, [.. Enumerable.Range(0, 101).Select(number => new TableEntity("p", $"{number}"))] },
        { "CommandsInBatchActOnDifferentPartitions", 400, [new("p", "a"), new("q", "b")] },
        { "InvalidDuplicateRow", 400, [new("p", "a"), new("p", "b"), new("p", "a")] },
        { "RequestBodyTooLarge", 413,
            [.. Enumerable.Range(0, 5)
                .Select(number => With(new string('x', 30 * 1024), 15, row => row.RowKey = $"{number}"))] },
    };

    [Theory, MemberData(nameof(Transactions), DisableDiscoveryEnumeration = true)]
    public async Task A_transaction_beyond_a_limit_is_refused_by_name_and_unsent(
        string code, int status, IReadOnlyList<TableEntity> rows)
    {
        var refused = await Assert.ThrowsAsync<RequestFailedException>(
            () => Table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(Add, row))));

        Assert.Equal((status, code), (refused.Status, refused.ErrorCode));
        Assert.Empty(canned.Sent);
    }

    [Fact]
    public async Task A_transaction_of_a_hundred_rows_is_sent()
    {
        canned.Answer = () => throw new HttpRequestException("Seen enough.");

        await Assert.ThrowsAsync<RequestFailedException>(() => Table.SubmitTransactionAsync(
            Enumerable.Range(0, 100)
                .Select(number => new TableTransactionAction(Add, new TableEntity("p", $"{number}")))));

        Assert.Single(canned.Sent);
    }

    // The client sends it with no condition, and so over whatever is there.
    [Theory]
    [InlineData(UpdateMerge)]
    [InlineData(UpdateReplace)]
    public async Task An_update_that_does_not_say_of_which_version_never_goes_out(TableTransactionActionType kind)
    {
        var alone = await Assert.ThrowsAsync<RequestFailedException>(
            () => Table.UpdateEntityAsync(new TableEntity("p", "r"), default));
        var among = await Assert.ThrowsAsync<RequestFailedException>(
            () => Table.SubmitTransactionAsync([new(kind, new TableEntity("p", "r"))]));

        Assert.Equal(("MissingRequiredHeader", "MissingRequiredHeader"), (alone.ErrorCode, among.ErrorCode));
        Assert.Empty(canned.Sent);
    }

    static TableEntity With(object value, int properties = 1, Action<TableEntity>? more = null)
    {
        var row = new TableEntity("p", "r");
        for (var number = 0; number < properties; number++) row[$"P{number}"] = value;
        more?.Invoke(row);
        return row;
    }
}
