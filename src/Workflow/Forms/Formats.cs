using System.Globalization;
using System.Text;

namespace OutreachBot.Workflow.Forms;

/// <summary>
/// How answers are written down, the same in every country and on every machine, however they were typed.
/// </summary>
public static class Formats
{
    public static CultureInfo Invariant => CultureInfo.InvariantCulture;

    public const NumberStyles Whole = NumberStyles.AllowLeadingSign;

    public const NumberStyles Pounds = NumberStyles.AllowDecimalPoint;

    static readonly string[] Days =
    [
        "yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "d MMMM yyyy", "d MMM yyyy", "dddd d MMMM yyyy",
        "ddd d MMM yyyy"
    ];

    static readonly string[] OfMoney = ["gbp", "pounds", "pound", "sterling", "per day", "a day", "each", "£", "/day"];
    static readonly string[] OfNumbers = ["whole days", "days", "day", "people", "staff"];

    /// <summary>A day as Teams' date input sends it. Null for anything else, 31 February among it.</summary>
    public static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", Invariant, DateTimeStyles.None, out var date) ? date : null;

    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", Invariant);

    /// <summary>
    /// An answer in the one form that is kept, 2 for 2.0 and 250.5 for £250.50. What cannot be read stays as it was
    /// typed.
    /// </summary>
    public static string Kept(QuestionKind kind, string typed) => kind switch
    {
        QuestionKind.Number => Decimal(typed, OfNumbers) is { } number && number == decimal.Truncate(number)
            ? number.ToString("0", Invariant)
            : typed,
        QuestionKind.Money =>
            Decimal(typed, OfMoney) is >= 0 and var pounds ? pounds.ToString("0.##########", Invariant) : typed,
        QuestionKind.Date => DateOnly.TryParseExact(
            WithAsciiDigits(typed), Days, Invariant, DateTimeStyles.AllowWhiteSpaces, out var day) ? Text(day) : typed,
        QuestionKind.Choices => string.Join(
            ',', typed.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()),
        _ => typed,
    };

    // Within what a form asks for; longer ones are no numbers that somebody means.
    static decimal? Decimal(string typed, string[] units)
    {
        const int Longest = 20;
        var text = WithAsciiDigits(typed).Trim().ToLowerInvariant();
        foreach (var unit in units) text = text.Replace(unit, " ", StringComparison.Ordinal);
        text = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('\'' or '\u2019')));
        if (text.Length is 0 or > Longest) return null;

        return decimal.TryParse(
            WithPoint(text), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, Invariant, out var number)
            ? number
            : null;
    }

    // 1,000 and 1,000.50 have thousands; 2,5 is how others write 2.5.
    static string WithPoint(string text)
    {
        var parts = text.Replace('\u066B', '.').Replace('\u066C', ',').Split(',');
        if (parts.Length == 1) return parts[0];

        var areThousands = parts.Skip(1).All(part => part.Split('.')[0].Length == 3)
            && parts[0].TrimStart('+', '-').Length is >= 1 and <= 3;
        return areThousands ? string.Concat(parts)
            : parts.Length == 2 && !text.Contains('.', StringComparison.Ordinal) ? $"{parts[0]}.{parts[1]}"
            : text;
    }

    // Every script's digits are digits.
    static string WithAsciiDigits(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsDigit(rune)) digits.Append((int)Rune.GetNumericValue(rune));
            else digits.Append(rune.Value is 0x2212 or 0xFF0D or 0x2013 ? "-" : rune.ToString());
        }
        return digits.ToString();
    }
}
