using OutreachBot.Bot.Storage;
using OutreachBot.Workflow;

namespace OutreachBot.Bot.Notifications;

/// <summary>A promise that this instance has taken upon itself, and when, by the clock's timestamp.</summary>
public sealed record Taken(Promise Promise, long At);

/// <summary>
/// What this instance has taken upon itself and not kept yet: a queue for each person, so that what they are told comes
/// in order and nobody waits for another's chat.
/// </summary>
sealed class Queues(Func<Taken, Task> keep)
{
    readonly Lock gate = new();
    readonly Dictionary<PersonId, Queue<(Taken Taken, Action? Kept)>> waiting = [];
    readonly HashSet<string> promises = [];
    TaskCompletionSource idle = new();

    /// <summary>Whether a promise is here already.</summary>
    public bool Has(Promise promise)
    {
        lock (gate) return promises.Contains(promise.RowKey);
    }

    /// <param name="taken">What to keep.</param>
    /// <param name="kept">Called when that has been tried.</param>
    public void Add(Taken taken, Action? kept = null)
    {
        var to = taken.Promise.Notice.To;
        lock (gate)
        {
            promises.Add(taken.Promise.RowKey);
            if (waiting.TryGetValue(to, out var others))
            {
                others.Enqueue((taken, kept));
                return;
            }
            if (waiting.Count == 0) idle = new();
            waiting[to] = new([(taken, kept)]);
        }
        _ = WorkAsync(to);
    }

    /// <summary>Waits until everything has been tried.</summary>
    public Task WhenIdle()
    {
        lock (gate) return waiting.Count == 0 ? Task.CompletedTask : idle.Task;
    }

    async Task WorkAsync(PersonId to)
    {
        while (Next(to) is { } next)
        {
            await keep(next.Taken);
            next.Kept?.Invoke();
            Remove(to, next.Taken.Promise);
        }
    }

    (Taken Taken, Action? Kept)? Next(PersonId to)
    {
        lock (gate) return waiting.TryGetValue(to, out var queue) ? queue.Peek() : null;
    }

    void Remove(PersonId to, Promise promise)
    {
        TaskCompletionSource? all = null;
        lock (gate)
        {
            promises.Remove(promise.RowKey);
            waiting[to].Dequeue();
            if (waiting[to].Count == 0) waiting.Remove(to);
            if (waiting.Count == 0) all = idle;
        }
        all?.SetResult();
    }
}
