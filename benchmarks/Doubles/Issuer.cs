using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace OutreachBot.Benchmarks.Doubles;

/// <summary>The channel's keys, its tokens, and the document in which it publishes the keys.</summary>
sealed class Issuer : HttpMessageHandler, IHttpClientFactory
{
    public const string AppId = "0b07b07b-0000-4000-8000-000000000007";
    public const string ServiceUrl = "https://smba.trafficmanager.net/uk/";

    readonly RSA key = RSA.Create(2048);

    /// <summary>What Teams sends with every activity of an hour.</summary>
    public string Header => "Bearer " + new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = "https://api.botframework.com",
        Audience = AppId,
        NotBefore = DateTime.UtcNow.AddMinutes(-1),
        Expires = DateTime.UtcNow.AddHours(5),
        Claims = new Dictionary<string, object> { ["serviceurl"] = ServiceUrl },
        SigningCredentials = new(new RsaSecurityKey(key) { KeyId = "first" }, SecurityAlgorithms.RsaSha256),
    });

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        var body = request.RequestUri!.AbsolutePath.EndsWith("keys", StringComparison.Ordinal)
            ? $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"first","n":"{{Base64UrlEncoder.Encode(parameters.Modulus)}}","e":"{{Base64UrlEncoder.Encode(parameters.Exponent)}}","endorsements":["msteams"]}]}"""
            : """{"issuer":"https://api.botframework.com","jwks_uri":"https://login.botframework.com/v1/.well-known/keys"}""";
        return Task.FromResult(new HttpResponseMessage(
            HttpStatusCode.OK)
        { Content = new StringContent(body, Encoding.UTF8, "application/json") });
    }
}
