namespace OutreachBot.Bot.Directory;

/// <summary>A file or a folder as whoever typed it means it.</summary>
static class TypedPath
{
    /// <summary>
    /// <c>dotnet run --project</c> starts in the project's folder, and a relative path is meant from where it was
    /// typed, which shells leave in PWD.
    /// </summary>
    public static string From(string typed) =>
        !Path.Exists(typed) && Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } where
            && Path.Combine(where, typed) is var meant && Path.Exists(meant)
            ? meant
            : typed;
}
