using System.Globalization;

namespace OutreachBot.Bot.Verification;

/// <summary>I6: nobody is told the same twice, but for sends whose answer was lost.</summary>
public static class Copies
{
    /// <summary>How many messages came again: the same card, for the same person.</summary>
    public static int Count(IEnumerable<Received> received) => received
        .Where(one => one is { IsNew: true, IsAnswer: false, TookEffect: true, Shown.Request: not null })
        .GroupBy(one => (one.Person, one.Card!.ToJsonString(), Day(one)))
        .Sum(same => same.Count() - 1);

    internal static IEnumerable<Violation> Check(Everything all, int ambiguous)
    {
        if (Count(all.Received) is var copies && copies > ambiguous)
            yield return new("I6", copies.ToString(CultureInfo.InvariantCulture), $"{copies} messages came twice, and {ambiguous} sends were ambiguous");
    }

    // The same words on another day are another reminder.
    static DateOnly Day(Received one) => one.Shown!.IsReminder ? DateOnly.FromDateTime(one.At.UtcDateTime) : default;
}
