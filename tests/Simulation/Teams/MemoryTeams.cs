using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using OutreachBot.Channel;
using OutreachBot.Simulation.Verification;

namespace OutreachBot.Simulation.Teams;

/// <summary>
/// Teams in memory: people with their chats, and the Bot Connector that the bot writes to. It answers at once and keeps
/// to Teams' limits by the world's time; what is slow or lost is put in front of it.
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
/// </summary>
public sealed class MemoryTeams(World world, IEnumerable<TeamsUser> people) : ITeams
{
    const string Said = "said-";

    readonly TeamsLimits limits = new();
    readonly Dictionary<(string Instance, string Conversation), DateTimeOffset> throttled = [];
    readonly List<Received> received = [];
    readonly Dictionary<string, Chat> byConversation = [];
    readonly Dictionary<string, Chat> byId = [];
    int ids;
    Chat? refused;

    public Uri ServiceUrl { get; } = new("https://smba.trafficmanager.net/uk/");

    /// <summary>Every call about somebody's chat, the oldest first.</summary>
    public IReadOnlyList<Received> Received => received;

    public IEnumerable<Chat> Chats => All.Values;

    /// <summary>People who have blocked the bot, or to whom it may not write: 403.</summary>
    public HashSet<TeamsUser> Blocked { get; } = [];

    /// <summary>People whose conversation is gone: 404.</summary>
    public HashSet<TeamsUser> Gone { get; } = [];

    /// <summary>
    /// Whether the first person to whom the bot writes of itself gets nothing but replies to what they type: 403.
    /// </summary>
    public bool RefusesFirst { get; set; }

    /// <summary>
    /// Calls of an instance to a conversation before the time that an answer 429 had named to it; replies to what
    /// somebody typed apart.
    /// </summary>
    public int EarlyCalls { get; private set; }

    /// <summary>How often the answer was 429.</summary>
    public int Throttled { get; private set; }

    public Chat this[TeamsUser user] => All[user.Id];

    public Task<BotAnswer> PostAsync(JsonNode activity) => world.PostAsync(activity.AsObject());

    public JsonObject Activity(TeamsUser user, string type) =>
        Envelope.Of(user, type, $"{Said}{++ids}", ServiceUrl.ToString(), $"28:{SimInstance.AppId}");

    public Task UntilAsync(Func<bool> isSo, Func<string> missing) => world.UntilAsync(isSo, missing);

    public Calendar Calendar { get; } = new(() => DateOnly.FromDateTime(world.Now.Date), world.BecomesAsync);

    Dictionary<string, Chat> All
    {
        get
        {
            if (byId.Count > 0) return byId;
            foreach (var user in people)
            {
                byId[user.Id] = new Chat(this, user);
                byConversation[user.Conversation] = byId[user.Id];
            }
            return byId;
        }
    }

    /// <summary>What the connector does and says, now.</summary>
    internal HttpResponseMessage Answer(string instance, HttpRequestMessage request, ReadOnlyMemory<byte> bytes)
    {
        var body = bytes.IsEmpty ? [] : JsonNode.Parse(bytes.Span) as JsonObject ?? [];
        string[] path =
        [
            .. request.RequestUri!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries)
                .SkipWhile(part => part != "conversations").Skip(1).Select(Uri.UnescapeDataString),
        ];
        var person = path is [var conversation, ..]
            ? Chats.Any() ? byConversation.GetValueOrDefault(conversation) : null
            : All.GetValueOrDefault((string?)body["members"]?[0]?["id"] ?? "");

        var (status, answer, wait) = person is null
            ? (path is [] ? 403 : 404, Error(path is [] ? "BotNotInConversationRoster" : "ConversationNotFound"), null)
            : Throttle(instance, person) is { } pause ? (429, Error("TooManyRequests"), (TimeSpan?)pause)
            : Blocked.Contains(person.User) || IsRefused(person, request.Method, path, body)
            ? (403, Error("MessageWritesBlocked"), null)
            : Gone.Contains(person.User) && path is not [] ? (404, Error("ConversationNotFound"), null)
            : Do(person, request.Method.Method, path, body);
        if (person is not null && path is not [])
            Keep(instance, person, request.Method.Method, path, body, status, answer);
        world.Changed();

