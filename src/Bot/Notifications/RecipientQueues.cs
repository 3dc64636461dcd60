using OutreachBot.Bot.Storage;

namespace OutreachBot.Bot.Notifications;

/// <summary>An item that this instance has taken upon itself, and when, by the clock's timestamp.</summary>
public sealed record ClaimedItem(OutboxItem Item, long At);

/// <summary>
/// What this instance has taken upon itself and not delivered yet: a queue for each person, so that what they are told
/// comes in order and nobody waits for another's chat, and one for each case's items of which nobody is told.
/// </summary>
public sealed class RecipientQueues(Func<ClaimedItem, Task> deliver)
{
    readonly Lock gate = new();
    readonly Dictionary<string, Queue<(ClaimedItem Taken, Action? Tried)>> waiting = [];
    readonly HashSet<string> items = [];
    TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether an item is here already.</summary>
    public bool Has(OutboxItem item)
    {
        lock (gate) return items.Contains(item.RowKey);
    }

    /// <param name="taken">What to deliver.</param>
    /// <param name="tried">Called when that has been tried.</param>
    public void Add(ClaimedItem taken, Action? tried = null)
    {
        var line = Line(taken.Item);
        lock (gate)
        {
            items.Add(taken.Item.RowKey);
            if (waiting.TryGetValue(line, out var others))
            {
                others.Enqueue((taken, tried));
                return;
            }
            if (waiting.Count == 0) idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting[line] = new([(taken, tried)]);
        }
        _ = WorkAsync(line);
    }

    /// <summary>Waits until everything has been tried.</summary>
    public Task WhenIdle()
    {
        lock (gate) return waiting.Count == 0 ? Task.CompletedTask : idle.Task;
    }

    static string Line(OutboxItem item) => item is NoticeItem ? item.Person.Key : item.Case.Value;

    async Task WorkAsync(string line)
    {
        do
        {
            var (taken, tried) = First(line);
            await deliver(taken);
            tried?.Invoke();
        }
        while (IsMoreAfterFirst(line));
    }

    (ClaimedItem Taken, Action? Tried) First(string line)
    {
        lock (gate) return waiting[line].Peek();
    }

    // Whoever adds to an empty queue starts its work: it is empty from the moment in which this work ends.
    bool IsMoreAfterFirst(string line)
    {
        lock (gate)
        {
            var queue = waiting[line];
            items.Remove(queue.Dequeue().Taken.Item.RowKey);
            if (queue.Count > 0) return true;

            waiting.Remove(line);
            if (waiting.Count == 0) idle.SetResult();
            return false;
        }
    }
}
