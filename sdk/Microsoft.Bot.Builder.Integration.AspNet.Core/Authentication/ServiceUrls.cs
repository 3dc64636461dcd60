#nullable enable
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// The hosts of Teams' connectors
/// (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages).
/// Never a whole domain: anybody may own a name in a cloud's.
/// </summary>
static class ServiceUrls
{
    const int LongestAddress = 2048;

    static readonly FrozenSet<string> Hosts = FrozenSet.Create(
        StringComparer.Ordinal,
        "smba.trafficmanager.net",
        "smba.infra.gcc.teams.microsoft.com",
        "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us");

    public static bool IsTrusted(string? address) => IsWeb(address, out var uri) && IsTrusted(uri);

    /// <summary>Whether anything could be sent there at all; a path alone is a file's address to .NET.</summary>
    public static bool IsWeb(string? address, [NotNullWhen(true)] out Uri? uri)
    {
        uri = null;
        return address is { Length: > 0 and <= LongestAddress }
            && Uri.TryCreate(address, UriKind.Absolute, out uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
    }

    public static bool IsTrusted(Uri uri) =>
        uri.Scheme == Uri.UriSchemeHttps && uri.IsDefaultPort && uri.UserInfo.Length == 0
        && uri.Query.Length == 0 && uri.Fragment.Length == 0 && Hosts.Contains(uri.Host);
}
