using OutreachBot.Bot.Directory;
using OutreachBot.Workflow;

namespace OutreachBot.Bot.Tests;

public sealed class AuthorityFilesTests : IDisposable
{
    readonly string folder = System.IO.Directory.CreateTempSubdirectory("authority-").FullName;

    public AuthorityFilesTests()
    {
        Write("people.csv", "aadObjectId,tenantId,name,email,role,schoolUrn", "o-1,t-1,Ann Canary,ann@x.example,headteacher;teacher,900101", "o-2,t-2,Ben Canary,ben@x.example,inspector,");
        Write("schools.csv", "URN,EstablishmentName,DistrictAdministrative (name),Easting,Northing,Left over", "900101,Alderbrook,North,440000,120000,x", "900102,Birchwater,North,,,");
        Write("leading-teachers.csv", "aadObjectId,tenantId,curriculumAreas,supportKinds,expertise,fieldDays", "o-1,t-1,english;art,coaching,\"Talk, and more\",9");
        Write("inspectors.csv", "aadObjectId,tenantId,curriculumAreas", "o-2,t-2,english;art");
        Write("districts.csv", "name,managerAadObjectId,managerTenantId", "North,o-2,t-2");
    }

    [Fact]
    public void An_authority_is_read_from_its_files()
    {
        var authority = AuthorityFiles.Read(folder).ToAuthority();

        var ann = authority.Find(new("t-1", "o-1"))!;
        Assert.Equal("Ann Canary", ann.Person.Name);
        Assert.Equal([Role.Headteacher, Role.Teacher], ann.Roles.Order());
        Assert.Equal("900101", ann.SchoolUrn);
        Assert.Null(authority.Find(new("t-2", "o-2"))!.SchoolUrn);
        Assert.Equal(440_000, authority.School("900101")!.Easting);
        Assert.Null(authority.School("900102")!.Easting);
        Assert.Equal("Talk, and more", authority.LeadingTeacher(new("t-1", "o-1"))!.Expertise);
        Assert.Equal("Ben Canary", authority.InspectorsFor("art").Single().Name);
        Assert.Equal(["Alderbrook", "Birchwater"], authority.SchoolsManagedBy(new("t-2", "o-2"), Some.Today).Select(school => school.Name));
    }

    [Theory]
    [InlineData("people.csv", "role", "people.csv has no column role.")]
    [InlineData("schools.csv", "Easting", "schools.csv has no column Easting.")]
    [InlineData("leading-teachers.csv", "fieldDays", "leading-teachers.csv has no column fieldDays.")]
    [InlineData("inspectors.csv", "tenantId", "inspectors.csv has no column tenantId.")]
    [InlineData("districts.csv", "managerTenantId", "districts.csv has no column managerTenantId.")]
    public void A_missing_column_is_named(string file, string column, string message)
    {
        var path = Path.Combine(folder, file);
        File.WriteAllText(path, File.ReadAllText(path).Replace(column, "other", StringComparison.Ordinal));

        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => AuthorityFiles.Read(folder)).Message);
    }

    [Theory]
    [InlineData("people.csv", "inspector", "Chief Canary", "people.csv, line 3: role is not what it should be.")]
    [InlineData("schools.csv", "440000", "Canary", "schools.csv, line 2: Easting is not what it should be.")]
    [InlineData("leading-teachers.csv", ",9", ",nine Canaries", "leading-teachers.csv, line 2: fieldDays is not what it should be.")]
    public void A_wrong_value_is_named_by_its_place_and_nobody_is_named(string file, string value, string wrong, string message)
    {
        var path = Path.Combine(folder, file);
        File.WriteAllText(path, File.ReadAllText(path).Replace(value, wrong, StringComparison.Ordinal));

        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => AuthorityFiles.Read(folder)).Message);
    }

    // Enum.TryParse would take a number for a role.
    [Fact]
    public void A_number_is_no_role()
    {
        Write("people.csv", "aadObjectId,tenantId,name,email,role,schoolUrn", "o-1,t-1,Ann,ann@x.example,3,900101");

        Assert.Throws<InvalidDataException>(() => AuthorityFiles.Read(folder));
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        File.Delete(Path.Combine(folder, "districts.csv"));

        Assert.Equal("The directory lacks districts.csv.", Assert.Throws<InvalidDataException>(() => AuthorityFiles.Read(folder)).Message);
    }

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    void Write(string file, params string[] lines) => File.WriteAllLines(Path.Combine(folder, file), lines);
}
