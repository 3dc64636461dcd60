using Azure;
using Azure.Data.Tables;
using static Azure.Data.Tables.TableTransactionActionType;

namespace OutreachBot.Sdk.Tests.Tables;

/// <summary>What Azure reads strictly and its emulator does not.</summary>
public sealed class WireTests
{
    [Fact]
    public async Task A_row_says_the_types_that_JSON_cannot()
    {
        var (table, wire) = Wiretap.Offline();

        await table.AddEntityAsync(new TableEntity("p", "r")
        {
            ["Text"] = "a\"b",
            ["Int"] = 1,
            ["Flag"] = true,
            ["Long"] = 2L,
            ["Real"] = 3.0,
            ["Nothing"] = null,
            ["Id"] = Guid.Empty,
            ["Bytes"] = new byte[] { 1, 2 },
            ["Time"] = DateTime.UnixEpoch,
            ETag = new ETag("old"),
            Timestamp = DateTimeOffset.UnixEpoch
        });

        Assert.Equal(
            """
            {"PartitionKey":"p","RowKey":"r","Text":"a\"b","Int":1,"Flag":true,
            "Long@odata.type":"Edm.Int64","Long":"2","Real@odata.type":"Edm.Double","Real":3,
            "Id@odata.type":"Edm.Guid","Id":"00000000-0000-0000-0000-000000000000",
            "Bytes@odata.type":"Edm.Binary","Bytes":"AQI=",
            "Time@odata.type":"Edm.DateTime","Time":"1970-01-01T00:00:00.0000000Z"}
            """.ReplaceLineEndings(""),
            wire.Bodies.Single());
    }

    [Fact]
    public async Task Requests_name_version_and_preferences()
    {
        var (table, wire) = Wiretap.Offline();

        await table.AddEntityAsync(new TableEntity("p", "r"));
        await table.UpdateEntityAsync(new TableEntity("p", "r"), new ETag("W/\"1\""), TableUpdateMode.Replace);
        await table.DeleteEntityAsync("p", "it's");

        string Header(int request, string name) => string.Join(",", wire.Sent[request].Headers.GetValues(name));
        Assert.Equal(
            [
                "POST https://account.table.core.windows.net/T",
                "PUT https://account.table.core.windows.net/T(PartitionKey='p',RowKey='r')",
                "DELETE https://account.table.core.windows.net/T(PartitionKey='p',RowKey='it%27%27s')"
            ],
            wire.Sent.Select(request => $"{request.Method} {request.RequestUri!.AbsoluteUri}"));
        Assert.Equal("2020-12-06", Header(0, "x-ms-version"));
        Assert.Equal("application/json; odata=minimalmetadata", Header(0, "Accept"));
        Assert.Equal("return-no-content", Header(0, "Prefer"));
        Assert.StartsWith("SharedKeyLite account:", Header(0, "Authorization"), StringComparison.Ordinal);
        Assert.Equal(["W/\"1\"", "*"], [Header(1, "If-Match"), Header(2, "If-Match")]);
    }

    [Fact]
    public async Task A_transaction_is_a_change_set_in_a_batch()
    {
        var wire = new Wiretap((_, _) => throw new IOException("Seen enough."));
        var credential = new TableSharedKeyCredential("account", "a2V5");
        var table = new TableClient(new("https://account.table.core.windows.net"), "T", credential, wire.Options());

        await Assert.ThrowsAnyAsync<Exception>(() => table.SubmitTransactionAsync(
        [
            new(Add, new TableEntity("p", "a")),
            new(UpdateReplace, new TableEntity("p", "b"), new ETag("W/\"1\"")),
            new(UpdateMerge, new TableEntity("p", "c")),
            new(Delete, new TableEntity("p", "d"))
        ]));

        var approved = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Tables", "transaction.txt"));
        Assert.Equal(approved.ReplaceLineEndings("\r\n"), wire.Bodies.Single());
        var contentType = wire.Sent.Single().Content!.Headers.ContentType;
        Assert.Equal("multipart/mixed; boundary=batch_rows", contentType?.ToString());
    }
}
