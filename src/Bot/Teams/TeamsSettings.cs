using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Teams;

/// <summary>
/// How this bot is known to Teams. The names of the settings that begin with Microsoft are the Bot Framework's own.
/// </summary>
public sealed record TeamsSettings
{
    static readonly string[] AppTypes = ["MultiTenant", "SingleTenant", "UserAssignedMSI"];

    /// <summary>The app id of the bot's registration. Empty only on a developer's machine.</summary>
    public string MicrosoftAppId { get; init; } = "";

    /// <summary>
    /// The tenants whose people may speak to the bot. Whoever is not listed in the directory is a stranger all the
    /// same.
    /// </summary>
    public IReadOnlyList<string> Tenants { get; init; } = [];

    /// <summary>The connector for people of a tenant from which nobody has spoken yet.</summary>
    public string ServiceUrl { get; init; } = "https://smba.trafficmanager.net/teams/";

    /// <summary>
    /// How long Teams waits for an answer before it gives up and delivers again. The bot answers before.
    /// </summary>
    public TimeSpan WaitsFor { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>No app id: no tokens, and so nobody but this machine.</summary>
    public bool IsLocal => MicrosoftAppId.Length == 0;

    public bool Allows(string tenant) => IsLocal || Tenants.Contains(tenant, StringComparer.OrdinalIgnoreCase);

    /// <summary>The settings of the section Teams with the app id beside it.</summary>
    /// <exception cref="InvalidOperationException">They would let anybody in, or contradict one another; says what to
    /// set.</exception>
    public static TeamsSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = (configuration.GetSection("Teams").Get<TeamsSettings>() ?? new()) with
        {
            MicrosoftAppId = configuration["MicrosoftAppId"]?.Trim() ?? "",
        };
        return settings.Problem(configuration, environment) is { } problem
            ? throw new InvalidOperationException(problem)
            : settings;
    }

    string? Problem(IConfiguration configuration, IHostEnvironment environment)
    {
        if (WaitsFor < TimeSpan.FromSeconds(5))
            return "Teams:WaitsFor is too short to do anything in. Set at least 00:00:05, or leave it out.";
        if (IsLocal)
        {
            return environment.IsDevelopment()
                ? null
                : "MicrosoftAppId is missing. Without it anybody could speak to the bot, so it runs only where "
                    + "ASPNETCORE_ENVIRONMENT is Development. Set MicrosoftAppId to the app id of the bot's "
                    + "registration.";
        }
        var type = configuration["MicrosoftAppType"] is { Length: > 0 } named ? named.Trim() : AppTypes[0];
        var single = type.Equals("SingleTenant", StringComparison.OrdinalIgnoreCase);
        return !PersonId.IsGuid(MicrosoftAppId)
            ? "MicrosoftAppId is not an app id. Set it to the app id of the bot's registration, such as "
                + "00000000-0000-0000-0000-000000000000."
            : Tenants.Count == 0
            ? "Teams:Tenants is empty, so nobody could speak to the bot. Set Teams:Tenants:0, Teams:Tenants:1 and so "
                + "on to the ids of the tenants whose people may."
            : Tenants.FirstOrDefault(tenant => !PersonId.IsGuid(tenant)) is not null
            ? "Teams:Tenants has an entry that is not a tenant's id. Each is written like "
                + "00000000-0000-0000-0000-000000000000."
            : !AppTypes.Contains(type, StringComparer.OrdinalIgnoreCase)
            ? $"MicrosoftAppType is none of {string.Join(", ", AppTypes)}."
            : single && !PersonId.IsGuid(configuration["MicrosoftAppTenantId"])
            ? "MicrosoftAppType is SingleTenant and MicrosoftAppTenantId is not a tenant's id. Set it, or another type."
            : single && string.IsNullOrWhiteSpace(configuration["MicrosoftAppPassword"])
            ? "MicrosoftAppType is SingleTenant and MicrosoftAppPassword is missing. Set it, or take UserAssignedMSI."
            : !ServiceHosts.IsConnector(ServiceUrl)
            ? "Teams:ServiceUrl is not the address of a connector of Teams. Leave it out, or set the one that "
                + "Microsoft documents for your cloud."
            : null;
    }
}
