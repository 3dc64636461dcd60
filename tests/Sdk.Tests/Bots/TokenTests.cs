using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace OutreachBot.Sdk.Tests.Bots;

public sealed class TokenTests
{
    static readonly TokenOffice Office = new();

    static readonly Dictionary<string, Func<string[]>> Refused = new()
    {
        ["none"] = () => [],
        ["empty"] = () => [""],
        ["scheme alone"] = () => ["Bearer"],
        ["scheme and space"] = () => ["Bearer "],
        ["Basic"] = () => ["Basic dXNlcjpwYXNz"],
        ["wrong case"] = () => [$"bearer {Office.Sign()}"],
        ["two spaces"] = () => [$"Bearer  {Office.Sign()}"],
        ["two headers"] = () => [$"Bearer {Office.Sign()}", $"Bearer {Office.Sign()}"],
        ["two in one header"] = () => [$"Bearer {Office.Sign()}, Bearer {Office.Sign()}"],
        ["no token"] = () => ["Bearer abc"],
        ["two parts"] = () => [$"Bearer {Office.Sign()[..Office.Sign().LastIndexOf('.')]}"],
        ["four parts"] = () => [$"Bearer {Office.Sign()}.AAAA"],
        ["three parts of nothing"] = () => ["Bearer .."],
        ["three parts of rubbish"] = () => ["Bearer a!.b!.c!"],
        ["header is no JSON"] = () => [$"Bearer {Base64UrlEncoder.Encode("x")}.{Base64UrlEncoder.Encode("y")}.AAAA"],
        ["20 KB"] = () => Token(claims: claims => claims["x"] = new string('x', 20_000)),
        ["alg none"] = () => [$"Bearer {Unsigned("none")}."],
        ["alg missing"] = () => Token(header => header.Remove("alg")),
        ["alg RS384"] = () => Token(header => header["alg"] = "RS384"),
        ["alg rs256"] = () => Token(header => header["alg"] = "rs256"),
        ["HS256 with the public key"] = HmacWithPublicKey,
        ["ES256"] = EllipticCurve,
        ["signature empty"] = () => [$"Bearer {Unsigned("RS256")}."],
        ["signature of another key"] = () => Token(key: TokenOffice.UnpublishedKey),
        ["claims changed after signing"] = ChangedClaims,
        ["jku of one's own"] = () => Token(
            header => (header["jku"], header["kid"]) = ("https://evil.example/keys", "mine"),
            key: TokenOffice.UnpublishedKey),
        ["x5u of one's own"] = () => Token(
            header => (header["x5u"], header["kid"]) = ("https://evil.example/cert", "mine"),
            key: TokenOffice.UnpublishedKey),
        ["jwk of one's own"] = () => Token(
            header => header["jwk"] = TokenOffice.PublicKey(TokenOffice.UnpublishedKey, "first", "msteams"),
            key: TokenOffice.UnpublishedKey),
        ["kid unknown"] = () => Token(header => header["kid"] = "second"),
        ["kid in another case"] = () => Token(header => header["kid"] = "FIRST"),
        ["kid missing"] = () => Token(header => header.Remove("kid")),
        ["kid empty"] = () => Token(header => header["kid"] = ""),
        ["issuer of the government's cloud"] = () => Claims("iss", "https://api.botframework.us"),
        ["issuer a tenant"] = () => Claims("iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"),
        ["issuer a v2 tenant"] = () =>
            Claims("iss", "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0"),
        ["issuer with a slash"] = () => Claims("iss", "https://api.botframework.com/"),
        ["issuer in another case"] = () => Claims("iss", "https://API.botframework.com"),
        ["issuer missing"] = () => Claims("iss", null),
        ["audience another bot"] = () => Claims("aud", "22222222-2222-4222-8222-222222222222"),
        ["audience missing"] = () => Claims("aud", null),
        ["audience empty"] = () => Claims("aud", ""),
        ["audience a list"] = () => Claims("aud", new JsonArray(TokenOffice.AppId, "another")),
        ["audience a list of one"] = () => Claims("aud", new JsonArray(TokenOffice.AppId)),
        ["expired by 5:01"] = () => Claims("exp", Office.Time.Now.ToUnixTimeSeconds() - 301),
        ["never expires"] = () => Claims("exp", null),
        ["not valid for 5:01"] = () => Claims("nbf", Office.Time.Now.ToUnixTimeSeconds() + 301),
        ["key endorsed for nothing"] = () => Token(
            header => header["kid"] = "unendorsed", key: Office.Keys["unendorsed"].Key),
    };

    static readonly Dictionary<string, Func<string[]>> Passed = new()
    {
        ["good"] = () => Token(),
        ["expired by 4:59"] = () => Claims("exp", Office.Time.Now.ToUnixTimeSeconds() - 299),
        ["valid in 4:59"] = () => Claims("nbf", Office.Time.Now.ToUnixTimeSeconds() + 299),
        ["typ missing"] = () => Token(header => header.Remove("typ")),
    };

    public static TheoryData<string> RefusedNames => [.. Refused.Keys];

    public static TheoryData<string> PassedNames => [.. Passed.Keys];

    [Theory]
    [MemberData(nameof(RefusedNames))]
    public async Task A_token_that_does_not_hold_is_a_401_and_the_bot_is_not_asked(string name)
    {
        var (status, turns) = await PostAsync(Refused[name]());

        Assert.Equal((HttpStatusCode.Unauthorized, 0), (status, turns));
    }

    [Theory]
    [MemberData(nameof(PassedNames))]
    public async Task A_token_that_holds_passes(string name)
    {
        var (status, turns) = await PostAsync(Passed[name]());

        Assert.Equal((HttpStatusCode.OK, 1), (status, turns));
    }

    static async Task<(HttpStatusCode, int)> PostAsync(string[] authorization)
    {
        var turns = 0;
        await using var host = await BotHost.StartAsync(
            new InlineBot((_, _) => Task.FromResult(turns++)), Office.Authentication());
        using var answer = await host.PostAsync(Activities.Message(TokenOffice.ServiceUrl), authorization);
        return (answer.StatusCode, turns);
    }

    static string[] Token(Action<JsonObject>? header = null, Action<JsonObject>? claims = null, RSA? key = null) =>
        [$"Bearer {Office.Sign(header, claims, key)}"];

    static string[] Claims(string name, JsonNode? value) => Token(claims: claims =>
    {
        claims.Remove(name);
        if (value is not null)
            claims[name] = value;
    });

    static string Unsigned(string algorithm)
    {
        var parts = Office.Sign(header => header["alg"] = algorithm).Split('.');
        return $"{parts[0]}.{parts[1]}";
    }

    static string[] HmacWithPublicKey()
    {
        var text = Unsigned("HS256");
        var signature = HMACSHA256.HashData(TokenOffice.PublicKeyOfFirst, Encoding.ASCII.GetBytes(text));
        return [$"Bearer {text}.{Base64UrlEncoder.Encode(signature)}"];
    }

    static string[] EllipticCurve()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var text = Unsigned("ES256");
        var signature = key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256);
        return [$"Bearer {text}.{Base64UrlEncoder.Encode(signature)}"];
    }

    static string[] ChangedClaims()
    {
        var good = Office.Sign().Split('.');
        var other = Office.Sign(claims: claims => claims["exp"] = (long)claims["exp"]! + 1).Split('.');
        return [$"Bearer {good[0]}.{other[1]}.{good[2]}"];
    }
}
