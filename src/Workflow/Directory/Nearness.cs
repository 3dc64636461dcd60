namespace OutreachBot.Workflow.Directory;

/// <summary>How alike two words are: the number of letters that have to be put in, taken out or changed.</summary>
public static class Nearness
{
    public static string Nearest(string word, IEnumerable<string> among) =>
        among.MinBy(other => Distance(word, other))!;

    /// <summary>A letter too many, too few or another, or two that have changed places.</summary>
    public static bool IsOneLetterOff(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1) return false;
        if (Distance(one, other) == 1) return true;
        if (one.Length != other.Length) return false;

        int[] off = [.. Enumerable.Range(0, one.Length).Where(at => one[at] != other[at])];
        return off is [var left, var right] && right == left + 1 && one[left] == other[right]
            && one[right] == other[left];
    }

    static int Distance(string one, string other)
    {
        int[] before = [.. Enumerable.Range(0, other.Length + 1)];
        for (var row = 1; row <= one.Length; row++)
        {
            var now = new int[other.Length + 1];
            now[0] = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var changed = before[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1);
                now[column] = Math.Min(Math.Min(now[column - 1], before[column]) + 1, changed);
            }
            before = now;
        }
        return before[other.Length];
    }
}
