using OutreachBot.Bot.Storage;
using OutreachBot.Workflow;

namespace OutreachBot.Bot.Notifications;

/// <summary>A promise that this instance has taken upon itself, and when, by the clock's timestamp.</summary>
public sealed record Taken(Promise Promise, long At);

/// <summary>
/// What this instance has taken upon itself and not kept yet: a queue for each person, so that what they are told comes
/// in order and nobody waits for another's chat.
/// </summary>
public sealed class Queues(Func<Taken, Task> keep)
{
    readonly Lock gate = new();
    readonly Dictionary<PersonId, Queue<(Taken Taken, Action? Kept)>> waiting = [];
    readonly HashSet<string> promises = [];
    TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);

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
            if (waiting.Count == 0) idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
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
        do
        {
            var (taken, kept) = First(to);
            await keep(taken);
            kept?.Invoke();
        }
        while (IsMoreAfterFirst(to));
    }

    (Taken Taken, Action? Kept) First(PersonId to)
    {
        lock (gate) return waiting[to].Peek();
    }

    // Whoever adds to an empty queue starts its work: it is empty from the moment in which this work ends.
    bool IsMoreAfterFirst(PersonId to)
    {
        lock (gate)
        {
            var queue = waiting[to];
            promises.Remove(queue.Dequeue().Taken.Promise.RowKey);
            if (queue.Count > 0) return true;

            waiting.Remove(to);
            if (waiting.Count == 0) idle.SetResult();
            return false;
        }
    }
}
