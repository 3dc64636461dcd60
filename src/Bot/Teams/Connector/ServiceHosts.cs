using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace OutreachBot.Bot.Teams;

/// <summary>
/// The hosts of Teams' connectors
/// (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages).
/// Never a whole domain: anybody may own a name in a cloud's.
/// </summary>
static class ServiceHosts
{
    static readonly FrozenSet<string> Connectors = FrozenSet.Create(
        StringComparer.Ordinal,
        "smba.trafficmanager.net",
        "smba.infra.gcc.teams.microsoft.com",
        "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us");

    // Where the keys are published with which activities are signed.
    const string Keys = "login.botframework.com";

    // Those of Teams have fewer than a hundred characters.
    const int LongestAddress = 2048;

    public static bool IsConnector(string? address) =>
        IsAddress(address, out var uri) && IsSafe(uri) && uri.Query.Length == 0 && uri.Fragment.Length == 0
            && Connectors.Contains(uri.Host);

    public static bool IsLoopback(string? address) => IsAddress(address, out var uri) && uri.IsLoopback;

    /// <summary>
    /// Whether the Bot Framework has any business there. In local mode only this machine is spoken to.
    /// </summary>
    public static bool IsKnown(Uri uri, bool local) =>
        local ? uri.IsLoopback : IsSafe(uri) && (uri.Host == Keys || Connectors.Contains(uri.Host));

    // A path alone is a file's address to .NET.
    static bool IsAddress(string? address, [NotNullWhen(true)] out Uri? uri)
    {
        uri = null;
        return address is { Length: > 0 and <= LongestAddress } && Uri.TryCreate(address, UriKind.Absolute, out uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
    }

    static bool IsSafe(Uri uri) => uri.Scheme == Uri.UriSchemeHttps && uri.IsDefaultPort && uri.UserInfo.Length == 0;
}
