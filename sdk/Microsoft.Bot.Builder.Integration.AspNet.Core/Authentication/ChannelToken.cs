#nullable enable
using System.Collections.Frozen;
using System.Security.Claims;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>A token that holds, and what it may be used for.</summary>
sealed record ChannelToken(ClaimsIdentity Identity, FrozenSet<string> Endorsements, string? ServiceUrl)
{
    /// <exception cref="UnauthorizedAccessException">It was not given for this activity.</exception>
    public void Admit(Activity activity, IEnumerable<string> requiredEndorsements)
    {
        if (string.IsNullOrEmpty(activity.ChannelId) || !Endorsements.Contains(activity.ChannelId))
            throw new UnauthorizedAccessException("a key that is not endorsed for the channel");
        if (!requiredEndorsements.All(Endorsements.Contains))
            throw new UnauthorizedAccessException("a key without a required endorsement");
        if (ServiceUrl != activity.ServiceUrl)
            throw new UnauthorizedAccessException("another service address than the token's");
        if (!ServiceUrls.IsTrusted(ServiceUrl))
            throw new UnauthorizedAccessException("a service address that is no connector's");
    }
}
