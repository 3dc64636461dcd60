using System.Globalization;

namespace OutreachBot.Workflow.Schemes;

/// <summary>How answers are written down, the same in every country and on every machine.</summary>
public static class Formats
{
    public static CultureInfo Invariant => CultureInfo.InvariantCulture;

    public const NumberStyles Whole = NumberStyles.AllowLeadingSign;

    public const NumberStyles Pounds = NumberStyles.AllowDecimalPoint;

    /// <summary>A day as Teams' date input sends it. Null for anything else, 31 February among it.</summary>
    public static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", Invariant, DateTimeStyles.None, out var date) ? date : null;

    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", Invariant);
}
