using Azure;
using Azure.Data.Tables;

namespace OutreachBot.Sdk.Tests.Tables;

public sealed class TypeTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Every_type_comes_back_as_itself()
    {
        var table = await azurite.NewTableAsync();
        var time = new DateTimeOffset(2026, 11, 22, 9, 30, 15, 123, TimeSpan.FromHours(2)).AddTicks(4567);
        var id = Guid.NewGuid();
        var bytes = Enumerable.Range(0, 256).Select(n => (byte)n).ToArray();

        await table.UpsertEntityAsync(new TableEntity("p", "r")
        {
            ["Text"] = "",
            ["Int"] = int.MinValue,
            ["Long"] = long.MaxValue,
            ["SmallLong"] = 1L,
            ["Real"] = 0.1,
            ["WholeReal"] = 3.0,
            ["Endless"] = double.NegativeInfinity,
            ["NoNumber"] = double.NaN,
            ["Flag"] = false,
            ["Id"] = id,
            ["Bytes"] = bytes,
            ["Data"] = BinaryData.FromBytes(bytes),
            ["Time"] = time,
            ["UtcTime"] = time.UtcDateTime,
            ["Nothing"] = null
        });
        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal("", read.GetString("Text"));
        Assert.Equal(int.MinValue, read.GetInt32("Int"));
        Assert.Equal((long.MaxValue, 1L), (read.GetInt64("Long"), read.GetInt64("SmallLong")));
        Assert.Equal((0.1, 3.0), (read.GetDouble("Real"), read.GetDouble("WholeReal")));
        Assert.Equal((double.NegativeInfinity, double.NaN), (read.GetDouble("Endless"), read.GetDouble("NoNumber")));
        Assert.False(read.GetBoolean("Flag"));
        Assert.Equal(id, read.GetGuid("Id"));
        Assert.Equal(bytes, read.GetBinary("Bytes"));
        Assert.Equal(bytes, read.GetBinaryData("Data")!.ToArray());
        Assert.Equal(time, read.GetDateTimeOffset("Time"));
        Assert.Equal(time.UtcDateTime, read.GetDateTime("UtcTime"));
        Assert.Equal(DateTimeKind.Utc, read.GetDateTime("UtcTime")!.Value.Kind);
        Assert.False(read.ContainsKey("Nothing"));
    }

    [Fact]
    public async Task A_time_that_is_not_UTC_throws()
    {
        var (table, wire) = Wiretap.Offline();
        var local = new TableEntity("p", "r") { ["Time"] = new DateTime(2026, 5, 1, 9, 0, 0, DateTimeKind.Local) };
        var vague = new TableEntity("p", "r") { ["Time"] = new DateTime(2026, 5, 1) };

        await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(local));
        await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(vague));

        Assert.Empty(wire.Sent);
    }

    [Fact]
    public async Task A_type_that_a_table_cannot_hold_throws()
    {
        var (table, _) = Wiretap.Offline();

        await Assert.ThrowsAsync<NotSupportedException>(
            () => table.AddEntityAsync(new TableEntity("p", "r") { ["Money"] = 1.5m }));
    }

    [Fact]
    public void A_property_is_read_as_the_type_it_has()
    {
        var row = new TableEntity("p", "r") { ["N"] = 1L, ["X"] = 1.0 };

        row["N"] = 2;
        row["X"] = 2;

        Assert.Equal((2L, 2.0), (row.GetInt64("N"), row.GetDouble("X")));
        Assert.Throws<InvalidOperationException>(() => row.GetString("N"));
        Assert.Throws<InvalidOperationException>(() => row.GetInt32("N"));
        Assert.Null(row.GetInt32("Missing"));
        Assert.Null(row["Missing"]);
    }

    [Fact]
    public void A_row_without_a_version_has_the_default_one()
    {
        Assert.Equal(default, new TableEntity("p", "r").ETag);
        Assert.Equal(default, new TableEntity("p", "r") { ETag = default }.ETag);
        Assert.Equal(new ETag("W/\"1\""), new TableEntity("p", "r") { ETag = new ETag("W/\"1\"") }.ETag);
    }
}
