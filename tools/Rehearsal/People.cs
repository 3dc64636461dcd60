using CsvHelper;

namespace OutreachBot.Rehearsal;

/// <summary>Somebody of the sample authority. The ids are opaque: they need not be GUIDs.</summary>
sealed record Person(string Id, string TenantId, string Name, string Email, string[] Roles, string School)
{
    public string TeamsId => $"29:{Id}";

    public string ConversationId => $"a:{Id}";
}

/// <summary>The people that the page can be, read once from the sample files.</summary>
sealed class People
{
    readonly Dictionary<string, Person> byId;

    People(IEnumerable<Person> people) =>
        byId = people.ToDictionary(person => person.Id, StringComparer.OrdinalIgnoreCase);

    public IEnumerable<Person> All => byId.Values;

    /// <summary>Finds by object id, by Teams id (29:…) or by conversation id (a:…); null when nobody has it.</summary>
    public Person? Find(string? id) =>
        id is null ? null
        : byId.TryGetValue(id, out var person) ? person
        : id.Split(':', 2) is ["29" or "a", var own] ? byId.GetValueOrDefault(own)
        : null;

    public static People Read(RehearsalOptions options)
    {
        var schools = Rows(
            options.SchoolsFile, row => KeyValuePair.Create(row.GetString("URN"), row.GetString("EstablishmentName")))
            .ToDictionary();
        return new People(Rows(options.PeopleFile, row => new Person(
            row.GetString("aadObjectId"), row.GetString("tenantId"), row.GetString("name"), row.GetString("email"),
            row.GetString("role").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            schools.GetValueOrDefault(row.GetString("schoolUrn"), ""))));
    }

    static List<T> Rows<T>(string file, Func<CsvReader, T> read)
    {
        using var csv = CsvReader.FromFile(file, new CsvReaderOptions { Separator = ',' });
        var rows = new List<T>();
        while (csv.Read()) rows.Add(read(csv));
        return rows;
    }
}
