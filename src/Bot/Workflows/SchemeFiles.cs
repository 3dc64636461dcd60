using OutreachBot.Bot.Directory;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Bot.Workflows;

/// <summary>
/// <c>dotnet run --project src/Bot -- scheme check FILE</c>: says everything that is wrong in a scheme's file. At a
/// start the same is said of the files in use, and nothing starts with a mistake.
/// </summary>
static class SchemeFiles
{
    public static bool IsAskedFor(string[] args) => args.Contains("scheme");

    /// <returns>0 when every file is in order, 1 when one is not.</returns>
    public static async Task<int> RunAsync(CaseWorkflows workflows, string[] args, TextWriter output)
    {
        string[] files =
        [
            .. args.SkipWhile(argument => argument is not "check").Skip(1)
                .Where(argument => !argument.StartsWith('-'))
                .Select(TypedPath.From),
        ];
        if (files.Length == 0)
        {
            await output.WriteLineAsync("Please name the file of the scheme: scheme check FILE.");
            return 1;
        }

        var all = 0;
        foreach (var file in files)
        {
            var mistakes = Check(file, workflows);
            foreach (var mistake in mistakes) await output.WriteLineAsync(mistake.In(Path.GetFileName(file)));
            await output.WriteLineAsync($"{Path.GetFileName(file)}: {Count(mistakes.Count)}.");
            all += mistakes.Count;
        }
        return all == 0 ? 0 : 1;
    }

    /// <exception cref="InvalidOperationException">A file in use has mistakes; the message names them all.</exception>
    public static void Require(IServiceProvider services)
    {
        var workflows = services.GetRequiredService<CaseWorkflows>();
        var said = SchemeFolder.FilesOf(services.GetRequiredService<DirectorySettings>())
            .SelectMany(file => Check(file, workflows).Select(mistake => $"  {mistake.In(Path.GetFileName(file))}"))
            .ToList();
        if (said.Count > 0)
            throw new InvalidOperationException(
                $"OutreachBot cannot start: the schemes have mistakes.\n{string.Join('\n', said)}");
    }

    static IReadOnlyList<SchemeMistake> Check(string file, CaseWorkflows workflows)
    {
        if (!File.Exists(file)) return [new("", "There is no such file.", "Please look at its name.")];

        var read = workflows.All.Aggregate(
            SchemeFile.Read(File.ReadAllText(file)), (soFar, workflow) => soFar.With(workflow.Check));
        return read.With(scheme => scheme.Id == Path.GetFileNameWithoutExtension(file)
            ? []
            : [new("id", "The file has another name.", $"Please call the file {scheme.Id}.json, or correct the id.")])
            .Mistakes;
    }

    static string Count(int mistakes) => mistakes switch
    {
        0 => "no mistakes, and its examples come true",
        1 => "one mistake",
        _ => $"{mistakes} mistakes",
    };
}
