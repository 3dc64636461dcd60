using System.Text.Json;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Directory;

/// <summary>Roles as people write them.</summary>
static class RoleNames
{
    static readonly Dictionary<string, Role> Known = Enum.GetValues<Role>()
        .ToDictionary(Of);

    static readonly Dictionary<string, Role> Others = new()
    {
        ["head"] = Role.Headteacher,
        ["head-teacher"] = Role.Headteacher,
        ["acting-headteacher"] = Role.Headteacher,
        ["acting-head"] = Role.Headteacher,
        ["interim-headteacher"] = Role.Headteacher,
        ["co-headteacher"] = Role.Headteacher,
        ["executive-head"] = Role.Headteacher,
        ["executive-headteacher"] = Role.Headteacher,
        ["executive-head-teacher"] = Role.Headteacher,
        ["executive-principal"] = Role.Headteacher,
        ["head-of-school"] = Role.Headteacher,
        ["principal"] = Role.Headteacher,
        ["deputy"] = Role.DeputyHeadteacher,
        ["deputy-head"] = Role.DeputyHeadteacher,
        ["deputy-head-teacher"] = Role.DeputyHeadteacher,
        ["chair"] = Role.ChairOfGovernors,
        ["dsl"] = Role.SafeguardingLead,
        ["designated-safeguarding-lead"] = Role.SafeguardingLead,
        ["school-business-manager"] = Role.BusinessManager,
        ["advanced-skills-teacher"] = Role.Ast,
        ["subject-inspector"] = Role.Inspector,
    };

    public static Role? Find(string name) =>
        Known.TryGetValue(Plain(name), out var role) || Others.TryGetValue(Plain(name), out role) ? role : null;

    public static string Of(Role role) => JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString());

    /// <summary>The role whose name is most like this.</summary>
    public static string Nearest(string name) => Nearness.Nearest(Plain(name), Known.Keys);

    static string Plain(string name) =>
        string.Join(
            '-',
            name.ToLowerInvariant()
                .Split([' ', '_', '-', '\u00A0', '\u2010', '\u2011', '\u2013'], StringSplitOptions.RemoveEmptyEntries));
}
