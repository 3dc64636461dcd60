using System.Text;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow;

namespace OutreachBot.Bot.Tests;

// Files as spreadsheets, registers and people make them.
public sealed class AuthorityFilesTests
{
    const string Ann = "11111111-aaaa-4000-8000-000000000001";
    const string Ben = "11111111-aaaa-4000-8000-000000000002";
    const string Cat = "11111111-aaaa-4000-8000-000000000003";
    const string Tenant = "22222222-bbbb-4000-8000-000000000001";

    readonly Dictionary<string, byte[]> files = [];

    public AuthorityFilesTests()
    {
        Write("people.csv", "aadObjectId,tenantId,name,email,role,schoolUrn", $"{Ann},{Tenant},Ann Canary,ann@x.example,headteacher;teacher,900101", $"{Ben},{Tenant},Ben Canary,,inspector;district-manager,", $"{Cat},{Tenant},Cat Canary,cat@x.example,leading-teacher,900102");
        Write("schools.csv", "URN,EstablishmentName,DistrictAdministrative (name),Easting,Northing,Left over", "900101,Alderbrook,North,440000,120000,x", "900102,Birchwater,North,,,");
        Write("leading-teachers.csv", "aadObjectId,tenantId,curriculumAreas,supportKinds,expertise,fieldDays", $"{Cat},{Tenant},english;art,coaching,\"Talk, and more\",9");
        Write("inspectors.csv", "aadObjectId,tenantId,curriculumAreas", $"{Ben},{Tenant},english;art");
        Write("districts.csv", "name,managerAadObjectId,managerTenantId", $"North,{Ben},{Tenant}");
    }

