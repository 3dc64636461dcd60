using System.Runtime;

namespace OutreachBot.Benchmarks;

/// <summary>What something cost this process: processor time and memory allocated, on all threads.</summary>
sealed record Meter(double Seconds, double Bytes)
{
    const int AFew = 20;

    /// <summary>Repeats a round until the runtime has hardly anything left to compile better, or so often.</summary>
    public static async Task WarmUpAsync(int most, Func<Task> roundAsync)
    {
        for (var (rounds, quiet) = (0, 0); rounds < most && quiet < 3; rounds++)
        {
            var before = JitInfo.GetCompiledMethodCount();
            await roundAsync();
            quiet = JitInfo.GetCompiledMethodCount() - before < AFew ? quiet + 1 : 0;
        }
    }

    public static async Task<Meter> RunAsync(Func<Task> act)
    {
        GC.Collect();
        var (bytes, cpu) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);
        await act();
        return new(
            (Environment.CpuUsage.TotalTime - cpu).TotalSeconds, GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }
}
