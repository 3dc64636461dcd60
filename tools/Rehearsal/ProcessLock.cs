namespace OutreachBot.Rehearsal;

/// <summary>One holder at a time among all processes; the system frees it when the holder dies.</summary>
sealed class ProcessLock(FileStream file) : IDisposable
{
    /// <exception cref="TimeoutException">Somebody else held it all the while.</exception>
    public static async Task<ProcessLock> TakeAsync(string path, TimeSpan patience, CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            // Held by another process; a missing folder or right would not heal by waiting.
            catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException))
            {
                if (waited >= patience)
                    throw new TimeoutException($"Another process has held {path} for too long.", e);
            }

            await Task.Delay(Pause, cancel);
        }
    }

    public void Dispose() => file.Dispose();

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
}
