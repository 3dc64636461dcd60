#nullable enable
using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>An RSA key, and the channels that it may speak for.</summary>
sealed record SigningKey(SecurityKey Key, FrozenSet<string> Endorsements)
{
    /// <summary>The RSA keys of a JSON Web Key Set (RFC 7517), by id; the set adds endorsements to each.</summary>
    public static FrozenDictionary<string, SigningKey> AllIn(string keySet)
    {
        using var parsed = JsonDocument.Parse(keySet);
        return parsed.RootElement.GetProperty("keys").EnumerateArray()
            .Where(key => Text(key, "kty") == "RSA" && Has(key, "kid") && Has(key, "n") && Has(key, "e"))
            .ToFrozenDictionary(key => Text(key, "kid")!, Of, StringComparer.Ordinal);
    }

    static SigningKey Of(JsonElement key)
    {
        var rsa = new RsaSecurityKey(new System.Security.Cryptography.RSAParameters
        {
            Modulus = Base64UrlEncoder.DecodeBytes(Text(key, "n")),
            Exponent = Base64UrlEncoder.DecodeBytes(Text(key, "e")),
        })
        {
            KeyId = Text(key, "kid"),
        };
        var endorsements = key.TryGetProperty("endorsements", out var listed)
            ? listed.EnumerateArray().Select(channel => channel.GetString()!)
            : [];
        return new(rsa, endorsements.ToFrozenSet(StringComparer.Ordinal));
    }

    static bool Has(JsonElement key, string name) => Text(key, name) is { Length: > 0 };

    static string? Text(JsonElement key, string name) =>
        key.TryGetProperty(name, out var value) ? value.GetString() : null;
}
