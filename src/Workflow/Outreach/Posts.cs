using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Workflow.Outreach;

/// <summary>
/// Who holds a post of a request, the first to be asked first. Nobody decides for both sides: the scheme says who does
/// instead.
/// </summary>
static class Posts
{
    /// <summary>
    /// Those who may release a leading teacher: whoever leads their school, but never the leading teacher themselves.
    /// </summary>
    public static IEnumerable<(Person Person, Role? As)> Releasing(School school, PersonId leadingTeacher, Facts facts)
    {
        var heads = facts.Authority.HeadteachersOf(school).ToList();
        var others = heads.Where(head => head.Id != leadingTeacher).Select(head => (head, (Role?)null)).ToList();
        return others.Count > 0 || heads.Count == 0
            ? others
            : Instead(facts.Scheme.ReleasedInsteadBy, school, [leadingTeacher], facts.Authority);
    }

    /// <summary>
    /// Those who may broker a request: inspectors of its area, but never for a school of their own or a request of
    /// their own.
    /// </summary>
    public static IEnumerable<(Person Person, Role? As)> Brokering(
        string area, School school, PersonId requester, Facts facts)
    {
        var inspectors = facts.Authority.InspectorsFor(area).ToList();
        var others = inspectors.Where(IsOutside).Select(one => (one, (Role?)null)).ToList();
        return others.Count > 0 || inspectors.Count == 0
            ? others
            : Instead(
                facts.Scheme.BrokeredInsteadBy, school, [.. inspectors.Select(one => one.Id), requester],
                facts.Authority);

        bool IsOutside(Person one) => one.Id != requester && facts.Authority.ActorFor(one.Id)?.IsAt(school) is not true;
    }

    static IEnumerable<(Person, Role?)> Instead(
        Role role, School school, IReadOnlyCollection<PersonId> not, Authority authority) =>
        (role is Role.DistrictManager ? new[] { authority.ManagerOf(school) }.OfType<Person>() : authority.With(role))
            .Where(person => !not.Contains(person.Id))
            .Select(person => (person, (Role?)role));
}
