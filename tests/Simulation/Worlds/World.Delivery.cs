using System.Text.Json.Nodes;
using OutreachBot.Channel;

namespace OutreachBot.Simulation;

// How Teams brings to the bot what people do.
public sealed partial class World
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    static readonly TimeSpan UntilAgain = TimeSpan.FromMinutes(1);
    static readonly TimeSpan UntilReady = TimeSpan.FromSeconds(1);
    const int Deliveries = 60;
    const int Presses = 20;

    readonly List<(Func<bool> IsSo, TaskCompletionSource Found)> waiting = [];

    /// <summary>Which instance gets the next activity; by default any that is alive.</summary>
    public Func<SimInstance?>? Route { get; set; }

    /// <summary>Every activity that was delivered, with its answer; null where none came.</summary>
    public IReadOnlyList<(JsonObject Activity, BotAnswer? Answer)> Delivered => delivered;

    readonly List<(JsonObject Activity, BotAnswer? Answer)> delivered = [];

    /// <summary>Answers after which somebody was told that it did not work and pressed again.</summary>
    public int PressedAgain { get; private set; }

    /// <summary>
    /// Presses that a person sees fail in Teams: another status than 200, or nothing where a card belongs.
    /// </summary>
    public int ErrorBanners { get; private set; }

    /// <summary>
    /// Brings an activity to the bot until it is answered, as Teams does; a person who reads that it did not work tries
    /// again.
    /// </summary>
    internal async Task<BotAnswer> PostAsync(JsonObject activity)
    {
        for (var press = 1; ; press++)
        {
            var answer = await DeliverAsync(activity);
            if (press == Presses) return answer;

            // Whoever has got a reply does not see that the bot could not know of it.
            if (!IsTrouble(activity, answer)) return IsPress(activity) ? answer : answer with { Status = 200 };

            PressedAgain++;
            await DelayAsync(UntilAgain);
            if (IsPress(activity)) activity = Again(activity, $"{(string)activity["id"]!}-{press}");
        }
    }

    /// <summary>
    /// Delivers once more and once more, until there is an answer. An answer that says "not ready" is none.
    /// </summary>
    public async Task<BotAnswer> DeliverAsync(JsonObject activity)
    {
        for (var delivery = 1; delivery <= Deliveries; delivery++)
        {
            var answer = await OnceAsync(activity);
            Keep(activity, answer);
            if (answer is { Status: not 503 }) return answer;

            await DelayAsync(UntilReady);
        }
        throw new TimeoutException("Nobody answers.");
    }

    /// <summary>Remembers what somebody was told, and shows it to them.</summary>
    internal void Keep(JsonObject activity, BotAnswer? answer)
    {
        delivered.Add((activity, answer));
        if (answer is null or { Status: 503 }) return;

        if (IsPress(activity)) Teams.Show(activity, answer);
        if (IsPress(activity) && answer is not { Status: 200, Body: not null }) ErrorBanners++;
        Changed();
    }

    /// <summary>One delivery; null when there is no answer within Teams' patience, or the connection breaks.</summary>
    public Task<BotAnswer?> OnceAsync(JsonObject activity, SimInstance? to = null)
    {
        var answered = new TaskCompletionSource<BotAnswer?>();
        if ((to ?? Target()) is not { } instance) return Task.FromResult<BotAnswer?>(null);

        if (Redelivers?.Invoke() is { } more)
            foreach (var (wait, id) in more) After(
                wait, () => Redeliver(id is null || !IsPress(activity) ? activity : Again(activity, id)));

        var copy = activity.DeepClone();
        After(Latency(CallKind.Connector),
            () => instance.Receive(
                copy, answer => After(Latency(CallKind.Connector), () => answered.TrySetResult(answer))));
        After(Patience, () =>
        {
            if (answered.TrySetResult(null))
                Note($"{instance.Name} did not answer "
                    + $"{activity["id"]}{(instance.IsPaused ? ", and stands still" : "")}");
        });
        return answered.Task;
    }

    /// <summary>
    /// Copies of an activity that Teams delivers besides: after how long, and for a press under which id; null for its
    /// own.
    /// </summary>
    public Func<IEnumerable<(TimeSpan After, string? Id)>>? Redelivers { get; set; }

    /// <summary>How many copies were delivered besides.</summary>
    public int Redelivered { get; private set; }

    void Redeliver(JsonObject activity)
    {
        if (Target() is not { } instance) return;

        Redelivered++;
        instance.Receive(activity.DeepClone(), answer =>
        {
            // A copy may come to a bot that is not ready yet. That is no answer to it either, and it comes again.
            if (answer.Status is 503) After(UntilReady, () => Redeliver(activity));
            else if (IsPress(activity) && answer is not { Status: 200, Body: not null }) ErrorBanners++;
        });
    }

    SimInstance? Target()
    {
        if (Route is not null) return Route();
        var alive = instances.Where(instance => instance.IsAlive).ToList();
        return alive.Count == 0 ? null : alive[random.Next(alive.Count)];
    }

    static bool IsPress(JsonObject activity) => (string?)activity["type"] == "invoke";

    // A message whose reply did not arrive was not answered, whatever the bot said to Teams.
    bool IsTrouble(JsonObject activity, BotAnswer answer) => IsPress(activity)
        ? answer is not { Status: 200, Body: not null } || answer.Card.Heading == "That did not work"
        : !Teams.Chats.Any(chat => chat.User.Conversation == (string?)activity["conversation"]!["id"]
            && chat.Messages.Any(
                message => message.ReplyTo == (string)activity["id"]! && message.Card.Heading != "That did not work"));

    static JsonObject Again(JsonObject activity, string id)
    {
        var again = activity.DeepClone().AsObject();
        again["id"] = id;
        return again;
    }

    internal Task UntilAsync(Func<bool> isSo, Func<string> missing)
    {
        if (isSo()) return Task.CompletedTask;

        var found = new TaskCompletionSource();
        waiting.Add((isSo, found));
        After(TimeSpan.FromHours(5), () => found.TrySetException(new TimeoutException(missing())));
        return found.Task;
    }

    internal void Changed() => After(TimeSpan.Zero, () =>
    {
        foreach (var one in waiting.Where(one => one.IsSo()).ToList())
        {
            waiting.Remove(one);
            one.Found.TrySetResult();
        }
    });
}
