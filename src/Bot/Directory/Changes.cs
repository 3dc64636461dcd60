using System.Text.Json;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Directory;

/// <summary>
/// What a newer directory has that the one in use has not, and the other way round. It names people: it is for an
/// operator's eyes.
/// </summary>
/// <param name="Kinds">For each kind of row what was added, changed and is gone.</param>
/// <param name="Left">Whom it leaves without a headteacher, an inspector, a leading teacher's school; and whether it
/// has no terms.</param>
public sealed record Changes(
    IReadOnlyList<(string Kind, IReadOnlyList<string> Added, IReadOnlyList<string> Changed,
        IReadOnlyList<string> Gone)> Kinds, IReadOnlyList<string> Left)
{
    public bool Any => Kinds.Any(kind => kind.Added.Count + kind.Changed.Count + kind.Gone.Count > 0);

    public static Changes Between(AuthorityData? before, AuthorityData after)
    {
        before ??= AuthorityData.Empty;
        var names = before.People.Concat(after.People)
            .GroupBy(member => member.Person.Id).ToDictionary(group => group.Key, group => group.Last().Person.Name);
        return new(
            [
                Kind("people", before.People, after.People, member => member.Person.Id.Key,
                    member => member.Person.Name),
                Kind("schools", before.Schools, after.Schools, entry => entry.School.Urn, entry => entry.School.Name),
                Kind("leading teachers", before.LeadingTeachers, after.LeadingTeachers, one => one.Id.Key,
                    one => names.GetValueOrDefault(one.Id, "somebody")),
                Kind("inspectors", before.Inspectors, after.Inspectors, one => one.Id.Key,
                    one => names.GetValueOrDefault(one.Id, "somebody")),
                Kind("districts", before.Districts, after.Districts, one => one.Name, one => one.Name),
                Kind("terms and days off", before.Terms, after.Terms, Told, Told),
            ],
            [.. Empty(after)]);
    }

    static string Told(TermEntry term) =>
        $"{term.Kind} of {term.SchoolUrn ?? "all schools"}, {term.From:yyyy-MM-dd} to {term.To:yyyy-MM-dd}";

    static (string, IReadOnlyList<string>, IReadOnlyList<string>, IReadOnlyList<string>) Kind<T>(
        string kind, IEnumerable<T> before, IEnumerable<T> after, Func<T, string> key, Func<T, string> name)
    {
        var (old, now) = (before.DistinctBy(key).ToDictionary(key), after.DistinctBy(key).ToDictionary(key));
        return (
            kind,
            [.. now.Where(one => !old.ContainsKey(one.Key)).Select(one => name(one.Value))],
            [.. now.Where(one => old.TryGetValue(one.Key, out var was) && Written(was) != Written(one.Value))
                .Select(one => name(one.Value))],
            [.. old.Where(one => !now.ContainsKey(one.Key)).Select(one => name(one.Value))]);
    }

    // As it is stored, for lists are not equal to lists with the same in them; roles have no order.
    static string Written<T>(T value) => value is Member member
        ? $"{JsonSerializer.Serialize(member with { Roles = [] }, StoredJson.Format)} "
            + $"{string.Join(' ', member.Roles.Order())}"
        : JsonSerializer.Serialize(value, StoredJson.Format);

    static IEnumerable<string> Empty(AuthorityData data)
    {
        var authority = data.ToAuthority();
        foreach (var entry in data.Schools.Where(entry => !entry.IsClosed))
            if (authority.HeadteacherOf(entry.School) is null) yield return $"{entry.School.Name} has no headteacher.";
        foreach (var area in data.LeadingTeachers.SelectMany(one => one.CurriculumAreas).Distinct().Order())
            if (!authority.InspectorsFor(area).Any()) yield return $"Nobody inspects {area}.";
        foreach (var one in data.LeadingTeachers)
            if (authority.Find(one.Id) is { Schools: var schools } member && !schools.Any())
                yield return $"{member.Person.Name} is a leading teacher without a school.";
        if (data.Terms.All(term => term.Kind is not TermKind.Term))
            yield return "No terms are known, so every weekday but a bank holiday is a school day.";
    }
}
