using System.Globalization;

namespace Azure.Data.Tables.Wire;

/// <summary>https://learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities</summary>
static class QueryFilter
{
    public static string From(FormattableString filter) => string.Format(
        CultureInfo.InvariantCulture, filter.Format, [.. filter.GetArguments().Select(Literal)]);

    static string Literal(object? value) => value switch
    {
        string text => Quote(text),
        char letter => Quote(letter.ToString()),
        bool claim => claim ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => string.Create(CultureInfo.InvariantCulture, $"{number}L"),
        double number => Real(number.ToString("R", CultureInfo.InvariantCulture)),
        Guid id => $"guid'{id}'",
        DateTimeOffset time => $"datetime'{time.UtcDateTime:O}'",
        DateTime { Kind: DateTimeKind.Utc } time => $"datetime'{time:O}'",
        DateTime time => throw new NotSupportedException($"A table holds UTC only; this time is {time.Kind}."),
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData data => $"X'{Convert.ToHexString(data.ToMemory().Span)}'",
        _ => throw new ArgumentException($"A filter cannot compare with {value?.GetType().ToString() ?? "null"}.")
    };

    // A whole number without a point would be read as an integer.
    static string Real(string number) => number.All(c => char.IsAsciiDigit(c) || c == '-') ? number + ".0" : number;

    static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
