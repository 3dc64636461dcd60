namespace OutreachBot.Bot.Teams;

/// <summary>How this bot is known to Teams. The names of the settings are the Bot Framework's own.</summary>
public sealed record TeamsSettings
{
    /// <summary>The app id of the bot's registration. Empty only on a developer's machine.</summary>
    public string MicrosoftAppId { get; init; } = "";

    /// <summary>The connector for people of a tenant from which nobody has spoken yet.</summary>
    public string ServiceUrl { get; init; } = "https://smba.trafficmanager.net/teams/";

    public bool IsLocal => MicrosoftAppId.Length == 0;

    /// <summary>Stops the start with a clear message where the settings would let anybody in.</summary>
    public void Check(IHostEnvironment environment)
    {
        if (IsLocal && !environment.IsDevelopment())
        {
            throw new InvalidOperationException(
                "MicrosoftAppId is missing. Without it anybody could speak to the bot, so it runs only where "
                + "ASPNETCORE_ENVIRONMENT is Development. Set MicrosoftAppId to the app id of the bot's registration.");
        }
    }
}
