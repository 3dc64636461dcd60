namespace OutreachBot.Bot.Operations;

/// <summary>
/// The pages that the Teams app names: what the bot is, what it does with personal data, and its terms.
/// </summary>
static class Pages
{
    public static void MapPages(this WebApplication app)
    {
        foreach (var (path, file) in ((string, string)[])[
            ("/", "index.html"), ("/privacy", "privacy.html"), ("/terms", "terms.html")
        ])
            app.MapGet(path, () => Results.File(file, "text/html; charset=utf-8"));
    }
}
