using System.Text.Json.Nodes;
using OutreachBot.Channel;

namespace OutreachBot.Bot.Tests;

/// <summary>
/// The place where the channel publishes its keys: counts who looks, and can be told what stands there.
/// </summary>
sealed class Published : HttpMessageHandler
{
    int looks;

    public int Looks => looks;

    public bool IsDown { get; set; }

    /// <summary>The set of keys as text.</summary>
    public string Keys { get; set; } = TokenIssuer.Document("keys");

    /// <summary>Changes the set; its first key is one with which tokens are signed.</summary>
    public void Change(Action<JsonArray> change)
    {
        var set = JsonNode.Parse(Keys)!;
        change(set["keys"]!.AsArray());
        Keys = set.ToJsonString();
    }

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        var isStart = path.EndsWith("openidconfiguration", StringComparison.Ordinal);
        if (isStart) Interlocked.Increment(ref looks);
        if (IsDown) throw new HttpRequestException("down");
        return Task.FromResult(
            new HttpResponseMessage { Content = new StringContent(isStart ? TokenIssuer.Document(path) : Keys) });
    }
}
