using Row = OutreachBot.Bot.Tests.Samples.Row;

namespace OutreachBot.Bot.Tests;

public sealed class SampleSchoolsTests
{
    [Fact]
    public void Schools_are_many_listed_once_and_of_every_size()
    {
        Assert.InRange(Samples.Schools.Count, 64, 80);
        Assert.Equal(Samples.Schools.Count, Samples.Schools.Select(school => school["URN"]).Distinct().Count());
        Assert.Equal(Samples.Schools.Count, Samples.Schools.Select(school => school["Postcode"]).Distinct().Count());
        // The leadership programme's rule turns at 120 pupils.
        Assert.Contains(Samples.Schools, school => school.Number("NumberOfPupils") == 120);
        Assert.Contains(Samples.Schools, school => school.Number("NumberOfPupils") == 121);
        Assert.InRange(Samples.Schools.Count(school => school.Number("NumberOfPupils") <= 120), 10, 30);
    }

    [Fact]
    public void No_postcode_is_in_an_area_that_exists() =>
        Assert.All(Samples.Schools, school => Assert.Matches(@"^WX\d\d? \d[A-Z]{2}$", school["Postcode"]));

    [Fact]
    public void Schools_of_a_district_are_one_to_fifteen_kilometres_apart() =>
        Assert.All(
            from one in Samples.Schools
            from other in Samples.Schools
            where one != other && District(one) == District(other)
            select Metres(one, other),
            metres => Assert.InRange(metres, 1000, 15000));

    [Fact]
    public void Every_school_is_in_a_district_with_a_manager()
    {
        var managers = Samples.PeopleWith("district-manager").Select(person => person.Key).ToHashSet();

        Assert.Equal(3, Samples.Districts.Count);
        Assert.Equal(
            managers, Samples.Districts.Select(row => (row["managerAadObjectId"], row["managerTenantId"])).ToHashSet());
        Assert.Equal(
            Samples.Districts.Select(row => row["name"]).ToHashSet(), Samples.Schools.Select(District).ToHashSet());
    }

    static string District(Row school) => school["DistrictAdministrative (name)"];

    static double Metres(Row one, Row other) => double.Hypot(
        one.Number("Easting") - other.Number("Easting"), one.Number("Northing") - other.Number("Northing"));
}
