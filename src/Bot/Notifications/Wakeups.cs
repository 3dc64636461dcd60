using System.Threading.Channels;

namespace OutreachBot.Bot.Notifications;

/// <summary>
/// Tells the dispatcher of this instance that promises have just been written. Forgetting one loses nothing: the next
/// sweep finds what is due.
/// </summary>
public sealed class Wakeups
{
    // A bucket always goes to the same lane, so that its promises are kept one after the other.
    public const int Lanes = 4;

    readonly Channel<string>[] lanes = [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateUnbounded<string>())];

    public void Wake(string bucket) => lanes[int.Parse(bucket, System.Globalization.CultureInfo.InvariantCulture) % Lanes].Writer.TryWrite(bucket);

    public IAsyncEnumerable<string> ReadAsync(int lane, CancellationToken cancel) => lanes[lane].Reader.ReadAllAsync(cancel);
}
