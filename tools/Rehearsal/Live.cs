using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace OutreachBot.Rehearsal;

/// <summary>Something that open pages should show at once. Kinds: hello, message, seen, typing, clock.</summary>
sealed record LiveEvent(
    string Kind, string? Person = null, Message? Message = null, int? Unread = null, DateTimeOffset? Now = null);

/// <summary>Hands what happens to every open page.</summary>
sealed class Live
{
    readonly ConcurrentDictionary<Channel<LiveEvent>, bool> pages = new();

    public void Tell(LiveEvent happened)
    {
        foreach (var page in pages.Keys) page.Writer.TryWrite(happened);
    }

    /// <summary>
    /// Begins with a hello, so that a page which reconnects knows to read everything again. Ends when it is cancelled:
    /// that a page is closed, or the bot, is nobody's error.
    /// </summary>
    public async IAsyncEnumerable<LiveEvent> ListenAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var page = Channel.CreateUnbounded<LiveEvent>();
        pages.TryAdd(page, true);
        await using var end = ct.Register(() => page.Writer.TryComplete());
        try
        {
            yield return new LiveEvent("hello");
            await foreach (var happened in page.Reader.ReadAllAsync(CancellationToken.None)) yield return happened;
        }
        finally
        {
            pages.TryRemove(page, out _);
        }
    }
}
