using System.Collections.Frozen;

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

    public static bool IsConnector(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsSafe(uri) && Connectors.Contains(uri.Host);

    /// <summary>Whether the Bot Framework has any business there. In local mode only this machine is spoken to.</summary>
    public static bool IsKnown(Uri uri, bool local) =>
        local ? uri.IsLoopback : IsSafe(uri) && (uri.Host == Keys || Connectors.Contains(uri.Host));

    static bool IsSafe(Uri uri) => uri.Scheme == Uri.UriSchemeHttps && uri.IsDefaultPort && uri.UserInfo.Length == 0;
}
