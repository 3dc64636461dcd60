using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Bot.Directory;

/// <summary>
/// An authority's directory as CSV files, the way an authority can make them: people, schools with the column names of
/// the national register, leading teachers, inspectors, districts. samples/README.md describes each. Everything that is
/// wrong in any of them is found in one pass.
/// </summary>
public sealed class AuthorityFiles
{
    const int Grid = 1_300_000;
    const int DaysOfAYear = 190;

    readonly List<Finding> findings = [];
    readonly IReadOnlyCollection<Scheme> schemes;

    AuthorityFiles(IReadOnlyCollection<Scheme> schemes) => this.schemes = schemes;

    /// <param name="files">What each file holds, by its name.</param>
    /// <param name="schemes">The schemes in use, which say what curriculum areas and kinds of support there
    /// are.</param>
    /// <returns>The directory, to be used if nothing was found; and everything that cannot stand, in the order of the
    /// files.</returns>
    public static (AuthorityData Data, IReadOnlyList<Finding> Findings) Read(
        IReadOnlyDictionary<string, byte[]> files, IReadOnlyCollection<Scheme> schemes)
    {
        var reading = new AuthorityFiles(schemes);
        var data = reading.Read(files);
        var inOrder = reading.findings.OrderBy(finding => Array.IndexOf(FolderFiles.Names, finding.File))
            .ThenBy(finding => finding.Line);
        return (data, [.. inOrder]);
    }

    AuthorityData Read(IReadOnlyDictionary<string, byte[]> files)
    {
        var people =
            Rows(files, "people.csv", ["aadObjectId", "tenantId", "name", "email", "role", "schoolUrn"], "playground");
        var schools = Rows(
            files, "schools.csv", ["URN", "EstablishmentName", "DistrictAdministrative (name)", "Easting", "Northing"],
            "EstablishmentStatus (name)", "CloseDate", "successorOf");
        var leading = Rows(
            files, "leading-teachers.csv",
            ["aadObjectId", "tenantId", "curriculumAreas", "supportKinds", "expertise", "fieldDays"]);
        var inspectors = Rows(files, "inspectors.csv", ["aadObjectId", "tenantId", "curriculumAreas"]);
        var districts = Rows(files, "districts.csv", ["name", "managerAadObjectId", "managerTenantId"]);
        var links = files.ContainsKey("links.csv") ? Rows(files, "links.csv", ["URN", "LinkURN", "LinkType"]) : [];

        var terms = files.ContainsKey("terms.csv")
            ? Rows(files, "terms.csv", ["schoolUrn", "from", "to", "kind"])
            : [];

        var readPeople = Once(people, ReadMember, "this person", one => one.Person.Id);
        var byId = readPeople.ToDictionary(one => one.Value.Person.Id, one => one.Value);
        var successors =
            links.Select(ReadLink).OfType<(string Of, string Urn)>().ToLookup(link => link.Urn, link => link.Of);
        var readSchools = Once(schools, row => ReadSchool(row, successors), "this school", one => one.School.Urn);
        var readDistricts = Once(districts, row => ReadDistrict(row, byId), "this district", one => one.Name);
        var readLeading = Once(leading, row => ReadLeadingTeacher(row, byId), "this leading teacher", one => one.Id);
        var readInspectors = Once(inspectors, row => ReadInspector(row, byId), "this inspector", one => one.Id);

        var urns = readSchools.Select(one => one.Value.School.Urn).ToHashSet();
        var names = readDistricts.Select(one => one.Value.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (row, one) in readPeople)
            if (urns.Count > 0 && one.Schools.Any(urn => !urns.Contains(urn)))
                row.Wrong(
                    "schoolUrn", "There is no such school in schools.csv.",
                    "Please correct the number, or add the school.");
        foreach (var (row, one) in readSchools)
            if (names.Count > 0 && one.District.Length > 0 && !names.Contains(one.District))
                row.Wrong(
                    "DistrictAdministrative (name)", "There is no such district in districts.csv.",
                    "Please correct the name, or add the district.");
        var readTerms = Once(terms, row => TermRows.Read(row, urns), "the same days", one => one);
        return new(
            Values(readPeople), Values(readSchools), Values(readLeading), Values(readInspectors),
            Values(readDistricts), Values(readTerms));
    }

    IReadOnlyList<DirectoryRow> Rows(
        IReadOnlyDictionary<string, byte[]> files, string file, string[] required, params string[] more) =>
        DirectoryFile.Read(file, files.GetValueOrDefault(file), required, [.. required, .. more], findings);

    static Member? ReadMember(DirectoryRow row)
    {
        var id = row.Id(
            "aadObjectId", "tenantId",
            isPlayground: row.Text("playground").Equals("yes", StringComparison.OrdinalIgnoreCase));
        var (name, roles, schools) = (row.Required("name"), new HashSet<Role>(), row.Values("schoolUrn"));
        foreach (var written in row.Values("role"))
        {
            if (RoleNames.Find(written) is { } role) roles.Add(role);
            else row.Wrong("role", "There is no such role.", $"Did you mean {RoleNames.Nearest(written)}?");
        }
        if (row.Text("role").Length == 0) row.Required("role");
        if (schools.Count == 0 && (roles.Contains(Role.Headteacher) || roles.Contains(Role.DeputyHeadteacher)))
            row.Wrong(
                "schoolUrn", "A headteacher without a school can sign nothing.", "Please fill in the school's number.");
        return id is { } known
            ? new(
                new(known, name), row.Text("email"), [.. roles], schools.Count > 0 ? schools[0] : null,
                schools.Count > 1 ? [.. schools.Skip(1)] : null)
            : null;
    }

