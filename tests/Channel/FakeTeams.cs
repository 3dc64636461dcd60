using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace OutreachBot.Channel;

/// <summary>
/// A Teams for tests: it posts to the bot what people say and press, and is the Bot Connector that the bot calls back.
/// Nothing here sleeps: whoever waits for a card waits for the call that brings it, and not for ever.
/// </summary>
public sealed class FakeTeams : ITeams, IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly ConcurrentDictionary<string, Chat> chats;
    readonly Connector connector;
    readonly Lock gate = new();
    TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    FakeTeams(IEnumerable<TeamsUser> people)
    {
        chats = new(people.Select(user => KeyValuePair.Create(user.Id, new Chat(this, user))));
        connector = new Connector(this);
    }

    /// <summary>A Teams with these people in it, on a free loopback port.</summary>
    public static async Task<FakeTeams> StartAsync(IEnumerable<TeamsUser> people)
    {
        var teams = new FakeTeams(people);
        await teams.connector.StartAsync();
        return teams;
    }

    /// <summary>Where the bot listens; its base address is the bot's own.</summary>
    public HttpClient? Bot { get; set; }

    public Uri ServiceUrl => connector.Address;

    /// <summary>What activities name as the address to answer to, where that is not the connector's own.</summary>
    public string? PublicAddress { get; set; }

    /// <summary>By itself no other day comes.</summary>
    public Calendar Calendar { get; set; } =
        new(() => DateOnly.MinValue, day => throw new InvalidOperationException($"{day} does not come in this Teams."));

    /// <summary>To whom people speak.</summary>
    public string BotId { get; set; } = "28:bot";

    public IEnumerable<Chat> Chats => chats.Values;

    /// <summary>Every call of the bot, the oldest first.</summary>
    public IReadOnlyCollection<ConnectorCall> Calls => connector.Calls;

    /// <summary>What goes wrong with a call. Null, and for calls of which it says null: nothing.</summary>
    public Func<ConnectorCall, Fault?>? Faults { get; set; }

    /// <summary>Calls that are never answered; the bot has to give up on them.</summary>
    public Func<ConnectorCall, bool>? Hangs { get; set; }

    public Chat this[string id] => chats[id];

    public Chat this[TeamsUser user] => chats[user.Id];

    public Chat? Find(string id) => chats.GetValueOrDefault(id);

    public async Task<BotAnswer> PostAsync(JsonNode activity)
    {
        using var answer = await Bot!.PostAsJsonAsync("/api/messages", activity);
        var body = await answer.Content.ReadAsStringAsync();
        return new((int)answer.StatusCode, body.StartsWith('{') ? JsonNode.Parse(body) : null);
    }

    public JsonObject Activity(TeamsUser user, string type) =>
        Envelope.Of(user, type, Guid.NewGuid().ToString(), PublicAddress ?? ServiceUrl.ToString(), BotId);

    public async Task UntilAsync(Func<bool> isSo, Func<string> missing)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            Task next;
            lock (gate) next = changed.Task;
            if (isSo()) return;
            try
            {
                await next.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException(missing());
            }
        }
    }

    internal void Changed()
    {
        TaskCompletionSource before;
        lock (gate) (before, changed) = (changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        before.SetResult();
    }

    public ValueTask DisposeAsync() => connector.DisposeAsync();
}
