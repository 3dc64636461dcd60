using Azure.Data.Tables;
using static Azure.Data.Tables.TableTransactionActionType;

namespace OutreachBot.Sdk.Tests.Tables;

public sealed class TransactionTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task All_actions_happen_together_and_answer_in_order()
    {
        var table = await azurite.NewTableAsync();
        var day = new DateTimeOffset(2026, 5, 1, 9, 0, 0, TimeSpan.FromHours(1));
        var state = (await table.AddEntityAsync(new TableEntity("p", "state") { ["A"] = 1 })).Headers.ETag!.Value;
        await table.AddEntityAsync(new TableEntity("p", "outbox"));

        var answer = await table.SubmitTransactionAsync(
        [
            new(UpdateReplace, new TableEntity("p", "state") { ["B"] = "Dŵr\r\n--changeset_rows--" }, state),
            new(Add, new TableEntity("p", "event'1")),
            new(UpsertMerge, new TableEntity("p", "note") { ["Day"] = day }),
            new(Delete, new TableEntity("p", "outbox"))
        ]);

        var read = (await table.GetEntityAsync<TableEntity>("p", "state")).Value;
        Assert.Equal([204, 204, 204, 204], answer.Value.Select(part => part.Status));
        Assert.Equal(read.ETag, answer.Value[0].Headers.ETag);
        Assert.Equal("Dŵr\r\n--changeset_rows--", read["B"]);
        Assert.False(read.ContainsKey("A"));
        Assert.Equal(["event'1", "note", "state"], await RowsAsync(table));
    }

    [Fact]
    public async Task A_single_action_is_a_transaction_too()
    {
        var table = await azurite.NewTableAsync();

        var answer = await table.SubmitTransactionAsync([new(Add, new TableEntity("p", "r"))]);
        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => table.SubmitTransactionAsync([new(Add, new TableEntity("p", "r"))]));

        Assert.Equal(204, Assert.Single(answer.Value).Status);
        Assert.Equal((409, 0), (refused.Status, refused.FailedTransactionActionIndex));
    }

    [Fact]
    public async Task One_refusal_undoes_all_and_is_named()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "operation"));

        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
        [
            new(Add, new TableEntity("p", "event")),
            new(UpsertReplace, new TableEntity("p", "state")),
            new(Add, new TableEntity("p", "operation"))
        ]));

        Assert.Equal((409, "EntityAlreadyExists"), (refused.Status, refused.ErrorCode));
        Assert.Equal(2, refused.FailedTransactionActionIndex);
        Assert.Equal(["operation"], await RowsAsync(table));
    }

    [Fact]
    public async Task An_old_version_undoes_all()
    {
        var table = await azurite.NewTableAsync();
        var first = (await table.AddEntityAsync(new TableEntity("p", "state"))).Headers.ETag!.Value;
        await table.UpsertEntityAsync(new TableEntity("p", "state") { ["N"] = 1 });

        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [new(Add, new TableEntity("p", "event")), new(UpdateMerge, new TableEntity("p", "state"), first)]));

        Assert.Equal((412, "UpdateConditionNotSatisfied"), (refused.Status, refused.ErrorCode));
        Assert.Equal(1, refused.FailedTransactionActionIndex);
        Assert.Equal(["state"], await RowsAsync(table));
    }

    [Fact]
    public async Task An_update_without_a_version_makes_the_row()
    {
        var table = await azurite.NewTableAsync();

        await table.SubmitTransactionAsync(
            [new(UpdateMerge, new TableEntity("p", "a")), new(UpdateReplace, new TableEntity("p", "b"))]);

        Assert.Equal(["a", "b"], await RowsAsync(table));
    }

    [Fact]
    public async Task A_hundred_actions_are_allowed()
    {
        var table = await azurite.NewTableAsync();

        var answer = await table.SubmitTransactionAsync(Enumerable.Range(0, 100).Select(
            n => new TableTransactionAction(Add, new TableEntity("p", $"{n:D3}") { ["Text"] = new string('x', 500) })));

        Assert.Equal(100, answer.Value.Count);
    }

    static async Task<List<string>> RowsAsync(TableClient table) =>
        await table.QueryAsync<TableEntity>().Select(row => row.RowKey).ToListAsync();
}
