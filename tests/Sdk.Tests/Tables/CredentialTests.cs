using System.Text;
using Azure;
using Azure.Core;
using Azure.Data.Tables;
using OutreachBot.Rehearsal;

namespace OutreachBot.Sdk.Tests.Tables;

public sealed class CredentialTests(AzuriteFixture azurite) : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("azurite-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_wrong_key_is_refused_and_a_rotated_one_is_used_at_once()
    {
        var right = azurite.ConnectionString.Split("AccountKey=")[1].Split(';')[0];
        var credential = new TableSharedKeyCredential("devstoreaccount1", "d3Jvbmc=");
        var account = new TableServiceClient(azurite.Endpoint, credential, AzuriteFixture.OneTry());
        var table = account.GetTableClient("rotated");

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateIfNotExistsAsync());
        credential.SetAccountKey(right);

        Assert.Equal(403, refused.Status);
        Assert.Equal("rotated", (await table.CreateIfNotExistsAsync()).Value.Name);
    }

    [Fact]
    public async Task A_token_opens_the_tables()
    {
        await using var https = await Azurite.StartAsync(
            folder, port: 0, tokens: true, CancellationToken.None);
        var wire = new Wiretap(service: new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator
        });
        var credential = new IssuedHere("https://storage.azure.com");
        var table = new TableServiceClient(https.Endpoint, credential, wire.Options()).GetTableClient("rows");

        await table.CreateIfNotExistsAsync();
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "r"))]);
        var read = await table.GetEntityAsync<TableEntity>("p", "r");
        var elsewhere = new IssuedHere("https://graph.microsoft.com");
        var stranger = new TableClient(https.Endpoint, "rows", elsewhere, wire.Options());
        var refused = await Assert.ThrowsAsync<RequestFailedException>(
            () => stranger.GetEntityAsync<TableEntity>("p", "r"));

        Assert.Equal("r", read.Value.RowKey);
        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
        Assert.Equal("devstoreaccount1", table.AccountName);
        Assert.InRange(refused.Status, 401, 403);
    }

    [Fact]
    public async Task A_token_is_never_sent_in_the_clear()
    {
        var credential = new IssuedHere("https://storage.azure.com");
        var table = new TableClient(azurite.Endpoint, "rows", credential, AzuriteFixture.OneTry());

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.GetEntityAsync<TableEntity>("p", "r"));
    }

    [Theory]
    [InlineData("AccountName=a;AccountKey=a2V5", "https://a.table.core.windows.net/")]
    [InlineData("DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;EndpointSuffix=x", "http://a.table.x/")]
    [InlineData("TableEndpoint=http://127.0.0.1:9/a;AccountKey=a2V5;AccountName=a;", "http://127.0.0.1:9/a")]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1")]
    public void A_connection_string_names_the_endpoint(string connectionString, string endpoint) =>
        Assert.Equal(endpoint, new TableServiceClient(connectionString).Uri.AbsoluteUri);

    [Fact]
    public void An_incomplete_connection_string_is_refused_without_being_shown()
    {
        var refused = Assert.Throws<FormatException>(() => new TableServiceClient("AccountKey=c2VjcmV0"));

        Assert.DoesNotContain("c2VjcmV0", refused.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Azurite looks at the claims and at no signature.</summary>
    sealed class IssuedHere(string audience) : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            var now = DateTimeOffset.UtcNow;
            var claims = $$"""
                {"aud":"{{audience}}","iss":"https://sts.windows.net/00000000-0000-0000-0000-000000000000/",
                "iat":{{now.AddMinutes(-5).ToUnixTimeSeconds()}},"nbf":{{now.AddMinutes(-5).ToUnixTimeSeconds()}},
                "exp":{{now.AddHours(1).ToUnixTimeSeconds()}}}
                """;
            return new($"{Part("""{"alg":"none","typ":"JWT"}""")}.{Part(claims)}.{Part("unsigned")}", now.AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));

        static string Part(string json) =>
            Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