    [Fact]
    public void An_authority_is_read_from_its_files()
    {
        var authority = Read().ToAuthority();

        var ann = authority.Find(new(Tenant, Ann))!;
        Assert.Equal(("Ann Canary", "900101"), (ann.Person.Name, ann.SchoolUrn));
        Assert.Equal([Role.Headteacher, Role.Teacher], ann.Roles.Order());
        Assert.Null(authority.Find(new(Tenant, Ben))!.SchoolUrn);
        Assert.Equal((440_000, null), (authority.School("900101")!.Easting, authority.School("900102")!.Easting));
        Assert.Equal("Talk, and more", authority.LeadingTeacher(new(Tenant, Cat))!.Expertise);
        Assert.Equal("Ben Canary", authority.InspectorsFor("art").Single().Name);
        Assert.Equal(["Alderbrook", "Birchwater"], authority.SchoolsManagedBy(new(Tenant, Ben), Some.Today).Select(school => school.Name));
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with a mark", "utf-16 with a mark", "utf-16", "utf-16 big-endian", "windows-1252"];

    [Theory, MemberData(nameof(Encodings))]
    public void Accents_and_apostrophes_survive_whichever_way_a_file_was_saved(string encoding)
    {
        var text = Text("schools.csv").Replace("Alderbrook", "Ysgol Siân’s Café", StringComparison.Ordinal);
        files["schools.csv"] = encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "utf-8 with a mark" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "utf-16 with a mark" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            "utf-16" => Encoding.Unicode.GetBytes(text),
            "utf-16 big-endian" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
        };

        Assert.Equal("Ysgol Siân’s Café", Read().Schools.First().School.Name);
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    public void Another_separator_is_seen(string separator)
    {
        Write("people.csv", [.. Text("people.csv").Split('\n').Select(line => line.Replace(";", "|", StringComparison.Ordinal).Replace(",", separator, StringComparison.Ordinal))]);

        Assert.Equal([Role.Headteacher, Role.Teacher], Read().People.First().Roles.Order());
    }

    [Fact]
    public void A_line_that_names_the_separator_is_obeyed_and_counted()
    {
        Write("inspectors.csv", "sep=;", "aadObjectId;tenantId;curriculumAreas", $"{Ben};{Tenant};\"english;art\"", $"{Ben};{Tenant};art");

        Assert.Equal(["inspectors.csv, line 4"], Places());
    }

    [Theory]
    [InlineData("URN,EstablishmentName", "urn,ESTABLISHMENTNAME")]
    [InlineData("URN,EstablishmentName", " URN , \u00A0EstablishmentName ")]
    [InlineData("Left over", "")]
    [InlineData("Easting,Northing,Left over", "Easting,Northing,Elsewhere")]
    public void Headings_are_found_however_they_are_written(string heading, string written)
    {
        Replace("schools.csv", heading, written);

        Assert.Equal("Alderbrook", Read().Schools.First().School.Name);
    }

    [Fact]
    public void A_column_that_nobody_reads_may_be_there_twice()
    {
        Write("districts.csv", "name,note,note,managerAadObjectId,managerTenantId", $"North,a,b,{Ben},{Tenant}");

        Assert.Equal("North", Read().Districts.Single().Name);
    }

    [Fact]
    public void A_column_that_is_read_may_not_be_there_twice()
    {
        Write("districts.csv", "name,Name,managerAadObjectId,managerTenantId", $"North,South,{Ben},{Tenant}");

        Assert.Equal(["districts.csv, line 1, Name"], Places());
    }

    [Theory]
    [InlineData("11111111-AAAA-4000-8000-000000000001")]
    [InlineData("{11111111-AAAA-4000-8000-000000000001}")]
    [InlineData("11111111aaaa40008000000000000001")]
    [InlineData(" 11111111-aaaa-4000-8000-000000000001\u00A0")]
    public void Ids_are_made_one_form(string written)
    {
        Replace("people.csv", Ann, written);

        Assert.NotNull(Read().ToAuthority().Find(new(Tenant, Ann)));
    }

    [Theory]
    [InlineData("000-not-a-guid")]
    [InlineData("")]
    public void An_id_that_is_none_is_refused(string written)
    {
        Replace("people.csv", Ann, written);

        Assert.Equal(["people.csv, line 2, aadObjectId"], Places());
    }

    [Fact]
    public void A_row_may_say_that_its_ids_are_of_a_playground()
    {
        Write("people.csv", [.. Text("people.csv").Split('\n').Select((line, index) => $"{line.Replace(Ann, "user-id-0", StringComparison.Ordinal)},{(index == 0 ? "Playground" : index == 1 ? "YES" : "")}")]);

        Assert.NotNull(Read().ToAuthority().Find(new(Tenant, "user-id-0")));
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
        Replace("people.csv", "headteacher;teacher", written);

        Assert.Equal([role], Read().People.First().Roles);
    }

    [Theory]
    [InlineData("headteecher", "headteacher")]
    [InlineData("inspectr", "inspector")]
    [InlineData("3", "ast")]
    public void An_unknown_role_is_refused_with_the_nearest_and_nobody_is_named(string written, string nearest)
    {
        Replace("people.csv", "headteacher;teacher", written);

        Assert.Equal([$"people.csv, line 2, role: There is no such role. Did you mean {nearest}?"], Findings());
    }

    [Fact]
    public void One_person_may_have_posts_in_several_schools()
    {
        Replace("people.csv", "headteacher;teacher,900101", "headteacher,900101; 900102");

        Assert.Equal(["900101", "900102"], Read().People.First().Schools);
    }

    [Theory]
    [InlineData("people.csv", 2, "people.csv, line 5")]
    [InlineData("schools.csv", 2, "schools.csv, line 4")]
    [InlineData("leading-teachers.csv", 2, "leading-teachers.csv, line 3")]
    [InlineData("inspectors.csv", 2, "inspectors.csv, line 3")]
    [InlineData("districts.csv", 2, "districts.csv, line 3")]
    public void What_is_there_twice_is_refused_with_both_lines(string file, int line, string place)
    {
        Write(file, [.. Text(file).Split('\n'), Text(file).Split('\n')[line - 1].ToUpperInvariant().Replace("NORTH", "North", StringComparison.Ordinal)]);

        Assert.StartsWith($"{place}: Line {line} has", Assert.Single(Findings()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("people.csv", "900101", "900199", "people.csv, line 2, schoolUrn")]
    [InlineData("schools.csv", "900102,Birchwater,North", "900102,Birchwater,Nowhere", "schools.csv, line 3, DistrictAdministrative (name)")]
    [InlineData("leading-teachers.csv", Cat, "33333333-aaaa-4000-8000-000000000001", "leading-teachers.csv, line 2, aadObjectId")]
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
        Replace(file, right, wrong);

        Assert.Equal([place], Places());
    }

    [Theory]
    [InlineData("leading-teachers.csv", ",9", ",9.0")]
    [InlineData("schools.csv", "440000", "440000.0")]
    [InlineData("people.csv", "900101", " 900101\u00A0")]
    public void What_spreadsheets_do_to_values_is_undone(string file, string right, string written)
    {
        var before = Read();
        Replace(file, right, written);

        Assert.Equal(Lines(before), Lines(Read()));
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        Replace("people.csv", "headteacher;teacher", "king");
        Replace("schools.csv", "440000", "far");
        files.Remove("districts.csv");

        Assert.Equal(["people.csv, line 2, role", "schools.csv, line 2, Easting", "districts.csv"], Places().Where(place => !place.Contains("District", StringComparison.Ordinal)));
    }

    [Fact]
    public void Lines_are_counted_as_an_editor_counts_them()
    {
        Write("leading-teachers.csv", "aadObjectId,tenantId,curriculumAreas,supportKinds,expertise,fieldDays\r", $"{Cat},{Tenant},english,coaching,\"Talk,\r\nand more\r\nand more\",9\r", "", $"{Ann},{Tenant},art,coaching,,\r");

        Assert.Equal(["leading-teachers.csv, line 6, aadObjectId"], Places());
    }

    [Theory]
    [InlineData(",,,,,")]
    [InlineData("")]
    [InlineData(" , ,,,,\u00A0")]
    public void An_empty_last_row_is_no_person(string last)
    {
        Write("people.csv", [.. Text("people.csv").Split('\n'), last]);

        Assert.Equal(3, Read().People.Count);
    }

    [Theory]
    [InlineData("Talk, and more\"", "Talk, and more", "leading-teachers.csv, line 2")]
    [InlineData("\"Talk, and more\"", "Talk, and more", "leading-teachers.csv, line 2")]
    public void A_row_of_another_shape_is_refused(string right, string wrong, string place)
    {
        Replace("leading-teachers.csv", right, wrong);

        Assert.Contains(place, Places());
    }

    [Theory]
    [InlineData("people.csv", "")]
    [InlineData("schools.csv", "\uFEFF \r\n")]
    [InlineData("districts.csv", "name,managerAadObjectId,managerTenantId")]
    public void An_empty_file_is_refused(string file, string text)
    {
        files[file] = Encoding.UTF8.GetBytes(text);

        Assert.Contains(file, Places());
    }

    [Theory]
    [InlineData("people.csv", "role")]
    [InlineData("schools.csv", "Easting")]
    [InlineData("leading-teachers.csv", "fieldDays")]
    [InlineData("inspectors.csv", "tenantId")]
    [InlineData("districts.csv", "managerTenantId")]
    public void A_missing_column_is_named(string file, string column)
    {
        Replace(file, column, "other");

        Assert.Contains($"{file}, line 1, {column}", Places());
    }

    [Fact]
    public void A_letter_that_was_lost_before_is_never_stored()
    {
        Replace("people.csv", "Ann Canary", "Si\uFFFDn Canary");

        Assert.Equal(["people.csv, line 2"], Places());
    }

    [Fact]
    public void The_register_says_which_schools_are_closed_and_which_carry_on()
    {
        Write(
            "schools.csv", "URN,EstablishmentName,EstablishmentStatus (name),CloseDate,successorOf,DistrictAdministrative (name),Easting,Northing",
            "900101,Alderbrook,\"Open, but proposed to close\",31-08-2026,,North,,", "900102,Birchwater,Closed,01-09-2025,,North,,", "900103,Birchwater Academy,Open,,900102,North,,");

        var schools = Read().Schools.ToList();

        Assert.Equal([false, true, false], schools.Select(entry => entry.IsClosed));
        Assert.Equal(new DateOnly(2026, 8, 31), schools[0].ClosesOn);
        Assert.Equal("900103", Read().ToAuthority().Today(schools[1].School, Some.Today).Urn);
    }

    [Theory]
    [InlineData("900102,900103,Successor")]
    [InlineData("900103,900102,Predecessor - amalgamated")]
    public void The_registers_own_links_say_it_as_well(string link)
    {
        Write("schools.csv", "URN,EstablishmentName,EstablishmentStatus (name),DistrictAdministrative (name),Easting,Northing", "900101,Alderbrook,Open,North,,", "900102,Birchwater,Closed,North,,", "900103,Birchwater Academy,Open,North,,");
        Write("links.csv", "URN,LinkURN,LinkType", link);

        Assert.Equal("900103", Read().ToAuthority().Today(new("900102", "Birchwater"), Some.Today).Urn);
    }

    [Fact]
    public void Nothing_below_the_folder_is_read()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("authority-").FullName;
        try
        {
            System.IO.Directory.CreateDirectory(Path.Combine(folder, "below"));
            foreach (var (name, bytes) in files) File.WriteAllBytes(Path.Combine(folder, "below", name), bytes);

            Assert.Equal(5, Assert.Throws<DirectoryFilesException>(() => AuthorityFiles.Read(folder, [Some.Scheme])).Findings.Count);
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    AuthorityData Read() => AuthorityFiles.Read(files, [Some.Scheme]);

    IEnumerable<string> Findings() => Assert.Throws<DirectoryFilesException>(Read).Findings.Select(finding => $"{finding}");

    IEnumerable<string> Places() => Findings().Select(finding => finding.Split(": ")[0]);

    static IEnumerable<string> Lines(AuthorityData data) => Changes.Between(null, data).Kinds.SelectMany(kind => kind.Added)
        .Concat(data.People.SelectMany(member => member.Schools)).Concat(data.Schools.Select(entry => $"{entry}")).Concat(data.LeadingTeachers.Select(one => $"{one.FieldDays}"));

    string Text(string file) => Encoding.UTF8.GetString(files[file]);

    void Replace(string file, string right, string wrong) => files[file] = Encoding.UTF8.GetBytes(Text(file).Replace(right, wrong, StringComparison.Ordinal));

    void Write(string file, params string[] lines) => files[file] = Encoding.UTF8.GetBytes(string.Join('\n', lines));
}
