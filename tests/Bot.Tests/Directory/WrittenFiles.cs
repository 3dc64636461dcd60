using System.Text;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;

namespace OutreachBot.Bot.Tests;

/// <summary>A small directory as files: right as it is, and to be changed.</summary>
sealed class WrittenFiles
{
    public const string Ann = "11111111-aaaa-4000-8000-000000000001";
    public const string Ben = "11111111-aaaa-4000-8000-000000000002";
    public const string Cat = "11111111-aaaa-4000-8000-000000000003";
    public const string Tenant = "22222222-bbbb-4000-8000-000000000001";

    public WrittenFiles()
    {
        Write(
            "people.csv", "aadObjectId,tenantId,name,email,role,schoolUrn",
            $"{Ann},{Tenant},Ann Canary,ann@x.example,headteacher;teacher,900101",
            $"{Ben},{Tenant},Ben Canary,,inspector;district-manager,",
            $"{Cat},{Tenant},Cat Canary,cat@x.example,leading-teacher,900102");
        Write(
            "schools.csv", "URN,EstablishmentName,DistrictAdministrative (name),Easting,Northing,Left over",
            "900101,Alderbrook,North,440000,120000,x",
            "900102,Birchwater,North,,,");
        Write(
            "leading-teachers.csv", "aadObjectId,tenantId,curriculumAreas,supportKinds,expertise,fieldDays",
            $"{Cat},{Tenant},english;art,coaching,\"Talk, and more\",9");
        Write("inspectors.csv", "aadObjectId,tenantId,curriculumAreas", $"{Ben},{Tenant},english;art");
        Write("districts.csv", "name,managerAadObjectId,managerTenantId", $"North,{Ben},{Tenant}");
    }

    public Dictionary<string, byte[]> All { get; } = [];

    public void Write(string file, params string[] lines) =>
        All[file] = Encoding.UTF8.GetBytes(string.Join('\n', lines));

    public string Text(string file) => Encoding.UTF8.GetString(All[file]);

    public void Replace(string file, string right, string wrong) =>
        All[file] = Encoding.UTF8.GetBytes(Text(file).Replace(right, wrong, StringComparison.Ordinal));

    public AuthorityData Read()
    {
        var (data, findings) = AuthorityFiles.Read(All, [Some.Scheme]);
        Assert.Empty(findings);
        return data;
    }

    public IEnumerable<string> Findings() =>
        AuthorityFiles.Read(All, [Some.Scheme]).Findings.Select(finding => $"{finding}");

    /// <summary>File, line and column of each finding.</summary>
    public IEnumerable<string> Places() => Findings().Select(finding => finding.Split(": ")[0]);
}
