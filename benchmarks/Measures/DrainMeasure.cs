using Azure.Core.Pipeline;
using OutreachBot.Bot.Storage;
using OutreachBot.Channel;
using OutreachBot.Rehearsal;
using OutreachBot.Scenarios.Stories;
using OutreachBot.Simulation;
using OutreachBot.Simulation.Tables;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Benchmarks.Measures;

/// <summary>
/// P9: a request is closed in an authority with ten thousand finance officers, all of one tenant, who all hear of it.
/// The connector takes what Teams takes, in virtual time.
/// </summary>
static class DrainMeasure
{
    const int Officers = 10_000;
    const double AllowedASecond = 50;
    const int Rounds = 3;

    public static async Task<IReadOnlyList<Figure>> RunAsync()
    {
        var samples = Directory.CreateTempSubdirectory("officers-");
        try
        {
            Copy(samples.FullName);
            var (begin, id, cast) = await BeforeTheEndAsync(samples.FullName);
            var rounds = Enumerable.Range(1, Rounds).Select(seed => Drain(new World(seed, begin), cast, id)).ToList();
            var rates = Spread.Of(rounds.Select(round => round.Rate));
            return
            [
                new(
                    "P9", "drain of 10,000 notices of one tenant, over the rate that Teams allows; refusals",
                    "≥ 0.9; ≤ 1 %",
                    FormattableString.Invariant($"{rates}; {rounds.Max(round => round.Refused):0.00} %"),
                    FormattableString.Invariant(
                        $"{rounds[0].Seconds:0} s of virtual time; {rounds.Max(round => round.Twice)} told twice")),
            ];
        }
        finally
        {
            samples.Delete(recursive: true);
        }
    }

    static void Copy(string folder)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "samples"), "*.csv"))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var people = Path.Combine(folder, "people.csv");
        var tenant = TeamsUser.Read(folder).First(user => user.Is("finance")).Tenant;
        File.AppendAllLines(
            people,
            Enumerable.Range(0, Officers)
                .Select(number =>
                    $"f0000000-0000-4000-8000-{number:D12},{tenant},Officer "
                    + $"{number},officer{number}@wrenshire.example,finance,,"));
    }

    // Everybody has spoken to the bot before, so that each notice is one call.
    static async Task<(WorldSettings, string, Cast)> BeforeTheEndAsync(string samples)
    {
        var world = new World(1, new(samples) { Tables = Stores.With(samples), Buckets = 16 });
        var conversations = new Conversations(
            new Tables(
                new() { ConnectionString = MemoryTables.ConnectionString }, new HttpClientTransport(world.Tables)),
            TimeProvider.System);
        foreach (var user in world.Settings.People.Where(user => user.Is("finance")))
            await conversations.LearnAsync(
                new PersonId(user.Tenant, user.Id), new(world.Teams.ServiceUrl.ToString(), user.Conversation, "28:bot"),
                default);

        var cast = new Casts(samples, () => world.Teams.Calendar.Today).Next();
        var story = new OutreachStory(world.Teams, cast);
        world.Start();
        world.Run(() => story.UpToAsync(Chapter.Closing));
        world.Pass(TimeSpan.FromMinutes(2));
        return (world.Snapshot(), story.Id, cast);
    }

    static (double Rate, double Refused, double Seconds, int Twice) Drain(World world, Cast cast, string id)
    {
        world.Start();
        world.Run(() => new OutreachStory(world.Teams, cast).GoOn(id, Chapter.Closing).UpToAsync(Chapter.End));
        var (began, before) = (world.Now, world.Teams.Received.Count);
        var told = new HashSet<string>();
        var seen = before;
        world.Until(IsDone, TimeSpan.FromHours(1), "Not everybody has been told.");

        var sent = world.Teams.Received.Skip(before).Where(one => one.IsNew).ToList();
        var seconds = (sent[^1].At - began).TotalSeconds;
        var arrived = sent.Count(one => one.Status == 201);
        return (arrived / seconds / AllowedASecond, 100.0 * (sent.Count - arrived) / sent.Count, seconds,
            arrived - told.Count);

        bool IsDone()
        {
            for (; seen < world.Teams.Received.Count; seen++)
                if (world.Teams.Received[seen] is { IsNew: true, Status: 201, Person: var person }) told.Add(person);
            return told.Count >= Officers;
        }
    }
}
