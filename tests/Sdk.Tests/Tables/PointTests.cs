using Azure;
using Azure.Data.Tables;

namespace OutreachBot.Sdk.Tests.Tables;

public sealed class PointTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_row_comes_back_as_it_was_added()
    {
        var table = await azurite.NewTableAsync();

        var row = new TableEntity("bucket", "row") { ["Words"] = "Grüße, O'Neill 👋 \u2028" };

        var added = await table.AddEntityAsync(row);

        var read = (await table.GetEntityAsync<TableEntity>("bucket", "row")).Value;
        Assert.Equal(204, added.Status);
        Assert.Equal("Grüße, O'Neill 👋 \u2028", read.GetString("Words"));
        Assert.Equal(added.Headers.ETag, read.ETag);
        Assert.Equal(DateTimeOffset.UtcNow, read.Timestamp!.Value, TimeSpan.FromMinutes(5));
    }

    [Theory]
    [InlineData("O'Neill", "a'b''c")]
    [InlineData("Ysgol Bro Dŵr", "学校 %2F & + =")]
    [InlineData("", "tab le:100%")]
    [InlineData("👋", "(a),'b'")]
    public async Task Keys_may_hold_quotes_and_any_script(string partitionKey, string rowKey)
    {
        var table = await azurite.NewTableAsync();

        await table.UpsertEntityAsync(new TableEntity(partitionKey, rowKey) { ["N"] = 1 });
        var read = (await table.GetEntityAsync<TableEntity>(partitionKey, rowKey)).Value;
        var gone = await table.DeleteEntityAsync(read, read.ETag);

        Assert.Equal((partitionKey, rowKey), (read.PartitionKey, read.RowKey));
        Assert.Equal(204, gone.Status);
    }

    [Fact]
    public async Task A_row_written_twice_is_refused()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));

        var refused = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((409, "EntityAlreadyExists"), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task A_missing_row_throws_or_has_no_value_as_asked()
    {
        var table = await azurite.NewTableAsync();

        var thrown = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.GetEntityAsync<TableEntity>("p", "r"));
        var answer = await table.GetEntityIfExistsAsync<TableEntity>("p", "r");

        Assert.Equal((404, "ResourceNotFound"), (thrown.Status, thrown.ErrorCode));
        Assert.False(answer.HasValue);
        Assert.Equal(404, answer.GetRawResponse().Status);
        Assert.Throws<InvalidOperationException>(() => answer.Value);
    }

    [Fact]
    public async Task Deleting_what_is_missing_is_404_without_throwing()
    {
        var table = await azurite.NewTableAsync();

        Assert.Equal(404, (await table.DeleteEntityAsync("p", "r")).Status);
    }

    [Fact]
    public async Task A_selection_brings_only_what_was_asked_for()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 });

        var read = (await table.GetEntityAsync<TableEntity>("p", "r", ["A"])).Value;

        Assert.Equal(1, read["A"]);
        Assert.False(read.ContainsKey("B"));
    }

    [Fact]
    public async Task Merging_keeps_and_replacing_drops_what_was_not_sent()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1 });

        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 2 }, TableUpdateMode.Merge);
        var merged = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["C"] = 3 }, TableUpdateMode.Replace);
        var replaced = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal((1, 2), (merged["A"], merged["B"]));
        Assert.Equal((null, null, 3), (replaced["A"], replaced["B"], replaced["C"]));
    }

    [Fact]
    public async Task A_table_is_made_once_and_deleted_twice_without_complaint()
    {
        var table = await azurite.NewTableAsync();

        var again = await table.CreateIfNotExistsAsync();
        await table.DeleteAsync();
        var gone = await table.DeleteAsync();

        Assert.Equal(table.Name, again.Value.Name);
        Assert.Equal(404, gone.Status);
    }
}
