using System.Globalization;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Directory;

/// <summary>
/// One row of a file of the directory. What is wrong with a value becomes a finding, and the value counts as absent.
/// </summary>
sealed class DirectoryRow(string file, int line, IReadOnlyDictionary<string, string> fields, List<Finding> findings)
{
    static readonly string[] Days = ["yyyy-MM-dd", "dd-MM-yyyy", "dd/MM/yyyy", "d/M/yyyy"];

    readonly Dictionary<string, string> fields = new(fields, StringComparer.OrdinalIgnoreCase);

    public string File => file;

    public int Line => line;

    public string Text(string column) => fields.GetValueOrDefault(column, "");

    /// <summary>The parts of a value, between semicolons or upright strokes.</summary>
    public IReadOnlyList<string> Values(string column) =>
        [.. Text(column).Split([';', '|']).Select(value => value.Trim(DirectoryFile.Blanks))
            .Where(value => value.Length > 0)];

    public string Required(string column)
    {
        if (Text(column).Length == 0) Wrong(column, "The value is missing.", "Please fill it in.");
        return Text(column);
    }

    /// <summary>A number as spreadsheets write whole numbers, 9 or 9.0.</summary>
    public int? Number(string column, int least, int most)
    {
        var text = Text(column);
        if (text.Length == 0) return null;

        if (!decimal.TryParse(
            text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
            out var number)
            || number != decimal.Truncate(number))
        {
            Wrong(column, "This is no whole number.", "Please write digits only, without commas.");
            return null;
        }
        if (number < least || number > most)
        {
            Wrong(column, string.Create(CultureInfo.InvariantCulture, $"The number is not between {least} and {most}."),
                "Please correct it.");
            return null;
        }
        return (int)number;
    }

    /// <summary>A day as the register writes it, 31-08-2026, or as computers do, 2026-08-31.</summary>
    public DateOnly? Day(string column)
    {
        if (Text(column).Length == 0) return null;
        if (DateOnly.TryParseExact(Text(column), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;

        Wrong(column, "This is no date.", "Please write it as 31-08-2026.");
        return null;
    }

    /// <summary>An id in one form, however it is written: small letters, no braces. Null: it is none.</summary>
    public PersonId? Id(string objectColumn, string tenantColumn, bool isPlayground = false)
    {
        var (id, tenant) = (One(objectColumn), One(tenantColumn));
        return id is null || tenant is null ? null : new PersonId(tenant, id);

        string? One(string column)
        {
            var text = Text(column);
            if (Guid.TryParse(text, out var guid)) return guid.ToString("D");
            if (isPlayground && text.Length > 0 && !text.Contains('.', StringComparison.Ordinal)) return text;

            Wrong(column, text.Length == 0 ? "The id is missing." : "This is no id of Microsoft Entra ID.",
                "Please copy it from Microsoft Entra ID; it has 36 letters, digits and hyphens.");
            return null;
        }
    }

    public void Wrong(string? column, string what, string toDo) => findings.Add(new(file, line, column, what, toDo));
}
