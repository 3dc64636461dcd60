namespace OutreachBot.Simulation.Time;

/// <summary>
/// One thread on which everything of a world happens, one thing after the other: what code has posted, and then what is
/// due next in virtual time. The same seed gives the same order, and no time passes while code runs.
/// </summary>
sealed class Pump(DateTimeOffset start)
{
    readonly Lock gate = new();
    readonly Queue<(Lane Lane, SendOrPostCallback Callback, object? State)> posted = new();
    readonly PriorityQueue<Action, (DateTimeOffset At, long Number)> events = new();
    int thread;
    long number;

    public DateTimeOffset Now { get; private set; } = start;

    /// <summary>How many things have happened.</summary>
    public long Steps { get; private set; }

    /// <summary>How often code came back from another thread, where its order is not ours to say.</summary>
    public int Strays { get; private set; }

    public bool IsHere => Environment.CurrentManagedThreadId == thread;

    /// <summary>Lets something happen after some virtual time; under no context, so that libraries go on in place.</summary>
    public void After(TimeSpan wait, Action happen) => events.Enqueue(happen, (Now + wait, number++));

    public void Post(Lane lane, SendOrPostCallback callback, object? state)
    {
        lock (gate)
        {
            if (thread != 0 && !IsHere) Strays++;
            posted.Enqueue((lane, callback, state));
        }
    }

    /// <summary>Lets things happen until something is so.</summary>
    /// <exception cref="TimeoutException">It is not so after that much virtual time, or nothing is left to happen.</exception>
    public void RunUntil(Func<bool> isSo, TimeSpan limit, Func<string> missing)
    {
        var end = Now + limit;
        var before = SynchronizationContext.Current;
        thread = Environment.CurrentManagedThreadId;
        OtherThreads.Enter();
        try
        {
            while (!isSo())
                if (!Step(end)) throw new TimeoutException($"{missing()} ({(events.Count == 0 ? "nothing is left to happen" : $"{limit} have passed")})");
        }
        finally
        {
            OtherThreads.Leave();
            thread = 0;
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    bool Step(DateTimeOffset end)
    {
        Steps++;
        if (TryTake(out var next))
        {
            next.Lane.Run(next.Callback, next.State);
            return true;
        }
        if (!events.TryPeek(out var happen, out var due) || due.At > end) return false;

        events.Dequeue();
        if (due.At > Now) Now = due.At;
        SynchronizationContext.SetSynchronizationContext(null);
        happen();
        return true;
    }

    bool TryTake(out (Lane Lane, SendOrPostCallback Callback, object? State) next)
    {
        lock (gate)
            if (posted.TryDequeue(out next)) return true;

        if (!OtherThreads.AreUsed && Strays == 0) return false;
        OtherThreads.WaitUntilIdle();
        lock (gate) return posted.TryDequeue(out next);
    }
}
