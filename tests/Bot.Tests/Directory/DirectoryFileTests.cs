using System.Text;
using OutreachBot.Workflow.Directory;
using static OutreachBot.Bot.Tests.WrittenFiles;

namespace OutreachBot.Bot.Tests;

// How a file is saved: letters, separators, headings, lines.
public sealed class DirectoryFileTests
{
    readonly WrittenFiles files = new();

    public static TheoryData<string> Encodings =>
        ["utf-8", "utf-8 with a mark", "utf-16 with a mark", "utf-16", "utf-16 big-endian", "windows-1252"];

    [Theory, MemberData(nameof(Encodings))]
    public void Accents_and_apostrophes_survive_whichever_way_a_file_was_saved(string encoding)
    {
        var text = files.Text("schools.csv").Replace("Alderbrook", "Ysgol Siân’s Café", StringComparison.Ordinal);
        files.All["schools.csv"] = encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "utf-8 with a mark" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "utf-16 with a mark" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            "utf-16" => Encoding.Unicode.GetBytes(text),
            "utf-16 big-endian" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
        };

        Assert.Equal("Ysgol Siân’s Café", files.Read().Schools.First().School.Name);
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    public void Another_separator_is_seen(string separator)
    {
        files.Write(
            "people.csv",
            [.. files.Text("people.csv").Split('\n')
                .Select(line => line.Replace(";", "|", StringComparison.Ordinal)
                    .Replace(",", separator, StringComparison.Ordinal))]);

        Assert.Equal([Role.Headteacher, Role.Teacher], files.Read().People.First().Roles.Order());
    }

    [Fact]
    public void A_line_that_names_the_separator_is_obeyed_and_counted()
    {
        files.Write(
            "inspectors.csv", "sep=;", "aadObjectId;tenantId;curriculumAreas", $"{Ben};{Tenant};\"english;art\"",
            $"{Ben};{Tenant};art");

        Assert.Equal(["inspectors.csv, line 4"], files.Places());
    }

    [Theory]
    [InlineData("URN,EstablishmentName", "urn,ESTABLISHMENTNAME")]
    [InlineData("URN,EstablishmentName", " URN , \u00A0EstablishmentName ")]
    [InlineData("Left over", "")]
    [InlineData("Easting,Northing,Left over", "Easting,Northing,Elsewhere")]
    public void Headings_are_found_however_they_are_written(string heading, string written)
    {
        files.Replace("schools.csv", heading, written);

        Assert.Equal("Alderbrook", files.Read().Schools.First().School.Name);
    }

    [Fact]
    public void A_column_that_nobody_reads_may_be_there_twice()
    {
        files.Write("districts.csv", "name,note,note,managerAadObjectId,managerTenantId", $"North,a,b,{Ben},{Tenant}");

        Assert.Equal("North", files.Read().Districts.Single().Name);
    }

    [Fact]
    public void A_column_that_is_read_may_not_be_there_twice()
    {
        files.Write("districts.csv", "name,Name,managerAadObjectId,managerTenantId", $"North,South,{Ben},{Tenant}");

        Assert.Equal(["districts.csv, line 1, Name"], files.Places());
    }

    [Theory]
    [InlineData("people.csv", "role")]
    [InlineData("schools.csv", "Easting")]
    [InlineData("leading-teachers.csv", "fieldDays")]
    [InlineData("inspectors.csv", "tenantId")]
    [InlineData("districts.csv", "managerTenantId")]
    public void A_missing_column_is_named(string file, string column)
    {
        files.Replace(file, column, "other");

        Assert.Contains($"{file}, line 1, {column}", files.Places());
    }

    [Fact]
    public void Lines_are_counted_as_an_editor_counts_them()
    {
        files.Write(
            "leading-teachers.csv", "aadObjectId,tenantId,curriculumAreas,supportKinds,expertise,fieldDays\r",
            $"{Cat},{Tenant},english,coaching,\"Talk,\r\nand more\r\nand more\",9\r", "",
            $"{Ann},{Tenant},art,coaching,,\r");

        Assert.Equal(["leading-teachers.csv, line 6, aadObjectId"], files.Places());
    }

    [Theory]
    [InlineData(",,,,,")]
    [InlineData("")]
    [InlineData(" , ,,,,\u00A0")]
    public void An_empty_last_row_is_no_person(string last)
    {
        files.Write("people.csv", [.. files.Text("people.csv").Split('\n'), last]);

        Assert.Equal(3, files.Read().People.Count);
    }

    [Theory]
    [InlineData("Talk, and more\"", "Talk, and more", "leading-teachers.csv, line 2")]
    [InlineData("\"Talk, and more\"", "Talk, and more", "leading-teachers.csv, line 2")]
    public void A_row_of_another_shape_is_refused(string right, string wrong, string place)
    {
        files.Replace("leading-teachers.csv", right, wrong);

        Assert.Contains(place, files.Places());
    }

    [Theory]
    [InlineData("people.csv", "")]
    [InlineData("schools.csv", "\uFEFF \r\n")]
    [InlineData("districts.csv", "name,managerAadObjectId,managerTenantId")]
    public void An_empty_file_is_refused(string file, string text)
    {
        files.All[file] = Encoding.UTF8.GetBytes(text);

        Assert.Contains(file, files.Places());
    }

    [Fact]
    public void A_letter_that_was_lost_before_is_never_stored()
    {
        files.Replace("people.csv", "Ann Canary", "Si\uFFFDn Canary");

        Assert.Equal(["people.csv, line 2"], files.Places());
    }
}
