using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Tests.Workflows.Loans;
using OutreachBot.Channel;

namespace OutreachBot.Bot.Tests;

// The house is not built for one workflow: another one lives in its own folder, and is added with one line.
public sealed class SecondWorkflowTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_loan_is_asked_for_agreed_and_told_like_any_request()
    {
        await using var bot = await StartAsync();
        var (head, coordinator) = (bot.Chat("headteacher"), bot.Chat("coordinator"));

        Assert.True((await head.SayAsync("help")).Card.Has("New loan"));
        var opened = await head.SayAsync("borrow");
        Assert.Equal("A loan", opened.Card.Heading);
        var id = (await bot.LoansAsync()).Single().Value;

        var asked = await coordinator.CardAsync("May they borrow it?", id);
        Assert.Contains(id, (await coordinator.SayAsync("tasks")).Card.Text);
        await coordinator.PressAsync(asked, "Agree");

        await bot.Teams.UntilAsync(
            () => head.Newest.Card.Text.Contains("agreed to the loan", StringComparison.Ordinal),
            () => "The headteacher was to hear of the loan.");
        Assert.Contains("answered", (await head.SayAsync($"status {id}")).Card.Text);
        await bot.SettledAsync();
        Assert.Empty(await bot.ViolationsAsync());
    }

    [Fact]
    public async Task A_typed_word_asks_in_its_own_workflow_and_in_no_other()
    {
        await using var bot = await StartAsync();
        var (head, coordinator) = (bot.Chat("headteacher"), bot.Chat("coordinator"));
        await head.SayAsync("borrow");
        var id = (await bot.LoansAsync()).Single().Value;

        var refused = await coordinator.SayAsync($"withdraw {id} no");
        Assert.Equal("May they borrow it?", refused.Card.Heading);
        await coordinator.SayAsync($"decline {id} It is broken.");

        await bot.Teams.UntilAsync(
            () => head.Newest.Card.Text.Contains("refused the loan", StringComparison.Ordinal),
            () => "The headteacher was to hear of the loan.");
    }

    [Fact]
    public async Task Requests_and_loans_stand_side_by_side_in_a_list()
    {
        await using var bot = await StartAsync();
        var head = bot.Chat("headteacher");

        await head.SayAsync("borrow");
        await head.SayAsync("request");

        var list = (await head.SayAsync("status")).Card.Text;
        Assert.Contains("A loan", list);
        Assert.Contains("New request", list);
        Assert.Equal("Form 1: request", (await head.SayAsync("request")).Card.Heading);
    }

    // Its own folder, and the line of the registry that stands in these tests.
    [Fact]
    public void It_touches_at_most_three_files_outside_its_own_folder() => Assert.InRange(
        System.IO.Directory.GetFiles(Repository.Root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .Where(file => !file.Contains(Path.Combine("Workflows", "Loans")))
            .Count(file => File.ReadAllText(file).Contains("Workflows.Loans", StringComparison.Ordinal)),
        1, 3);

    async Task<LoanBot> StartAsync()
    {
        var host = new BotHost(
            azurite.NewAccount(), await FakeTeams.StartAsync(TeamsUser.Read(Path.Combine(Repository.Root, "samples"))))
        {
            Replace = services => services.AddWorkflow<LoanCards>(),
        };
        await host.StartAsync();
        return new(host);
    }

    sealed class LoanBot(BotHost host) : IAsyncDisposable
    {
        public FakeTeams Teams => host.Teams;

        public Chat Chat(string role) =>
            host.Teams[TeamsUser.Read(Path.Combine(Repository.Root, "samples"))
                .First(user => user.Roles.Contains(role))];

        public async Task<IReadOnlyList<OutreachBot.Workflow.Cases.CaseId>> LoansAsync()
        {
            var store = new WholeStore(
                host.Services.GetRequiredService<Tables>(),
                host.Services.GetRequiredService<OutreachBot.Workflow.Cases.CaseWorkflows>());
            var cases = await store.CasesAsync(CancellationToken.None);
            return [.. cases.Where(one => one.Value.State is Loan).Select(one => one.Key)];
        }

        public Task SettledAsync() => host.SettledAsync();

        public Task<IEnumerable<Violation>> ViolationsAsync() => host.ViolationsAsync();

        public ValueTask DisposeAsync() => host.DisposeAsync();
    }
}
