using static OutreachBot.Bot.Tests.WrittenFiles;

namespace OutreachBot.Bot.Tests;

// What cannot stand in the files of a directory.
public sealed class FindingsTests
{
    readonly WrittenFiles files = new();

    [Theory]
    [InlineData("000-not-a-guid")]
    [InlineData("")]
    public void An_id_that_is_none_is_refused(string written)
    {
        files.Replace("people.csv", Ann, written);

        Assert.Equal(["people.csv, line 2, aadObjectId"], files.Places());
    }

    [Theory]
    [InlineData("headteecher", "headteacher")]
    [InlineData("inspectr", "inspector")]
    [InlineData("3", "ast")]
    public void An_unknown_role_is_refused_with_the_nearest_and_nobody_is_named(string written, string nearest)
    {
        files.Replace("people.csv", "headteacher;teacher", written);

        Assert.Equal([$"people.csv, line 2, role: There is no such role. Did you mean {nearest}?"], files.Findings());
    }

    [Theory]
    [InlineData("people.csv", 2, "people.csv, line 5")]
    [InlineData("schools.csv", 2, "schools.csv, line 4")]
    [InlineData("leading-teachers.csv", 2, "leading-teachers.csv, line 3")]
    [InlineData("inspectors.csv", 2, "inspectors.csv, line 3")]
    [InlineData("districts.csv", 2, "districts.csv, line 3")]
    public void What_is_there_twice_is_refused_with_both_lines(string file, int line, string place)
    {
        files.Write(
            file,
            [.. files.Text(file).Split('\n'),
                files.Text(file).Split('\n')[line - 1]
                    .ToUpperInvariant().Replace("NORTH", "North", StringComparison.Ordinal)]);

        Assert.StartsWith($"{place}: Line {line} has", Assert.Single(files.Findings()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("people.csv", "900101", "900199", "people.csv, line 2, schoolUrn")]
    [InlineData(
        "schools.csv", "900102,Birchwater,North", "900102,Birchwater,Nowhere",
        "schools.csv, line 3, DistrictAdministrative (name)")]
    [InlineData(
        "leading-teachers.csv", Cat, "33333333-aaaa-4000-8000-000000000001",
        "leading-teachers.csv, line 2, aadObjectId")]
    [InlineData("leading-teachers.csv", Cat, Ann, "leading-teachers.csv, line 2, aadObjectId")]
    [InlineData("leading-teachers.csv", "english;art", "english;arts", "leading-teachers.csv, line 2, curriculumAreas")]
    [InlineData("leading-teachers.csv", "coaching", "couching", "leading-teachers.csv, line 2, supportKinds")]
    [InlineData("leading-teachers.csv", ",9", ",-1", "leading-teachers.csv, line 2, fieldDays")]
    [InlineData("leading-teachers.csv", ",9", ",nine", "leading-teachers.csv, line 2, fieldDays")]
    [InlineData("leading-teachers.csv", ",9", ",9.5", "leading-teachers.csv, line 2, fieldDays")]
    [InlineData("inspectors.csv", "art", "alchemy", "inspectors.csv, line 2, curriculumAreas")]
    [InlineData("districts.csv", Ben, Ann, "districts.csv, line 2, managerAadObjectId")]
    [InlineData("schools.csv", "440000", "\"440,000\"", "schools.csv, line 2, Easting")]
    [InlineData("schools.csv", "440000", "44000000", "schools.csv, line 2, Easting")]
    [InlineData("people.csv", "headteacher;teacher,900101", "headteacher,", "people.csv, line 2, schoolUrn")]
    public void What_does_not_fit_is_named_by_its_place(string file, string right, string wrong, string place)
    {
        files.Replace(file, right, wrong);

        Assert.Equal([place], files.Places());
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        files.Replace("people.csv", "headteacher;teacher", "king");
        files.Replace("schools.csv", "440000", "far");
        files.All.Remove("districts.csv");

        Assert.Equal(
            ["people.csv, line 2, role", "schools.csv, line 2, Easting", "districts.csv"],
            files.Places().Where(place => !place.Contains("District", StringComparison.Ordinal)));
    }
}
