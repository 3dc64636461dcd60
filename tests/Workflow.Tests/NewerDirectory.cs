using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Workflow.Tests;

/// <summary>The authority of the scenarios as a newer directory may have it, and what requests make of it.</summary>
static class NewerDirectory
{
    static readonly Actor Bot = new(new(new("outreachbot", "directory"), "The directory"), new HashSet<Role>(), null);

    /// <summary>Leads the school that asks, once its headteacher has left.</summary>
    public static Member Successor { get; } =
        new(new(new("t", "successor"), "Nova Newhead"), "", [Role.Headteacher], Some.School.Urn);

    public static Outcome Follow(Scenario given, Authority authority) =>
        given.With(given.Facts with { Authority = authority }).When(Bot, new Command.FollowDirectory());

    public static Facts FactsOf(Authority authority) => Some.Facts with { Authority = authority };

    public static Actor Acting(Member member) => new(member.Person, member.Roles, member.SchoolUrn, member.MoreSchools);

    public static Authority Without(Member gone, params Member[] come) => Without([gone], come);

    public static Authority Without(IReadOnlyCollection<Member> gone, params Member[] come) =>
        Some.AuthorityOf([.. Some.Members.Except(gone), .. come]);

    public static Authority Renumbered(School academy) => Some.AuthorityOf(
        [.. Some.Members.Select(
            member => member.SchoolUrn == Some.School.Urn ? member with { SchoolUrn = academy.Urn } : member)],
        [Some.ProvidingSchoolEntry, new(academy, "North", SuccessorOf: [Some.School.Urn])],
        inspectors: null);
}
