using CsvHelper;

namespace OutreachBot.Channel;

/// <summary>Somebody who has Teams and may talk to the bot.</summary>
/// <param name="Id">The object id in the tenant.</param>
/// <param name="School">The school's URN; empty for officers of the authority.</param>
public sealed record TeamsUser(string Id, string Tenant, string Name, IReadOnlyList<string> Roles, string School)
{
    public string Conversation => $"a:{Id}";

    public bool Is(string role) => Roles.Contains(role);

    /// <summary>Everybody of an authority's <c>people.csv</c>.</summary>
    public static IReadOnlyList<TeamsUser> Read(string samples)
    {
        using var csv = CsvReader.FromFile(Path.Combine(samples, "people.csv"));
        var users = new List<TeamsUser>();
        while (csv.Read())
        {
            users.Add(new(
                csv.GetString("aadObjectId"), csv.GetString("tenantId"), csv.GetString("name"),
                csv.GetString("role").Split(';'), csv.GetString("schoolUrn")));
        }
        return users;
    }
}
