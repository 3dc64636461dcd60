#nullable enable
namespace Microsoft.Bot.Connector;

/// <summary>One client for the process, which goes where it is told and no further.</summary>
static class DirectClient
{
    const int LargestAnswer = 1024 * 1024;

    public static readonly HttpClient Shared = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        // New connections now and then, so that a changed address is noticed.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        MaxResponseContentBufferSize = LargestAnswer,
    };
}
