namespace OutreachBot.Simulation.Time;

/// <summary>
/// One thread on which everything of a world happens, one thing after the other: what code has posted, and then what is
/// due next in virtual time. The same seed gives the same order, and no time passes while code runs.
/// </summary>
/// <remarks>
/// Microsoft's packages leave the context of whoever calls them (<c>ConfigureAwait(false)</c>) and go on wherever what
/// they wait for comes in. It comes in under no context (<see cref="After"/>), so that is here. They would leave this
/// thread only if they waited for code of the bot that goes on in a context: a turn is therefore taken in under no
/// context as well, and what the bot does of itself is waited for by nobody. <see cref="Strays"/> proves it.
/// </remarks>
sealed class EventLoop(DateTimeOffset start)
{
    // Flows with all code that is started from here, and says when it is continued by another thread.
    static readonly AsyncLocal<EventLoop?> Of = new(change => change.CurrentValue?.ContinuedAt(change));

    readonly Lock gate = new();
    readonly Queue<(InstanceContext Context, SendOrPostCallback Callback, object? State)> posted = new();
    readonly PriorityQueue<Action, (DateTimeOffset At, long Number)> events = new();
    int thread;
    int strays;
    long number;

    /// <summary>How far the calendar is ahead of the time that has passed.</summary>
    public TimeSpan Ahead { get; set; }

    /// <summary>What the calendar says.</summary>
    public DateTimeOffset Date => Now + Ahead;

    /// <summary>The time that has passed.</summary>
    public DateTimeOffset Now { get; private set; } = start;

    /// <summary>How many things have happened.</summary>
    public long Steps { get; private set; }

    /// <summary>How often code went on in another thread, where its order is not ours to say.</summary>
    public int Strays => strays;

    public bool IsHere => Environment.CurrentManagedThreadId == thread;

    /// <summary>
    /// Lets something happen after some virtual time; under no context, so that libraries go on in place.
    /// </summary>
    public void After(TimeSpan wait, Action happen) => events.Enqueue(happen, (Now + wait, number++));

    public void Post(InstanceContext context, SendOrPostCallback callback, object? state)
    {
        lock (gate)
        {
            if (thread != 0 && !IsHere) strays++;
            posted.Enqueue((context, callback, state));
        }
    }

    /// <summary>Lets things happen until something is so.</summary>
    /// <exception cref="TimeoutException">It is not so after that much virtual time, or nothing is left to
    /// happen.</exception>
    public void RunUntil(Func<bool> isSo, TimeSpan limit, Func<string> missing)
    {
        var end = Now + limit;
        var before = SynchronizationContext.Current;
        thread = Environment.CurrentManagedThreadId;
        Of.Value = this;
        try
        {
            while (!isSo())
                if (!Step(end))
                    throw new TimeoutException(
                        $"{missing()} ({(events.Count == 0 ? "nothing is left to happen" : $"{limit} have passed")})");
        }
        finally
        {
            Of.Value = null;
            thread = 0;
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    bool Step(DateTimeOffset end)
    {
        Steps++;
        if (TryTake(out var next))
        {
            next.Context.Run(next.Callback, next.State);
            return true;
        }
        if (!events.TryPeek(out var happen, out var due) || due.At > end) return false;

        events.Dequeue();
        if (due.At > Now) Now = due.At;
        SynchronizationContext.SetSynchronizationContext(null);
        happen();
        return true;
    }

    bool TryTake(out (InstanceContext Context, SendOrPostCallback Callback, object? State) next)
    {
        lock (gate) return posted.TryDequeue(out next);
    }

    void ContinuedAt(AsyncLocalValueChangedArgs<EventLoop?> change)
    {
        if (change.ThreadContextChanged && !IsHere) Interlocked.Increment(ref strays);
    }
}