        var response = new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent(answer.ToJsonString(), Encoding.UTF8, "application/json")
        };
        if (wait is { } retry)
            response.Headers.TryAddWithoutValidation("Retry-After", $"{Math.Ceiling(retry.TotalSeconds)}");
        return response;
    }

    /// <summary>Somebody in front of the connector has answered 429.</summary>
    internal void Throttle(string instance, string path, TimeSpan wait)
    {
        var parts = path.Split('/');
        if (Array.IndexOf(parts, "conversations") is >= 0 and var at && at + 1 < parts.Length)
            throttled[(instance, parts[at + 1])] = world.Now + wait;
    }

    /// <summary>An instance calls.</summary>
    internal void Called(string instance, string path, byte[] body)
    {
        var parts = path.Split('/');
        var at = Array.IndexOf(parts, "conversations") + 1;
        if (at == 0 || at >= parts.Length) return;
        if (throttled.TryGetValue((instance, parts[at]), out var until) && world.Now < until
            && !IsReply(body.Length == 0 ? [] : JsonNode.Parse(body)!.AsObject())) EarlyCalls++;
    }

    TimeSpan? Throttle(string instance, Chat person)
    {
        if (limits.Take(person.User.Conversation, person.User.Tenant, world.Now) is not { } wait) return null;

        Throttled++;
        throttled[(instance, person.User.Conversation)] = world.Now
            + TimeSpan.FromSeconds(Math.Ceiling(wait.TotalSeconds));
        return wait;
    }

    bool IsRefused(Chat person, HttpMethod method, string[] path, JsonObject body)
    {
        if (!RefusesFirst || path is [] || IsReply(body)) return false;
        if (method == HttpMethod.Post) refused ??= person;
        return refused == person;
    }

    (int, JsonObject, TimeSpan?) Do(Chat person, string method, string[] path, JsonObject body)
    {
        switch (method, path)
        {
            case ("POST", []):
                return (201, new() { ["id"] = person.User.Conversation }, null);
            case ("POST", [_, "activities", ..]):
                var id = $"m{++ids}";
                if (body["attachments"] is not null) person.Add(new ChatMessage(id, body));
                return (201, new() { ["id"] = id }, null);
            case ("PUT", [_, "activities", var message]):
                return person.Change(message, body)
                    ? (200, new() { ["id"] = message }, null)
                    : (404, Error("ActivityNotFoundInConversation"), null);
            default:
                return (405, Error("NotSupported"), null);
        }
    }

    void Keep(
        string instance, Chat person, string method, string[] path, JsonObject body, int status, JsonObject answer)
    {
        var message = status is 200 or 201 ? (string)answer["id"]! : path is [_, _, var named, ..] ? named : "";
        received.Add(new(
            world.Now, instance, OutreachStory.Key(person.User), message, IsNew: method == "POST",
            IsAnswer: method == "POST" && IsReply(body),
            status, body["attachments"]?[0]?["content"] as JsonObject));
    }

    internal Past Past(IReadOnlyList<(JsonObject, BotAnswer?)> delivered) => new(
        [.. Chats.SelectMany(chat => chat.Messages.Select(message => (chat.User, message.Id, message.Activity)))],
        [.. received], [.. delivered], ids);

    internal void Remember(Past past)
    {
        ids = past.Ids;
        received.AddRange(past.Received);
        foreach (var (user, id, activity) in past.Messages) this[user].Add(new(id, activity.DeepClone().AsObject()));
    }

    /// <summary>Somebody is shown a card in the place of the one they pressed.</summary>
    internal void Show(JsonObject press, BotAnswer answer)
    {
        if (answer is not { Status: 200, Body: not null } || (string?)press["replyToId"] is not { } message) return;
        var user = byConversation[(string)press["conversation"]!["id"]!].User;
        received.Add(
            new(world.Now, "", OutreachStory.Key(user), message, IsNew: false, IsAnswer: true, 200, answer.Card.Json));
    }

    // What a bot sends of its own accord has the form of a reply too, but to nothing that anybody has said.
    static bool IsReply(JsonObject body) =>
        ((string?)body["replyToId"])?.StartsWith(Said, StringComparison.Ordinal) is true;

    static JsonObject Error(string code) =>
        new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = code } };
}