    static SchoolEntry? ReadSchool(DirectoryRow row, ILookup<string, string> links)
    {
        var (urn, name) = (row.Required("URN"), row.Required("EstablishmentName"));
        if (urn.EndsWith(".0", StringComparison.Ordinal)) urn = urn[..^2];
        if (urn.Length > 0 && !urn.All(char.IsAsciiDigit))
            row.Wrong("URN", "A school's number has digits only.", "Please copy it from the register.");

        // "Open, but proposed to close" is open; "Proposed to open" is not yet.
        var status = row.Text("EstablishmentStatus (name)");
        var isOpen = status.Length == 0 || status.StartsWith("Open", StringComparison.OrdinalIgnoreCase);
        List<string> before = [.. row.Values("successorOf").Concat(links[urn]).Distinct()];
        return urn.Length == 0
            ? null
            : new(
                new(urn, name), row.Text("DistrictAdministrative (name)"), row.Number("Easting", 0, Grid),
                row.Number("Northing", 0, Grid),
                IsClosed: !isOpen, row.Day("CloseDate"), before.Count > 0 ? [.. before] : null);
    }

    // The register has each link twice, from either school.
    static (string Of, string Urn)? ReadLink(DirectoryRow row) =>
        (row.Text("LinkType"), row.Text("URN"), row.Text("LinkURN")) switch
        {
            (var type, var urn, var linked) when type.StartsWith("Successor", StringComparison.OrdinalIgnoreCase) =>
                (urn, linked),
            (var type, var urn, var linked) when type.StartsWith("Predecessor", StringComparison.OrdinalIgnoreCase) =>
                (linked, urn),
            _ => null,
        };

    static District? ReadDistrict(DirectoryRow row, Dictionary<PersonId, Member> people)
    {
        var (name, manager) = (row.Required("name"),
            Holder(row, "managerAadObjectId", "managerTenantId", Role.DistrictManager, people));
        return name.Length > 0 && manager is { } known ? new(name, known) : null;
    }

    LeadingTeacher? ReadLeadingTeacher(DirectoryRow row, Dictionary<PersonId, Member> people)
    {
        var id = Holder(row, "aadObjectId", "tenantId", Role.LeadingTeacher, people);
        var areas = Of(row, "curriculumAreas", scheme => scheme.CurriculumAreas);
        var kinds = Of(row, "supportKinds", scheme => scheme.SupportKinds);
        var days = row.Number("fieldDays", 0, DaysOfAYear);
        return id is { } known ? new(known, areas, kinds, row.Text("expertise"), days) : null;
    }

    Inspectorate? ReadInspector(DirectoryRow row, Dictionary<PersonId, Member> people)
    {
        var id = Holder(row, "aadObjectId", "tenantId", Role.Inspector, people);
        var areas = Of(row, "curriculumAreas", scheme => scheme.CurriculumAreas);
        return id is { } known ? new(known, areas) : null;
    }

    // Somebody of people.csv who has the role there. Whoever was refused there is not reported again.
    static PersonId? Holder(
        DirectoryRow row, string objectColumn, string tenantColumn, Role role, Dictionary<PersonId, Member> people)
    {
        var asWritten = PersonId.Parse($"{row.Text(tenantColumn)}.{row.Text(objectColumn)}");
        var isKnown = asWritten is { } playground && people.ContainsKey(playground);
        if ((isKnown ? asWritten : row.Id(objectColumn, tenantColumn)) is not { } id) return null;

        // Where the file of people cannot be read at all, that is said of it alone.
        if (people.Count == 0) return id;
        if (!people.TryGetValue(id, out var member))
            row.Wrong(
                objectColumn, "There is no such person in people.csv.",
                "Please correct the ids, or add the person there.");
        else if (!member.Roles.Contains(role))
            row.Wrong(
                objectColumn, "people.csv does not name this role for the person.",
                $"Please add {RoleNames.Of(role)} to their roles there.");
        return id;
    }

    IReadOnlyList<string> Of(DirectoryRow row, string column, Func<Scheme, IReadOnlyList<Option>> list)
    {
        var known = schemes.SelectMany(list).Select(option => option.Id).ToHashSet();
        var values = row.Values(column).Select(value => value.ToLowerInvariant()).Distinct().ToList();
        foreach (var value in values.Where(value => !known.Contains(value)))
            row.Wrong(column, "No scheme knows one of these.", $"Did you mean {Nearness.Nearest(value, known)}?");
        return values;
    }

    // Two rows that mean the same are one mistake, which names both.
    static List<(DirectoryRow Row, T Value)> Once<T, TKey>(
        IReadOnlyList<DirectoryRow> rows, Func<DirectoryRow, T?> read, string what, Func<T, TKey> key)
        where T : class where TKey : notnull
    {
        var found = new Dictionary<TKey, (DirectoryRow Row, T Value)>();
        foreach (var row in rows)
        {
            if (read(row) is not { } value) continue;
            if (!found.TryAdd(key(value), (row, value)))
                row.Wrong(
                    null, $"Line {found[key(value)].Row.Line} has {what} as well.", "Please make one row of the two.");
        }
        return [.. found.Values];
    }

    static List<T> Values<T>(IEnumerable<(DirectoryRow Row, T Value)> found) => [.. found.Select(one => one.Value)];
}
