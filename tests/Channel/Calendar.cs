namespace OutreachBot.Channel;

/// <summary>
/// The days of a world in which stories are played side by side: the next day that anybody waits for comes when
/// everybody who plays waits for one, so that nobody's plans are overtaken.
/// </summary>
/// <param name="today">What day it is for the bot.</param>
/// <param name="moveTo">Makes it a later day. That it is so already is no mistake.</param>
public sealed class Calendar(Func<DateOnly> today, Func<DateOnly, Task> moveTo)
{
    readonly Lock gate = new();
    readonly List<(DateOnly Day, TaskCompletionSource Come)> waiting = [];
    int players;

    public DateOnly Today => today();

    /// <summary>Somebody begins to play, until what is returned is called.</summary>
    public Func<Task> Join()
    {
        lock (gate) players++;
        return async () =>
        {
            lock (gate) players--;
            await GoOnAsync();
        };
    }

    /// <summary>Waits until it is this day.</summary>
    public async Task ComesAsync(DateOnly day)
    {
        if (today() >= day) return;

        var come = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate) waiting.Add((day, come));
        await GoOnAsync();
        await come.Task;
    }

    async Task GoOnAsync()
    {
        DateOnly next;
        lock (gate)
        {
            if (waiting.Count == 0 || waiting.Count < players) return;
            next = waiting.Min(one => one.Day);
        }
        await moveTo(next);

        List<TaskCompletionSource> come;
        lock (gate)
        {
            come = [.. waiting.Where(one => one.Day <= next).Select(one => one.Come)];
            waiting.RemoveAll(one => one.Day <= next);
        }
        foreach (var one in come) one.TrySetResult();
    }
}
