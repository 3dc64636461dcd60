namespace OutreachBot.Simulation.Time;

/// <summary>
/// Where one instance's code goes on after it has waited. A context that is paused keeps everything back; one that has
/// ended forgets it, so that its code stops where it stood, as when a process is killed.
/// </summary>
sealed class InstanceContext(EventLoop loop) : SynchronizationContext
{
    readonly List<Action> heldBack = [];
    bool paused;

    public bool HasEnded { get; private set; }

    public override void Post(SendOrPostCallback d, object? state) => loop.Post(this, d, state);

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("Nobody waits for another here.");

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs code of this context now, later or never.</summary>
    public void Run(SendOrPostCallback callback, object? state)
    {
        if (HasEnded) return;
        if (paused)
        {
            heldBack.Add(() => Post(callback, state));
            return;
        }
        SetSynchronizationContext(this);
        callback(state);
    }

    /// <summary>Lets something from outside come in: an answer, a timer, a stop. Libraries go on in place.</summary>
    public void Enter(Action happen)
    {
        if (HasEnded) return;
        if (paused) heldBack.Add(happen);
        else happen();
    }

    public void End() => HasEnded = true;

    public void Pause() => paused = true;

    /// <summary>Everything that was kept back happens now, in its order.</summary>
    public void Resume()
    {
        paused = false;
        var all = heldBack.ToArray();
        heldBack.Clear();
        foreach (var happen in all) loop.After(TimeSpan.Zero, () => Enter(happen));
    }
}
