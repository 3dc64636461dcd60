using System.Globalization;
using CsvHelper;

namespace OutreachBot.Bot.Tests;

/// <summary>The files of <c>samples/</c> as rows of text, with the questions that the tests ask of them.</summary>
static class Samples
{
    public static IReadOnlyList<Row> People { get; } = Read("people.csv");
    public static IReadOnlyList<Row> Schools { get; } = Read("schools.csv");
    public static IReadOnlyList<Row> LeadingTeachers { get; } = Read("leading-teachers.csv");
    public static IReadOnlyList<Row> Inspectors { get; } = Read("inspectors.csv");
    public static IReadOnlyList<Row> Districts { get; } = Read("districts.csv");

    public static IEnumerable<Row> PeopleWith(string role) => People.Where(person => person.Has("role", role));

    public static IEnumerable<Row> At(this IEnumerable<Row> people, Row school) =>
        people.Where(person => person["schoolUrn"] == school["URN"]);

    static List<Row> Read(string file)
    {
        using var csv = CsvReader.FromFile(Path.Combine(Repository.Root, "samples", file));
        var rows = new List<Row>();
        while (csv.Read())
            rows.Add(new Row(csv.Headers.Select((column, at) => (column, csv.GetString(at))).ToDictionary()));
        return rows;
    }

    internal sealed class Row(Dictionary<string, string> fields)
    {
        public string this[string column] => fields[column];

        public (string Id, string Tenant) Key => (this["aadObjectId"], this["tenantId"]);

        public string[] Values(string column) => this[column].Split(';');

        public bool Has(string column, string value) => Values(column).Contains(value);

        public int Number(string column) => int.Parse(this[column], CultureInfo.InvariantCulture);
    }
}
