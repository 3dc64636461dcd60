using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Tokens;

namespace OutreachBot.Sdk.Tests.Bots;

/// <summary>Signs tokens as the channel does, good ones and bad ones, and publishes the keys for them.</summary>
sealed class TokenOffice : IDocumentRetriever
{
    public const string AppId = "11111111-1111-4111-8111-111111111111";
    public const string ServiceUrl = "https://smba.trafficmanager.net/uk/";
    const string Metadata = "https://login.botframework.com/v1/.well-known/openidconfiguration";
    const string KeySet = "https://login.botframework.com/v1/.well-known/keys";

    static readonly RSA First = RSA.Create(2048);
    static readonly RSA Other = RSA.Create(2048);

    public SetTime Time { get; } = new();

    public bool Down { get; set; }

    /// <summary>How often the metadata was asked for.</summary>
    public int Asked { get; private set; }

    /// <summary>The keys published now: id, key, channels.</summary>
    public Dictionary<string, (RSA Key, string[] Channels)> Keys { get; } = new()
    {
        ["first"] = (First, ["msteams", "webchat"]),
        ["unendorsed"] = (Other, []),
    };

    public static RSA UnpublishedKey { get; } = RSA.Create(2048);

    public ConfigurationBotFrameworkAuthentication Authentication(params string[] required) => new(
        Settings(), null, new() { RequiredEndorsements = required }, () => throw new InvalidOperationException(), this,
        Time);

    public static IConfiguration Settings() => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["MicrosoftAppId"] = AppId,
            ["MicrosoftAppPassword"] = "not a secret",
        })
        .Build();

    public Task<string> GetDocumentAsync(string address, CancellationToken cancel) => (Down, address) switch
    {
        (true, _) => throw new IOException("down"),
        (_, Metadata) => Task.FromResult(Counted($$"""{"issuer":"x","jwks_uri":"{{KeySet}}"}""")),
        (_, KeySet) => Task.FromResult(PublishedKeys()),
        _ => throw new InvalidOperationException(address),
    };

    /// <summary>A good token, changed as told; "first" signs unless another key is given.</summary>
    public string Sign(Action<JsonObject>? header = null, Action<JsonObject>? claims = null, RSA? key = null)
    {
        var now = Time.Now.ToUnixTimeSeconds();
        var head = new JsonObject { ["alg"] = "RS256", ["kid"] = "first", ["typ"] = "JWT" };
        var body = new JsonObject
        {
            ["iss"] = "https://api.botframework.com",
            ["aud"] = AppId,
            ["nbf"] = now - 60,
            ["exp"] = now + 3600,
            ["serviceurl"] = ServiceUrl,
        };
        header?.Invoke(head);
        claims?.Invoke(body);
        var text = Signed(head, body);
        var signature = (key ?? First).SignData(
            Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{text}.{Base64UrlEncoder.Encode(signature)}";
    }

    public static string Signed(JsonObject header, JsonObject claims) =>
        $"{Base64UrlEncoder.Encode(header.ToJsonString())}.{Base64UrlEncoder.Encode(claims.ToJsonString())}";

    public static byte[] PublicKeyOfFirst => First.ExportSubjectPublicKeyInfo();

    public static JsonObject PublicKey(RSA key, string id, params string[] channels)
    {
        var numbers = key.ExportParameters(false);
        return new()
        {
            ["kty"] = "RSA",
            ["kid"] = id,
            ["n"] = Base64UrlEncoder.Encode(numbers.Modulus),
            ["e"] = Base64UrlEncoder.Encode(numbers.Exponent),
            ["endorsements"] = new JsonArray([.. channels.Select(channel => JsonValue.Create(channel))]),
        };
    }

    string PublishedKeys()
    {
        var keys = Keys.Select(key => PublicKey(key.Value.Key, key.Key, key.Value.Channels));
        return new JsonObject { ["keys"] = new JsonArray([.. keys]) }.ToJsonString();
    }

    string Counted(string document)
    {
        Asked++;
        return document;
    }
}
