using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OutreachBot.Channel;

/// <summary>A call of the bot to the connector. The person is whose chat it is about, when it is anybody's.</summary>
public sealed record ConnectorCall(int Number, string Method, string Path, string? Person, JsonObject Body)
{
    /// <summary>A message that the person sees appear, as against one that changes.</summary>
    public bool IsNewMessage => Method == "POST" && Path.Contains("/activities", StringComparison.Ordinal);

    public bool IsUpdate => Method == "PUT";
}

/// <summary>What goes wrong with a call: the answer it gets, and whether it took effect all the same.</summary>
/// <param name="Status">The HTTP status; 0 breaks the connection off.</param>
/// <param name="RetryAfter">Seconds.</param>
public sealed record Fault(int Status, string Code = "ServiceError", int? RetryAfter = null, bool TakesEffect = false);

/// <summary>The part of the Bot Connector that a bot in personal chats uses.</summary>
sealed class Connector : IAsyncDisposable
{
    readonly FakeTeams teams;
    readonly WebApplication app;
    int calls;
    int ids;

    public Connector(FakeTeams teams)
    {
        this.teams = teams;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public ConcurrentQueue<ConnectorCall> Calls { get; } = new();

    public Uri Address => new($"{app.Urls.Single()}/uk/");

    public Task StartAsync() => app.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    async Task AnswerAsync(HttpContext http)
    {
        var body = await JsonNode.ParseAsync(http.Request.Body) as JsonObject ?? [];
        string[] path =
        [
            .. http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries)
                .SkipWhile(part => part != "conversations").Skip(1)
        ];
        var person = path is [var conversation, ..]
            ? Owner(conversation)
            : teams.Find((string?)body["members"]?[0]?["id"] ?? "");
        var call = new ConnectorCall(
            Interlocked.Increment(ref calls), http.Request.Method, http.Request.Path, person?.User.Id, body);
        Calls.Enqueue(call);

        if (teams.Hangs?.Invoke(call) is true)
        {
            teams.Changed();
            await HangAsync(http.RequestAborted);
            return;
        }

        var fault = teams.Faults?.Invoke(call);
        var (status, answer) = fault is { TakesEffect: false } ? (0, []) : TakeEffect(call, path, person);
        teams.Changed();

        if (fault is { Status: 0 })
        {
            http.Abort();
            return;
        }
        if (fault?.RetryAfter is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        http.Response.StatusCode = fault?.Status ?? status;
        await http.Response.WriteAsJsonAsync(fault is null ? answer : Error(fault.Code));
    }

    static async Task HangAsync(CancellationToken gone)
    {
        var never = new TaskCompletionSource();
        await using var registration = gone.Register(never.SetResult);
        await never.Task;
    }

    (int, JsonObject) TakeEffect(ConnectorCall call, string[] path, Chat? person)
    {
        switch (call.Method, path)
        {
            case ("POST", []) when person is not null:
                return (201, new() { ["id"] = person.User.Conversation });
            case ("POST", []):
                return (403, Error("BotNotInConversationRoster"));
            case (_, [_, "activities", ..]) when person is null:
                return (404, Error("ConversationNotFound"));
            case ("POST", [_, "activities", ..]):
                var id = $"m{Interlocked.Increment(ref ids)}";
                if (call.Body["attachments"] is not null) person!.Add(new ChatMessage(id, call.Body));
                return (201, new() { ["id"] = id });
            case ("PUT", [_, "activities", var message]):
                return person!.Change(message, call.Body)
                    ? (200, new() { ["id"] = message })
                    : (404, Error("ActivityNotFoundInConversation"));
            default:
                return (405, Error("NotSupported"));
        }
    }

    Chat? Owner(string conversation) => teams.Chats.FirstOrDefault(chat => chat.User.Conversation == conversation);

    static JsonObject Error(string code) =>
        new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = code } };
}
