namespace OutreachBot.Simulation.Time;

/// <summary>
/// An instance's clock: the world's time, wrong by as much as it is told to be. Its timers measure time rightly.
/// </summary>
sealed class VirtualClock(EventLoop loop, InstanceContext context) : TimeProvider
{
    /// <summary>How far it is ahead of the world.</summary>
    public TimeSpan Skew { get; set; }

    public override DateTimeOffset GetUtcNow() => loop.Date + Skew;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => loop.Now.UtcTicks;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(loop, context, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    sealed class Timer(EventLoop loop, InstanceContext context, TimerCallback callback, object? state) : ITimer
    {
        int set;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var mine = ++set;
            if (dueTime != Timeout.InfiniteTimeSpan) loop.After(dueTime, () => context.Enter(() => Ring(mine, period)));
            return true;
        }

        void Ring(int mine, TimeSpan period)
        {
            if (mine != set) return;
            if (period != Timeout.InfiniteTimeSpan && period > TimeSpan.Zero) Change(period, period);
            callback(state);
        }

        public void Dispose() => set++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
