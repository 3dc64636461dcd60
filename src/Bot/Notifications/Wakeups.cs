using System.Globalization;
using System.Threading.Channels;
using OutreachBot.Bot.Storage;

namespace OutreachBot.Bot.Notifications;

/// <summary>
/// Tells the dispatcher of this instance what there is to do: promises that have just been written and are its own, and
/// buckets to look into. Forgetting one loses nothing: a sweep finds what is left.
/// </summary>
public sealed class Wakeups
{
    // A bucket always goes to the same lane, so that it is looked into once at a time.
    public const int Lanes = 4;

    readonly Channel<Promise> written = Channel.CreateUnbounded<Promise>();
    readonly Channel<string>[] lanes = [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateUnbounded<string>())];
    readonly HashSet<string> asked = [];

    /// <summary>What this instance writes on the promises that it takes upon itself. Another one after each start.</summary>
    public string Instance { get; } = Guid.NewGuid().ToString("N")[..12];

    public ChannelReader<Promise> Written => written.Reader;

    public ChannelReader<string> Buckets(int lane) => lanes[lane].Reader;

    public void Hand(Promise promise) => written.Writer.TryWrite(promise);

    public void Wake(string bucket)
    {
        lock (asked)
            if (!asked.Add(bucket)) return;
        lanes[int.Parse(bucket, CultureInfo.InvariantCulture) % Lanes].Writer.TryWrite(bucket);
    }

    /// <summary>The bucket is being looked into now; what is asked from here on needs another look.</summary>
    public void Begin(string bucket)
    {
        lock (asked) asked.Remove(bucket);
    }
}
