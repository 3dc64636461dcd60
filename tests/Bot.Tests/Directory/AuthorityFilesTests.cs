using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Directory;
using static OutreachBot.Bot.Tests.WrittenFiles;

namespace OutreachBot.Bot.Tests;

// Files as spreadsheets, registers and people make them.
public sealed class AuthorityFilesTests
{
    readonly WrittenFiles files = new();

    [Fact]
    public void An_authority_is_read_from_its_files()
    {
        var authority = files.Read().ToAuthority();

        var ann = authority.Find(new(Tenant, Ann))!;
        Assert.Equal(("Ann Canary", "900101"), (ann.Person.Name, ann.SchoolUrn));
        Assert.Equal([Role.Headteacher, Role.Teacher], ann.Roles.Order());
        Assert.Null(authority.Find(new(Tenant, Ben))!.SchoolUrn);
        Assert.Equal((440_000, null), (authority.School("900101")!.Easting, authority.School("900102")!.Easting));
        Assert.Equal("Talk, and more", authority.LeadingTeacher(new(Tenant, Cat))!.Expertise);
        Assert.Equal("Ben Canary", authority.InspectorsFor("art").Single().Name);
        Assert.Equal(
            ["Alderbrook", "Birchwater"],
            authority.SchoolsManagedBy(new(Tenant, Ben), Some.Today).Select(school => school.Name));
    }

    [Theory]
    [InlineData("11111111-AAAA-4000-8000-000000000001")]
    [InlineData("{11111111-AAAA-4000-8000-000000000001}")]
    [InlineData("11111111aaaa40008000000000000001")]
    [InlineData(" 11111111-aaaa-4000-8000-000000000001\u00A0")]
    public void Ids_are_made_one_form(string written)
    {
        files.Replace("people.csv", Ann, written);

        Assert.NotNull(files.Read().ToAuthority().Find(new(Tenant, Ann)));
    }

    [Fact]
    public void A_row_may_say_that_its_ids_are_of_a_playground()
    {
        files.Write(
            "people.csv",
            [.. files.Text("people.csv").Split('\n')
                .Select((line, index) =>
                    $"{line.Replace(Ann, "user-id-0", StringComparison.Ordinal)},{(index == 0 ? "Playground" : index == 1 ? "YES" : "")}")]);

        Assert.NotNull(files.Read().ToAuthority().Find(new(Tenant, "user-id-0")));
    }

    [Theory]
    [InlineData("Headteacher", Role.Headteacher)]
    [InlineData("HEAD OF SCHOOL", Role.Headteacher)]
    [InlineData("executive-headteacher", Role.Headteacher)]
    [InlineData("executive_headteacher", Role.Headteacher)]
    [InlineData("Executive Head", Role.Headteacher)]
    [InlineData("head teacher", Role.Headteacher)]
    [InlineData("deputy-headteacher", Role.DeputyHeadteacher)]
    [InlineData("Deputy Head", Role.DeputyHeadteacher)]
    [InlineData("chair of governors", Role.ChairOfGovernors)]
    public void Roles_are_read_as_people_write_them(string written, Role role)
    {
        files.Replace("people.csv", "headteacher;teacher", written);

        Assert.Equal([role], files.Read().People.First().Roles);
    }

    [Fact]
    public void One_person_may_have_posts_in_several_schools()
    {
        files.Replace("people.csv", "headteacher;teacher,900101", "headteacher,900101; 900102");

        Assert.Equal(["900101", "900102"], files.Read().People.First().Schools);
    }

    [Theory]
    [InlineData("leading-teachers.csv", ",9", ",9.0")]
    [InlineData("schools.csv", "440000", "440000.0")]
    [InlineData("people.csv", "900101", " 900101\u00A0")]
    public void What_spreadsheets_do_to_values_is_undone(string file, string right, string written)
    {
        var before = files.Read();
        files.Replace(file, right, written);

        Assert.Equal(Lines(before), Lines(files.Read()));
    }

    [Fact]
    public void The_register_says_which_schools_are_closed_and_which_carry_on()
    {
        files.Write(
            "schools.csv",
            "URN,EstablishmentName,EstablishmentStatus (name),CloseDate,successorOf,DistrictAdministrative "
            + "(name),Easting,Northing",
            "900101,Alderbrook,\"Open, but proposed to close\",31-08-2026,,North,,",
            "900102,Birchwater,Closed,01-09-2025,,North,,", "900103,Birchwater Academy,Open,,900102,North,,");

        var schools = files.Read().Schools.ToList();

        Assert.Equal([false, true, false], schools.Select(entry => entry.IsClosed));
        Assert.Equal(new DateOnly(2026, 8, 31), schools[0].ClosesOn);
        Assert.Equal("900103", files.Read().ToAuthority().Today(schools[1].School, Some.Today).Urn);
    }

    [Theory]
    [InlineData("900102,900103,Successor")]
    [InlineData("900103,900102,Predecessor - amalgamated")]
    public void The_registers_own_links_say_it_as_well(string link)
    {
        files.Write(
            "schools.csv",
            "URN,EstablishmentName,EstablishmentStatus (name),DistrictAdministrative (name),Easting,Northing",
            "900101,Alderbrook,Open,North,,", "900102,Birchwater,Closed,North,,",
            "900103,Birchwater Academy,Open,North,,");
        files.Write("links.csv", "URN,LinkURN,LinkType", link);

        Assert.Equal("900103", files.Read().ToAuthority().Today(new("900102", "Birchwater"), Some.Today).Urn);
    }

    [Fact]
    public void Nothing_below_the_folder_is_read()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("authority-").FullName;
        try
        {
            System.IO.Directory.CreateDirectory(Path.Combine(folder, "below"));
            foreach (var (name, bytes) in files.All) File.WriteAllBytes(Path.Combine(folder, "below", name), bytes);

            Assert.Empty(FolderFiles.Read(folder));
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    static IEnumerable<string> Lines(AuthorityData data) =>
        Changes.Between(null, data).Kinds.SelectMany(kind => kind.Added)
            .Concat(data.People.SelectMany(member => member.Schools)).Concat(data.Schools.Select(entry => $"{entry}"))
            .Concat(data.LeadingTeachers.Select(one => $"{one.FieldDays}"));
}
