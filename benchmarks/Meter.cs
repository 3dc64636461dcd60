namespace OutreachBot.Benchmarks;

/// <summary>What something cost this process: processor time and memory allocated, on all threads.</summary>
sealed record Meter(double Seconds, double Bytes)
{
    public static async Task<Meter> RunAsync(Func<Task> act)
    {
        GC.Collect();
        var (bytes, cpu) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);
        await act();
        return new((Environment.CpuUsage.TotalTime - cpu).TotalSeconds, GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }
}
