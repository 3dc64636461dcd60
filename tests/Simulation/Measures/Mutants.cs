using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using OutreachBot.Bot.Storage;
using OutreachBot.Simulation.Tables;
using OutreachBot.Workflow.Cases;
using Serve = System.Func<System.Net.Http.HttpRequestMessage, byte[], System.Net.Http.HttpResponseMessage>;

namespace OutreachBot.Simulation.Measures;

/// <summary>
/// Bots with one thing wrong. Each is the real bot, and what goes over the wire is altered as if its code were without
/// the guard that the name says.
/// </summary>
public static partial class Mutants
{
    /// <summary>What each does to a world, by what is wrong.</summary>
    public static IReadOnlyDictionary<string, Action<World>> All { get; } = new Dictionary<string, Action<World>>
    {
        ["writes without If-Match, and over what is there"] = Writing(
            text => NewRow().Replace(IfMatch().Replace(text, ""), Upsert)),
        ["forgets the operation row"] = Forgetting(
            "requests", (key, _) => key.Contains("|op|", StringComparison.Ordinal)),
        ["forgets an event"] = Forgetting(
            "requests", (key, _) => key.EndsWith("|event|000005", StringComparison.Ordinal)),
        ["forgets to write the state"] = Forgetting(
            "requests", (key, _) => key.EndsWith("|state", StringComparison.Ordinal)),
        ["forgets that people are to be told"] = Forgetting(
            "requests", (key, json) => IsItem(key, json, FanOutItem.AsKind)),
        ["forgets the item of a turn"] = Forgetting(
            "requests", (key, json) => IsItem(key, json, nameof(NoticeKind.YourTurn))),
        ["forgets the item of news"] = Forgetting(
            "requests", (key, json) => IsItem(key, json, nameof(NoticeKind.News))),
        ["forgets where cards stand"] = Forgetting(
            "requests", (key, _) => key.Contains("|card|", StringComparison.Ordinal)),
        ["forgets a booking"] = Forgetting("bookings", (_, _) => true),
        ["tells no coordinator of a dead letter"] = Forgetting(
            "requests", (key, json) => IsItem(key, json, nameof(NoticeKind.Undelivered))),
        ["throws away what cannot be delivered"] = Forgetting(
            "requests", (key, _) => key.StartsWith("dead|", StringComparison.Ordinal)),
        ["ignores Retry-After"] = world => world.Hears = answer => answer.Headers.Remove("Retry-After"),
        ["sends to another's chat"] = Serving((world, call, request, serve) =>
            call.IsSend
                ? serve(To(request, world.Teams.Chats.Last().User.Conversation), call.Body.ToArray())
                : serve(request, call.Body.ToArray())),
        ["sends twice"] = Serving((_, call, request, serve) =>
        {
            if (call.IsSend) serve(request, call.Body.ToArray());
            return serve(request, call.Body.ToArray());
        }),
        ["believes to have sent"] = Serving((_, call, request, serve) => call.IsSend && call.Number % 5 == 0
            ? new(HttpStatusCode.Created) { Content = new StringContent("""{ "id": "nowhere" }""") }
            : serve(request, call.Body.ToArray())),
        ["believes to have updated"] = Serving((_, call, request, serve) => call.IsUpdate
            ? new(HttpStatusCode.OK) { Content = new StringContent("""{ "id": "nowhere" }""") }
            : serve(request, call.Body.ToArray())),
        ["answers before it has written"] = AnsweringFirst,
        ["does not look for its own operation"] = Serving(
            (_, call, request, serve) => call.Method == "GET" && call.Path.Contains("|op|", StringComparison.Ordinal)
                ? new(HttpStatusCode.NotFound) { Content = new StringContent("") }
                : serve(request, call.Body.ToArray())),
    };

    static Action<World> Serving(Func<World, Call, HttpRequestMessage, Serve, HttpResponseMessage> serving) =>
        world => world.Serves = (_, call, request, serve) => serving(world, call, request, serve);

    static Action<World> Writing(Func<string, string> alter) => Serving((_, call, request, serve) =>
        serve(request,
            call.IsTransaction
                ? Encoding.UTF8.GetBytes(alter(Encoding.UTF8.GetString(call.Body.Span)))
                : call.Body.ToArray()));

    // What has just been written and is to be forgotten is taken away at once.
    static Action<World> Forgetting(string table, Func<string, string, bool> isForgotten) =>
        Serving((world, call, request, serve) =>
        {
            var answer = serve(request, call.Body.ToArray());
            if (call.IsWrite && answer.IsSuccessStatusCode)
                foreach (System.Text.RegularExpressions.Match row in Written()
                    .Matches(Encoding.UTF8.GetString(call.Body.Span)))
                    if (world.Tables.Find(table, row.Groups["partition"].Value, row.Groups["row"].Value) is { } json
                        && isForgotten(row.Groups["row"].Value, json))
                        world.Tables.Lose(table, row.Groups["partition"].Value, row.Groups["row"].Value);
            return answer;
        });

    // The write is made three seconds later, if the instance lives as long.
    static void AnsweringFirst(World world) => world.Serves = (instance, call, request, serve) =>
    {
        var body = call.Body.ToArray();
        var text = Encoding.UTF8.GetString(body);
        if (!call.IsTransaction || !text.Contains("|op|", StringComparison.Ordinal)) return serve(request, body);

        world.After(TimeSpan.FromSeconds(3), () =>
        {
            if (instance.IsAlive) serve(request, body);
        });
        var rows =
            Enumerable.Repeat(new MemoryRow("", "", default, 1, default), text.Split(" HTTP/1.1\r\n").Length - 1);
        return new(HttpStatusCode.Accepted)
        {
            Content = new StringContent(
                Batch.Done([.. rows]))
            { Headers = { ContentType = MediaTypeHeaderValue.Parse(Batch.ContentType) } }
        };
    };

    static bool IsItem(string key, string json, string kind) =>
        key.StartsWith("outbox|", StringComparison.Ordinal) && json.Contains($"\"{kind}\"", StringComparison.Ordinal);

    static HttpRequestMessage To(HttpRequestMessage request, string conversation) => new(
        request.Method, Conversation().Replace(request.RequestUri!.AbsoluteUri, Uri.EscapeDataString(conversation)));

    // POST of a new row becomes PUT on its keys.
    static string Upsert(System.Text.RegularExpressions.Match row) =>
        $"PUT {row.Groups["table"].Value}(PartitionKey='{row.Groups["partition"].Value}',RowKey='{Uri.EscapeDataString(row.Groups["row"].Value)}'){row.Groups["query"].Value}{row.Groups["rest"].Value}";

    [GeneratedRegex("If-Match: [^\r]*\r\n")]
    private static partial Regex IfMatch();

    [GeneratedRegex(
        "POST (?<table>[^ ?]+)(?<query>\\S*)(?<rest> "
        + "HTTP/1.1[^{]*\\{\"PartitionKey\":\"(?<partition>[^\"]*)\",\"RowKey\":\"(?<row>[^\"]*)\")")]
    private static partial Regex NewRow();

    [GeneratedRegex("\\{\"PartitionKey\":\"(?<partition>[^\"]*)\",\"RowKey\":\"(?<row>[^\"]*)\"")]
    private static partial Regex Written();

    [GeneratedRegex("(?<=conversations/)[^/]+")]
    private static partial Regex Conversation();
}
