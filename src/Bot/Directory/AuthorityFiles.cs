using System.Globalization;
using System.Text.Json;
using CsvHelper;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow;

namespace OutreachBot.Bot.Directory;

/// <summary>
/// An authority's directory as CSV files, the way an authority can make them: people, schools with the column names of
/// the national register, leading teachers, inspectors, districts. samples/README.md describes each.
/// </summary>
public static class AuthorityFiles
{
    /// <exception cref="InvalidDataException">A file or a column is missing, or a value is not what it should be; says which.</exception>
    public static AuthorityData Read(string folder) => new(
        Rows(folder, "people.csv", row => new Member(
            new Person(Id(row), row["name"]),
            row["email"],
            [.. row.Values("role").Select(role => Role(role, row))],
            row["schoolUrn"] is { Length: > 0 } urn ? urn : null)),
        Rows(folder, "schools.csv", row => new SchoolEntry(
            new School(row["URN"], row["EstablishmentName"]),
            row["DistrictAdministrative (name)"],
            row.Number("Easting"),
            row.Number("Northing"))),
        Rows(folder, "leading-teachers.csv", row => new LeadingTeacher(
            Id(row), row.Values("curriculumAreas"), row.Values("supportKinds"), row["expertise"], row.Number("fieldDays") ?? 0)),
        Rows(folder, "inspectors.csv", row => new Inspectorate(Id(row), row.Values("curriculumAreas"))),
        Rows(folder, "districts.csv", row => new District(row["name"], new(row["managerTenantId"], row["managerAadObjectId"]))));

    static PersonId Id(Row row) => new(row["tenantId"], row["aadObjectId"]);

    static readonly Dictionary<string, Role> Roles =
        Enum.GetValues<Role>().ToDictionary(role => JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString()));

    static Role Role(string name, Row row) => Roles.TryGetValue(name, out var role) ? role : throw row.Wrong("role");

    static List<T> Rows<T>(string folder, string file, Func<Row, T> read)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path)) throw new InvalidDataException($"The directory lacks {file}.");

        using var csv = CsvReader.FromFile(path);
        var rows = new List<T>();
        while (csv.Read())
            rows.Add(read(new Row(file, rows.Count + 2, csv.Headers.Select((column, at) => (column, csv.GetString(at))).ToDictionary())));
        return rows;
    }

    sealed class Row(string file, int line, Dictionary<string, string> fields)
    {
        public string this[string column] => fields.TryGetValue(column, out var value)
            ? value
            : throw new InvalidDataException($"{file} has no column {column}.");

        public IReadOnlyList<string> Values(string column) =>
            this[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        public int? Number(string column) => this[column] switch
        {
            "" => null,
            var text when int.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
            _ => throw Wrong(column),
        };

        // The value itself may be somebody's name, so the message has only its place.
        public InvalidDataException Wrong(string column) => new($"{file}, line {line}: {column} is not what it should be.");
    }
}
