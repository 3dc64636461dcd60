using OutreachBot.Cards.Elements;
using OutreachBot.Cards.Outreach;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Tests;

/// <summary>
/// Cards in an authority of many people: long names, two hundred leading teachers, sixty teachers of a school, thirty
/// requests.
/// </summary>
static class Crowds
{
    public const int LeadingTeachers = 200;
    public const int Teachers = 60;
    public const int Requests = 30;

    static readonly List<Member> Many =
    [
        .. Some.Members,
        .. Enumerable.Range(100, LeadingTeachers)
            .Select(number => Member(number, Some.DistantSchool, Role.Teacher, Role.LeadingTeacher)),
        .. Enumerable.Range(500, Teachers).Select(number => Member(number, Some.School, Role.Teacher)),
    ];

    /// <summary>The facts of such an authority.</summary>
    public static Facts Facts { get; } = Some.Facts with
    {
        Authority = Some.AuthorityOf(
            Many,
            Many.Where(member => member.Roles.Contains(Role.LeadingTeacher)
                && Some.Members.All(known => known.Person.Id != member.Person.Id))
                .Select(
                    member => new LeadingTeacher(member.Person.Id, ["mathematics"], ["modelling"], "Fractions", 9))),
    };

    public static IEnumerable<Shown> Everything
    {
        get
        {
            foreach (var (name, given) in Given.Everything)
                foreach (var viewer in Some.Everybody)
                    if (new RequestView(given.Request, viewer, Facts with { Today = given.Facts.Today })
                        is { Parts.Count: > 0 } view)
                        yield return new($"In a crowd: {name}, {viewer.Person.Name}", CardFor.Request(view)!, view);
            foreach (var step in Enumerable.Range(0, 4))
            {
                var view = new RequestView(Given.ADraftAtItsReview.Request, Some.Headteacher, Facts);
                yield return new($"In a crowd: form 1, step {step}", FormCard.For(view, FormKeys.Form1, step), view);
            }
            var views = Enumerable.Range(0, Requests).Select(number => new RequestView(
                Given.ARelease.Request with { School = new(Some.School.Urn, LongName(number)) },
                Some.ProvidingHeadteacher, Some.Facts)).ToList();
            yield return new("Thirty tasks", ListCard.Tasks(views, Menus.OfAHeadteacher, undelivered: 3));
            yield return new("Thirty requests", ListCard.Status(views, Menus.OfAHeadteacher));
        }
    }

    /// <summary>A name as long as real ones get, in letters of three bytes.</summary>
    public static string LongName(int number) => $"ẈẉẀẁẂẃ ẄẅẆẇẈẉ-ẊẋẌẍẎẏ ẐẑẒẓẔẕ {number}";

    static Member Member(int number, School school, params Role[] roles) =>
        new(new(new("5c0015c0-0000-4000-8000-000000000001", $"00000000-0000-4000-8000-{number:D12}"), LongName(number)),
            "", [.. roles], school.Urn);
}
