using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;

namespace OutreachBot.Simulation.Time;

/// <summary>
/// Microsoft's own packages leave the context of whoever calls them, and go on in the thread pool: a world waits for them
/// before its time goes on. Our stand-ins never do that, and with them a seed gives the same order each time.
/// </summary>
static class OtherThreads
{
    // The stand-ins are one assembly, the originals are several.
    public static bool AreUsed { get; } = typeof(TurnContext).Assembly != typeof(CloudAdapter).Assembly;

    static readonly AsyncLocal<int> Mark = new(Changed);
    static int busy;

    [ThreadStatic]
    static bool isPump;

    /// <summary>Code that is started from here on is noticed wherever it runs.</summary>
    public static void Enter()
    {
        isPump = true;
        Mark.Value = 1;
    }

    public static void Leave()
    {
        Mark.Value = 0;
        isPump = false;
    }

    public static void WaitUntilIdle()
    {
        for (var quiet = 0; quiet < 20; quiet = Volatile.Read(ref busy) == 0 && ThreadPool.PendingWorkItemCount == 0 ? quiet + 1 : 0)
            Thread.Yield();
    }

    static void Changed(AsyncLocalValueChangedArgs<int> change)
    {
        if (!isPump && change.ThreadContextChanged) Interlocked.Add(ref busy, change.CurrentValue - change.PreviousValue);
    }
}
