using System.Globalization;

namespace OutreachBot.Rehearsal;

/// <summary>
/// Ids of activities, as Teams makes them: the milliseconds since 1970. Each is greater than the one before, and
/// after a restart greater than every id in the files.
/// </summary>
sealed class Ids(TimeProvider clock)
{
    readonly Lock gate = new();
    long last;

    public string Next()
    {
        lock (gate)
        {
            last = Math.Max(last + 1, clock.GetUtcNow().ToUnixTimeMilliseconds());
            return last.ToString(CultureInfo.InvariantCulture);
        }
    }

    public void Used(string id) => last = Math.Max(last, Number(id));

    public static int Order(string one, string other) => Number(one).CompareTo(Number(other));

    static long Number(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
}
