using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Workflows;

namespace OutreachBot.Bot.Tests.Workflows;

public sealed class SchemeFilesTests : IDisposable
{
    static readonly string Right =
        File.ReadAllText(Path.Combine(Repository.Root, "src", "Workflow", "Schemes", "hampshire-lt.json"));

    readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("schemes-");

    [Fact]
    public Task A_file_that_is_in_order_is_told_to_be() => SaysAsync(
        0, ["hampshire-lt.json: no mistakes, and its examples come true."],
        Written("hampshire-lt.json", Right));

    [Fact]
    public Task Every_mistake_of_every_file_is_a_line_and_they_are_counted() => SaysAsync(
        1,
        [
            "hampshire-lt.json: no mistakes, and its examples come true.",
            "ours.json, line 3, id: The file has another name. Please call the file hampshire-lt.json, or correct the id.",
            "ours.json: one mistake.",
            "theirs.json, line 1, dayRate: The key is missing. Please add “dayRate”.",
            "theirs.json, line 6, dayrate: There is no such key. Did you mean dayRate?",
            "theirs.json: 2 mistakes.",
        ],
        Written("hampshire-lt.json", Right),
        Written("ours.json", Right),
        Written("theirs.json", Right.Replace("\"dayRate\"", "\"dayrate\"", StringComparison.Ordinal)));

    [Fact]
    public Task A_scheme_of_words_and_rates_of_their_own_is_in_order() => SaysAsync(
        0, ["wrenshire-mentors.json: no mistakes, and its examples come true."],
        Written(
            "wrenshire-mentors.json",
            Right.Replace("\"id\": \"hampshire-lt\"", "\"id\": \"wrenshire-mentors\"", StringComparison.Ordinal)
                .Replace("\"dayRate\": 250", "\"dayRate\": 310", StringComparison.Ordinal)
                .Replace("2 days cost £500", "2 days cost £620", StringComparison.Ordinal)
                .Replace("\"cost\": 500", "\"cost\": 620", StringComparison.Ordinal)
                .Replace("Curriculum area", "Subject", StringComparison.Ordinal)));

    [Fact]
    public async Task A_file_that_is_not_there_and_no_file_at_all_are_told()
    {
        await SaysAsync(
            1, ["nowhere.json: There is no such file. Please look at its name.", "nowhere.json: one mistake."],
            Path.Combine(folder.FullName, "nowhere.json"));
        await SaysAsync(1, ["Please name the file of the scheme: scheme check FILE."]);
    }

    [Fact]
    public void Nothing_starts_with_a_mistake_and_all_of_them_are_named()
    {
        Written("scheme.schema.json", "{}");
        Written("hampshire-lt.json", Right.Replace("\"dayRate\"", "\"dayrate\"", StringComparison.Ordinal));

        var problem = Assert.Throws<InvalidOperationException>(() => SchemeFiles.Require(Services()));

        Assert.Equal(
            """
            OutreachBot cannot start: the schemes have mistakes.
              hampshire-lt.json, line 1, dayRate: The key is missing. Please add “dayRate”.
              hampshire-lt.json, line 6, dayrate: There is no such key. Did you mean dayRate?
            """,
            problem.Message);

        Written("hampshire-lt.json", Right);
        SchemeFiles.Require(Services());
    }

    public void Dispose() => folder.Delete(recursive: true);

    ServiceProvider Services() => new ServiceCollection().AddWorkflows()
        .AddSingleton(new DirectorySettings { Schemes = folder.FullName })
        .BuildServiceProvider();

    string Written(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    static async Task SaysAsync(int code, string[] lines, params string[] files)
    {
        var said = new StringWriter();

        Assert.Equal(code, await SchemeFiles.RunAsync(Composition.Workflows(), ["scheme", "check", .. files], said));
        Assert.Equal(lines, said.ToString().Trim().Split(Environment.NewLine));
    }
}
