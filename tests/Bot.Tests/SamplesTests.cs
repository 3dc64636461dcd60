using System.Text.RegularExpressions;
using Row = OutreachBot.Bot.Tests.Samples.Row;

namespace OutreachBot.Bot.Tests;

public sealed partial class SamplesTests
{
    static readonly string[] Roles =
    [
        "headteacher", "teacher", "leading-teacher", "inspector", "district-manager", "coordinator", "safeguarding",
        "principal-adviser", "finance",
    ];

    [Fact]
    public void Every_person_is_listed_once_with_known_roles()
    {
        Assert.Equal(Samples.People.Count, Samples.People.Select(person => person["aadObjectId"]).Distinct().Count());
        Assert.All(Samples.People.SelectMany(person => person.Values("role")), role => Assert.Contains(role, Roles));
        Assert.All(Roles, role => Assert.NotEmpty(Samples.PeopleWith(role)));
    }

    [Fact]
    public void Ids_are_guids_but_for_the_person_of_the_playground()
    {
        var odd = Assert.Single(Samples.People, person => !Guid.TryParse(person["aadObjectId"], out _));

        Assert.Equal("Alex Wilber", odd["name"]);
        Assert.Equal(("00000000-0000-0000-0000-0000000000020", "00000000-0000-0000-0000-0000000000001"), odd.Key);
        Assert.All(Samples.People.Where(person => person != odd), person => Guid.Parse(person["tenantId"]));
    }

    [Fact]
    public void No_address_leads_out_of_the_samples()
    {
        Assert.All(Samples.People, person => Assert.Matches(ExampleAddress, person["email"]));
        Assert.Equal(Samples.People.Count, Samples.People.Select(person => person["email"]).Distinct().Count());
    }

    [Fact]
    public void Every_person_belongs_to_a_school_or_to_the_authority()
    {
        var schools = Samples.Schools.Select(school => school["URN"]).ToHashSet();

        Assert.All(Samples.People.Where(AtSchool), person => Assert.Contains(person["schoolUrn"], schools));
        Assert.All(Samples.People.Where(person => !AtSchool(person)), person => Assert.Empty(person["schoolUrn"]));
    }

    [Fact]
    public void Every_school_has_the_headteacher_whom_the_register_names_and_three_teachers() =>
        Assert.All(Samples.Schools, school =>
        {
            var head = Assert.Single(Samples.PeopleWith("headteacher").At(school));
            Assert.Equal($"{school["HeadFirstName"]} {school["HeadLastName"]}", head["name"]);
            Assert.InRange(Samples.PeopleWith("teacher").At(school).Count(), 3, 5);
        });

    [Fact, Trait("Rule", "H-04")]
    public void Every_curriculum_area_has_an_inspector() => Assert.Empty(
        Some.Scheme.CurriculumAreas.Select(area => area.Id)
            .Except(Samples.Inspectors.SelectMany(row => row["curriculumAreas"].Split(';'))));

    [Fact]
    public void A_third_of_the_schools_are_in_another_tenant_than_the_authority()
    {
        var authority = Assert.Single(Samples.PeopleWith("inspector").Select(person => person["tenantId"]).Distinct());
        var elsewhere = Samples.Schools.Count(school =>
            Samples.PeopleWith("teacher").At(school).All(person => person["tenantId"] != authority));

        Assert.InRange(elsewhere / (double)Samples.Schools.Count, 0.3, 0.4);
    }

    static bool AtSchool(Row person) => person.Has("role", "headteacher") || person.Has("role", "teacher");

    [GeneratedRegex(@"^[a-z-]+\.[a-z-]+@([a-z-]+\.)+example$")]
    static partial Regex ExampleAddress { get; }
}
