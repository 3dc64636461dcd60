using Azure;
using Azure.Data.Tables;
using static Azure.Data.Tables.TableTransactionActionType;

namespace OutreachBot.Sdk.Tests.Tables;

/// <summary>What Azure refuses is refused unsent: the emulator would let it through, or break.</summary>
public sealed class LimitTests
{
    public static TheoryData<string, TableEntity> Refused => new()
    {
        { "OutOfRangeInput", new("a/b", "r") },
        { "OutOfRangeInput", new("p", "a\\b") },
        { "OutOfRangeInput", new("p", "a#b") },
        { "OutOfRangeInput", new("p", "a?b") },
        { "OutOfRangeInput", new("p", "a\tb") },
        { "OutOfRangeInput", new("p", "a\u0085b") },
        { "OutOfRangeInput", new("p", "r") { ["Time"] = DateTimeOffset.MinValue } },
        { "KeyValueTooLarge", new("p", new string('x', 1025)) },
        { "PropertyNameTooLong", new("p", "r") { [new string('x', 256)] = 1 } },
        { "PropertyNameInvalid", new("p", "r") { ["a b"] = 1 } },
        { "PropertyNameInvalid", new("p", "r") { ["1a"] = 1 } },
        { "PropertyValueTooLarge", new("p", "r") { ["Text"] = new string('x', 32 * 1024 + 1) } },
        { "PropertyValueTooLarge", new("p", "r") { ["Bytes"] = new byte[64 * 1024 + 1] } },
        { "TooManyProperties", With(253, 1) },
        { "EntityTooLarge", With(16, new string('x', 32 * 1024)) }
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task An_entity_beyond_the_limits_is_refused_unsent(string code, TableEntity entity)
    {
        var (table, wire) = Wiretap.Offline();

        var alone = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpsertEntityAsync(entity));
        var among = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [new(Add, new TableEntity(entity.PartitionKey.Replace("/", ""), "first")), new(Add, entity)]));

        Assert.Equal((400, code), (alone.Status, alone.ErrorCode));
        Assert.Equal((400, code, 1), (among.Status, among.ErrorCode, among.FailedTransactionActionIndex));
        Assert.Empty(wire.Sent);
    }

    [Fact]
    public async Task An_entity_at_the_limits_is_sent()
    {
        var (table, wire) = Wiretap.Offline();

        await table.AddEntityAsync(With(252, 1));
        await table.AddEntityAsync(With(15, new string('x', 32 * 1024)));
        await table.AddEntityAsync(new TableEntity(new string('x', 1024), "") { ["Bytes"] = new byte[64 * 1024] });

        Assert.Equal(3, wire.Sent.Count);
    }

    [Theory]
    [InlineData("p/q", "r")]
    [InlineData("p", "r?")]
    public async Task A_key_that_cannot_be_is_not_asked_for(string partitionKey, string rowKey)
    {
        var (table, wire) = Wiretap.Offline();

        var read = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.GetEntityAsync<TableEntity>(partitionKey, rowKey));
        var deleted = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.DeleteEntityAsync(partitionKey, rowKey));

        Assert.Equal((400, 400), (read.Status, deleted.Status));
        Assert.Empty(wire.Sent);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_no_text()
    {
        var (table, wire) = Wiretap.Offline();

        await Assert.ThrowsAsync<ArgumentException>(() => table.GetEntityAsync<TableEntity>("p", "a\uD83D"));
        await Assert.ThrowsAsync<ArgumentException>(() => table.AddEntityAsync(new TableEntity("p\uDC4B\uD83D", "r")));
        await Assert.ThrowsAsync<ArgumentException>(
            () => table.SubmitTransactionAsync([new(Add, new TableEntity("p", "r") { ["Text"] = "👋\uD83D!" })]));

        Assert.Empty(wire.Sent);
    }

    [Fact]
    public async Task A_transaction_beyond_the_limits_is_refused_unsent()
    {
        var (table, wire) = Wiretap.Offline();
        async Task<(string?, int?)> RefusalOf(params IEnumerable<TableEntity> rows)
        {
            var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(
                () => table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(Add, row))));
            return (refused.ErrorCode, refused.FailedTransactionActionIndex);
        }

        Assert.Equal(
            ("CommandsInBatchActOnDifferentPartitions", 1), await RefusalOf(new("p", "a"), new TableEntity("q", "b")));
        Assert.Equal(
            ("InvalidDuplicateRow", 2), await RefusalOf(new("p", "a"), new("p", "b"), new TableEntity("p", "a")));
        Assert.Equal(
            ("InvalidInput", 100), await RefusalOf(Enumerable.Range(0, 101).Select(n => new TableEntity("p", $"{n}"))));
        var large = Enumerable.Range(0, 10).Select(n => With(15, new string('x', 30 * 1024), $"{n}"));
        var tooLarge = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.SubmitTransactionAsync(large.Select(row => new TableTransactionAction(Add, row))));
        Assert.Equal((413, "RequestBodyTooLarge"), (tooLarge.Status, tooLarge.ErrorCode));
        await Assert.ThrowsAsync<InvalidOperationException>(() => table.SubmitTransactionAsync([]));
        Assert.Empty(wire.Sent);
    }

    static TableEntity With(int properties, object value, string rowKey = "r")
    {
        var entity = new TableEntity("p", rowKey);
        for (var n = 0; n < properties; n++) entity[$"P{n}"] = value;
        return entity;
    }
}
