using Azure;
using Azure.Data.Tables;

namespace OutreachBot.Sdk.Tests.Tables;

public sealed class VersionTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task An_update_of_an_old_version_is_refused()
    {
        var table = await azurite.NewTableAsync();
        var first = (await table.AddEntityAsync(new TableEntity("p", "r"))).Headers.ETag!.Value;
        var updated = await table.UpdateEntityAsync(new TableEntity("p", "r") { ["N"] = 1 }, first);

        var refused = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new TableEntity("p", "r") { ["N"] = 2 }, first, TableUpdateMode.Replace));
        await table.UpdateEntityAsync(
            new TableEntity("p", "r") { ["N"] = 3 }, updated.Headers.ETag!.Value, TableUpdateMode.Replace);

        Assert.Equal((412, "UpdateConditionNotSatisfied"), (refused.Status, refused.ErrorCode));
        Assert.Equal(3, (await table.GetEntityAsync<TableEntity>("p", "r")).Value["N"]);
    }

    [Fact]
    public async Task An_update_names_a_version_or_any()
    {
        var table = await azurite.NewTableAsync();
        var missing = new TableEntity("p", "r");

        await Assert.ThrowsAsync<ArgumentException>(() => table.UpdateEntityAsync(missing, default));
        var refused = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(missing, ETag.All));

        Assert.Equal(404, refused.Status);
    }

    [Fact]
    public async Task A_delete_of_an_old_version_is_refused()
    {
        var table = await azurite.NewTableAsync();
        var first = (await table.AddEntityAsync(new TableEntity("p", "r"))).Headers.ETag!.Value;
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["N"] = 1 });

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.DeleteEntityAsync("p", "r", first));

        Assert.Equal(412, refused.Status);
        Assert.Equal(204, (await table.DeleteEntityAsync("p", "r")).Status);
    }
}
