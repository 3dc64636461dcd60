namespace OutreachBot.Bot.Directory;

/// <summary>How alike two words are: the number of letters that have to be put in, taken out or changed.</summary>
static class Nearness
{
    public static string Nearest(string word, IEnumerable<string> among) => among.MinBy(other => Distance(word, other))!;

    public static int Distance(string one, string other)
    {
        int[] before = [.. Enumerable.Range(0, other.Length + 1)];
        for (var row = 1; row <= one.Length; row++)
        {
            var now = new int[other.Length + 1];
            now[0] = row;
            for (var column = 1; column <= other.Length; column++)
                now[column] = Math.Min(Math.Min(now[column - 1], before[column]) + 1, before[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1));
            before = now;
        }
        return before[other.Length];
    }
}
