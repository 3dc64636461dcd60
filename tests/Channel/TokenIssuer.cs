using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace OutreachBot.Channel;

/// <summary>How a token differs from a good one, as a case of the corpus says it.</summary>
/// <param name="Header">Fields of the header.</param>
/// <param name="Claims">Claims; a time is written <c>now-301</c>, in seconds.</param>
/// <param name="Without">Fields of the header and claims that are left out.</param>
/// <param name="Signed">By what, if not by the published key.</param>
public sealed record Forgery(
    JsonObject? Header = null, JsonObject? Claims = null, string[]? Without = null,
    string Signed = "by the published key");

/// <summary>Signs tokens as the channel does, good ones and bad ones, and publishes the keys for them.</summary>
public sealed class TokenIssuer
{
    static readonly RSA Published = RSA.Create(2048);
    static readonly RSA Unendorsed = RSA.Create(2048);
    static readonly RSA Unpublished = RSA.Create(2048);

    /// <summary>The app for which tokens are made.</summary>
    public const string AppId = "0b07b07b-0000-4000-8000-000000000007";

    /// <summary>The channel publishes nothing.</summary>
    public bool IsDown { get; set; }

    /// <summary>What stands at an address of the channel's.</summary>
    public static string Document(string path) => path.EndsWith("openidconfiguration", StringComparison.Ordinal)
        ? """{"issuer":"https://api.botframework.com","jwks_uri":"https://login.botframework.com/v1/.well-known/keys"}"""
        : new JsonObject
        {
            ["keys"] = new JsonArray(
                Key(Published, "first", "msteams", "webchat"), Key(Unendorsed, "unendorsed", "webchat"))
        }.ToJsonString();

    public static string Sign(string serviceUrl, Forgery? forgery = null)
    {
        forgery ??= new();
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var header = new JsonObject { ["alg"] = "RS256", ["kid"] = "first", ["typ"] = "JWT" };
        var claims = new JsonObject
        {
            ["iss"] = "https://api.botframework.com",
            ["aud"] = AppId,
            ["nbf"] = now - 60,
            ["exp"] = now + 3600,
            ["serviceurl"] = serviceUrl,
        };
        foreach (var (name, value) in forgery.Header ?? []) header[name] = value?.DeepClone();
        foreach (var (name, value) in forgery.Claims ?? []) claims[name] = Time(value, now);
        foreach (var name in forgery.Without ?? []) _ = header.Remove(name) || claims.Remove(name);
        if (forgery.Signed is "by a key that comes with it") header["jwk"] = Key(Unpublished, "first", "msteams");

        var text = $"{Encode(header)}.{Encode(claims)}";
        return $"{text}.{Base64Url.EncodeToString(Signature(forgery.Signed, Encoding.ASCII.GetBytes(text)))}";
    }

    static byte[] Signature(string how, byte[] text) => how switch
    {
        "by the published key" => Rsa(Published, text),
        "by a key that is not endorsed for Teams" => Rsa(Unendorsed, text),
        "by a key of one's own" or "by a key that comes with it" => Rsa(Unpublished, text),
        "with the public key as a secret" => HMACSHA256.HashData(Published.ExportSubjectPublicKeyInfo(), text),
        "on an elliptic curve" => ECDsa.Create(ECCurve.NamedCurves.nistP256).SignData(text, HashAlgorithmName.SHA256),
        "for other claims" => Rsa(Published, [.. text, 0]),
        "by nobody" => [],
        _ => throw new InvalidDataException($"Nobody signs {how}."),
    };

    static byte[] Rsa(RSA key, byte[] text) => key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    static JsonNode? Time(JsonNode? value, long now) =>
        value is JsonValue text && text.TryGetValue<string>(out var moment)
            && moment.StartsWith("now", StringComparison.Ordinal)
            ? now + long.Parse(moment.AsSpan(3), CultureInfo.InvariantCulture)
            : value?.DeepClone();

    static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));

    static JsonObject Key(RSA key, string id, params IEnumerable<string> channels)
    {
        var numbers = key.ExportParameters(false);
        return new()
        {
            ["kty"] = "RSA",
            ["kid"] = id,
            ["n"] = Base64Url.EncodeToString(numbers.Modulus),
            ["e"] = Base64Url.EncodeToString(numbers.Exponent),
            ["endorsements"] = new JsonArray([.. channels.Select(channel => JsonValue.Create(channel))]),
        };
    }
}
