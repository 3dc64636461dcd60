using Azure;
using Azure.Data.Tables;
using Moq;

namespace OutreachBot.Sdk.Tests.Tables;

public sealed class MockTests
{
    [Fact]
    public async Task A_client_can_be_mocked()
    {
        var table = new Mock<TableClient>();
        var refused = new TableTransactionFailedException(new(412, "Changed.", "UpdateConditionNotSatisfied", null));
        table.Setup(client => client.GetEntityIfExistsAsync<TableEntity>("p", "r", null, default))
            .ReturnsAsync(Response.FromValue(new TableEntity("p", "r"), Mock.Of<Response>()));
        table.Setup(client => client.SubmitTransactionAsync(It.IsAny<IEnumerable<TableTransactionAction>>(), default))
            .ThrowsAsync(refused);
        var service = new Mock<TableServiceClient>();
        service.Setup(client => client.GetTableClient("T")).Returns(table.Object);

        var client = service.Object.GetTableClient("T");
        var found = await client.GetEntityIfExistsAsync<TableEntity>("p", "r");
        var thrown = await Assert.ThrowsAsync<TableTransactionFailedException>(() => client.SubmitTransactionAsync([]));

        Assert.True(found.HasValue);
        Assert.Equal((412, "UpdateConditionNotSatisfied"), (thrown.Status, thrown.ErrorCode));
        Assert.Null(thrown.FailedTransactionActionIndex);
    }
}
