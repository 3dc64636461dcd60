using System.Globalization;
using System.Threading.Channels;

namespace OutreachBot.Bot.Storage;

/// <summary>
/// Tells the dispatcher of this instance what there is to do: items that have just been written and are its own, and
/// buckets to look into. Forgetting one loses nothing: a sweep finds what is left.
/// </summary>
public sealed class DispatchSignals
{
    // A bucket always goes to the same reader, so that it is looked into once at a time.
    public const int Readers = 4;

    readonly Channel<OutboxItem> written = Channel.CreateUnbounded<OutboxItem>();
    readonly Channel<string>[] readers =
        [.. Enumerable.Range(0, Readers).Select(_ => Channel.CreateUnbounded<string>())];
    readonly HashSet<string> asked = [];

    /// <summary>
    /// What this instance writes on the items that it takes upon itself. Another one after each start.
    /// </summary>
    public string Instance { get; } = Guid.NewGuid().ToString("N")[..12];

    public ChannelReader<OutboxItem> Written => written.Reader;

    public ChannelReader<string> Buckets(int reader) => readers[reader].Reader;

    public void Hand(OutboxItem item) => written.Writer.TryWrite(item);

    public void Wake(string bucket)
    {
        lock (asked)
            if (!asked.Add(bucket)) return;
        readers[int.Parse(bucket, CultureInfo.InvariantCulture) % Readers].Writer.TryWrite(bucket);
    }

    /// <summary>The bucket is being looked into now; what is asked from here on needs another look.</summary>
    public void Begin(string bucket)
    {
        lock (asked) asked.Remove(bucket);
    }
}
