using System.Globalization;
using System.Text.Json;

namespace OutreachBot.Cards.Elements;

/// <summary>Words that more than one card uses: days, money, people, where a case stands.</summary>
public static class Words
{
    static readonly CultureInfo British = CultureInfo.InvariantCulture;
    static readonly TimeZoneInfo London =
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/London", out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>"Tuesday 3 March 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", British);

    /// <summary>"Tuesday 3 March 2026 at 10:42", as clocks in Britain show it.</summary>
    public static string Moment(DateTimeOffset at)
    {
        return TimeZoneInfo.ConvertTime(at, London).ToString("dddd d MMMM yyyy 'at' HH:mm", British);
    }

    /// <summary>"£500", or "£500.50" where there are pence.</summary>
    public static string Pounds(decimal pounds) =>
        pounds == decimal.Truncate(pounds) ? pounds.ToString("£#,0", British) : pounds.ToString("£#,0.00", British);

    public static string Days(int days) => days == 1 ? "1 day" : $"{days} days";

    public static string List(IEnumerable<string> items) => items.ToList() switch
    {
        [] => "",
        [var one] => one,
        [.. var most, var last] => $"{string.Join(", ", most)} and {last}",
    };

    /// <summary>"district manager".</summary>
    public static string Role(Workflow.Directory.Role role) =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString()).Replace('-', ' ');
}
