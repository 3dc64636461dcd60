using System.Text.Json;

namespace OutreachBot.Rehearsal;

/// <summary>
/// The machine's clock, moved forward as often as somebody wants to see what another day brings. How far is kept in a
/// file, so that a bot that is started again goes on from there.
/// </summary>
public sealed class RehearsalClock : TimeProvider
{
    // Whoever waits as long as this waits for the calendar; shorter waits are for machines, which take their time on
    // any day.
    static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    readonly Lock gate = new();
    readonly HashSet<Waiting> waiting = [];
    readonly string file;
    TimeSpan ahead;

    sealed record Kept(TimeSpan Ahead);

    /// <param name="file">It need not be there yet.</param>
    /// <exception cref="InvalidOperationException">It is no such file.</exception>
    public RehearsalClock(string file)
    {
        this.file = file;
        try
        {
            if (File.Exists(file))
                ahead = JsonSerializer.Deserialize<Kept>(File.ReadAllText(file), JsonSerializerOptions.Web)?.Ahead
                    ?? default;
        }
        catch (JsonException unreadable)
        {
            throw new InvalidOperationException(
                $"{file} cannot be read. Please delete it, and the clock shows the machine's time again.", unreadable);
        }
    }

    /// <summary>Told of the new time whenever the clock was moved.</summary>
    public event Action<DateTimeOffset>? Moved;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;

    /// <summary>Moves the clock to this moment; what was waiting for one before it comes at once.</summary>
    /// <returns>False: that would be back, and nothing has changed.</returns>
    public bool MoveTo(DateTimeOffset moment)
    {
        lock (gate)
        {
            var by = moment - GetUtcNow();
            if (by < TimeSpan.Zero) return false;

            ahead += by;
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, JsonSerializer.Serialize(new Kept(ahead), JsonSerializerOptions.Web));
            foreach (var one in waiting.ToList()) one.Restart();
        }
        Moved?.Invoke(GetUtcNow());
        return true;
    }

    /// <summary>Whether schools are open on a day, as the bot knows it. Until it says so, on every weekday.</summary>
    public Func<DateOnly, bool> IsSchoolDay { get; set; } =
        day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>
    /// Half past eight on the next day on which schools are open, as clocks in Britain show it; after a year without
    /// one, on the next day.
    /// </summary>
    public DateTimeOffset NextSchoolMorning()
    {
        var morning = new TimeOnly(8, 30);
        var now = TimeZoneInfo.ConvertTime(GetUtcNow(), Activities.London);
        var day = DateOnly.FromDateTime(now.Date).AddDays(TimeOnly.FromDateTime(now.DateTime) < morning ? 0 : 1);
        var open = Enumerable.Range(0, 365).Select(day.AddDays).Where(IsSchoolDay);
        var local = open.FirstOrDefault(day).ToDateTime(morning);
        return new(local, Activities.London.GetUtcOffset(local));
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < Long) return System.CreateTimer(callback, state, dueTime, period);

        lock (gate)
        {
            var one = new Waiting(this, callback, state);
            waiting.Add(one);
            one.Change(dueTime, period);
            return one;
        }
    }

    sealed class Waiting : ITimer
    {
        readonly RehearsalClock clock;
        readonly ITimer timer;
        DateTimeOffset due;
        TimeSpan period;

        public Waiting(RehearsalClock clock, TimerCallback callback, object? state)
        {
            this.clock = clock;
            timer = System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                this.period = period;
                due = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock.GetUtcNow() + dueTime;
                return timer.Change(dueTime, period);
            }
        }

        /// <summary>Waits for what is left of its time, now that the clock was moved.</summary>
        public void Restart()
        {
            if (due == DateTimeOffset.MaxValue) return;

            var left = due - clock.GetUtcNow();
            timer.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, period);
        }

        public void Dispose()
        {
            lock (clock.gate) clock.waiting.Remove(this);
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
