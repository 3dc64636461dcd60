#nullable enable
using System.Net.Http.Headers;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

sealed class AppToken : ServiceClientCredentials
{
    public void Forget(AuthenticationHeaderValue? refused)
    {
    }
}
sealed class NoToken : ServiceClientCredentials;
