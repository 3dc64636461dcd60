using OutreachBot.Bot.Storage;

namespace OutreachBot.Bot.Notifications;

/// <summary>A promise that this instance has taken upon itself, and when, by the clock's timestamp.</summary>
public sealed record Taken(Promise Promise, long At);

/// <summary>
/// What this instance has taken upon itself and not kept yet: a queue for each person, so that what they are told comes
/// in order and nobody waits for another's chat, and one for what is still to be spread of each request.
/// </summary>
public sealed class Queues(Func<Taken, Task> keep)
{
    readonly Lock gate = new();
    readonly Dictionary<string, Queue<(Taken Taken, Action? Kept)>> waiting = [];
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
        var line = Line(taken.Promise);
        lock (gate)
        {
            promises.Add(taken.Promise.RowKey);
            if (waiting.TryGetValue(line, out var others))
            {
                others.Enqueue((taken, kept));
                return;
            }
            if (waiting.Count == 0) idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting[line] = new([(taken, kept)]);
        }
        _ = WorkAsync(line);
    }

    /// <summary>Waits until everything has been tried.</summary>
    public Task WhenIdle()
    {
        lock (gate) return waiting.Count == 0 ? Task.CompletedTask : idle.Task;
    }

    static string Line(Promise promise) => promise.IsFanOut ? promise.Request.Value : promise.Notice.To.Key;

    async Task WorkAsync(string line)
    {
        do
        {
            var (taken, kept) = First(line);
            await keep(taken);
            kept?.Invoke();
        }
        while (IsMoreAfterFirst(line));
    }

    (Taken Taken, Action? Kept) First(string line)
    {
        lock (gate) return waiting[line].Peek();
    }

    // Whoever adds to an empty queue starts its work: it is empty from the moment in which this work ends.
    bool IsMoreAfterFirst(string line)
    {
        lock (gate)
        {
            var queue = waiting[line];
            promises.Remove(queue.Dequeue().Taken.Promise.RowKey);
            if (queue.Count > 0) return true;

            waiting.Remove(line);
            if (waiting.Count == 0) idle.SetResult();
            return false;
        }
    }
}
