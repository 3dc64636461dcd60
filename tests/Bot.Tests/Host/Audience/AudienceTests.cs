using System.Buffers;
using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;
using OutreachBot.Channel;
using OutreachBot.Scenarios.Stories;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests.Audience;

/// <summary>
/// Whoever has no part in a request presses every button and types every command, at several moments of it, against the
/// bot as it runs. Nothing of the request is in the answers, in other people's chats, in the log or in the traces.
/// </summary>
public sealed class AudienceTests(AzuriteFixture azurite)
{
    const string Secret = "Qz.canary.zQ";
    const string Canary = $" {Secret}";

    static readonly TeamsUser Stranger =
        new("0b0e0000-1111-4222-8333-000000000001", "5c0015c0-0000-4000-8000-000000000001", "Nobody Known", [], "");

    static readonly Chapter[] Moments = [Chapter.Matching, Chapter.Signing, Chapter.End];

    int sent;

    [Fact]
    public async Task Nobody_without_a_part_learns_anything_or_does_anything()
    {
        using var traces = new TraceBook();
        var casts = new Casts(Path.Combine(Repository.Root, "samples"), () => Some.Today);
        await using var host = (await BotHost.StartAsync(azurite, casts.People.Append(Stranger))).WithDays();
        var story = new OutreachStory(host.Teams, casts.Next()) { Mark = Canary };

        foreach (var moment in Moments)
        {
            await story.UpToAsync(moment);
            await host.SettledAsync();

            // Finance is told when there is something to pay.
            await TrespassAsync(
                host, story,
                [Stranger,
                    .. Outsiders(casts.People, story.Cast).Where(user => moment < Chapter.End || !user.Is("finance"))]);
            if (moment is Chapter.Matching) await AfterAnsweringNoAsync(host, story);
            if (moment is Chapter.Signing) await AfterLeavingAsync(host, story);

            // It is there to be found: whom it concerns can read it.
            var read = Trespass.Reading(host.Teams, story.Cast.Inspector, await RequestAsync(host, story));
            Assert.Contains(Secret, (await host.Teams.PostAsync(read)).Card.Json.ToJsonString());
        }

        string[] inside = [.. Inside(story.Cast).Select(user => user.Id)];
        Assert.DoesNotContain(
            host.Teams.Calls, call => !inside.Contains(call.Person) && Tells(call.Body.ToJsonString(), [Secret]));
        var secrets = SearchValues.Create(
            [Secret, .. casts.People.Select(user => user.Name)], StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(host.Log.Lines, line => line.AsSpan().ContainsAny(secrets));
        Assert.DoesNotContain(traces.Lines, line => line.AsSpan().ContainsAny(secrets));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{sent} activities, {host.Log.Count} lines of the log, {traces.Lines.Count} traces.");
        Assert.InRange(sent, 2_000, int.MaxValue);
        Assert.InRange(traces.Lines.Count, sent, int.MaxValue);
    }

    static TeamsUser[] Inside(Cast cast) =>
        [cast.Head, cast.Teacher, cast.Inspector, cast.LeadingTeacher, cast.ProvidingHead];

    // One of each kind that the authority has, and a colleague of the school who is not named.
    static IEnumerable<TeamsUser> Outsiders(IReadOnlyList<TeamsUser> people, Cast cast)
    {
        var others = people.Except(Inside(cast)).ToList();
        return others.Where(user => user.School != cast.Head.School)
            .GroupBy(user => string.Join(';', user.Roles)).Select(kind => kind.First())
            .Append(others.First(user => user.School == cast.Head.School && !user.Is("headteacher")))
            .Append(others.First(user => user.School == cast.LeadingTeacher.School && !user.Is("headteacher")))
            .Append(cast.Head with { Tenant = "e15e0000-0000-4000-8000-000000000003" });
    }

    // Somebody who was asked once, and their headteacher, while the inspector looks for somebody else.
    async Task AfterAnsweringNoAsync(BotHost host, OutreachStory story)
    {
        await story.UpToAsync(Chapter.Accepting);
        await story.PressAsync(
            story.LeadingTeacher, "Can you help this school?", "No, I cannot", ("Message", $"March is full.{Canary}"));
        await TrespassAsync(host, story, [story.Cast.LeadingTeacher, story.Cast.ProvidingHead]);
        await story.AskLeadingTeacherAsync();
    }

    // The same people after they have left their posts: the directory says so, and nothing else has changed.
    async Task AfterLeavingAsync(BotHost host, OutreachStory story)
    {
        var current = host.Services.GetRequiredService<CurrentAuthority>();
        var before = current.Authority;
        var data =
            await new AuthorityTable(host.Services.GetRequiredService<Tables>()).ReadAsync(CancellationToken.None);
        var leaving = Inside(story.Cast);
        var ids = leaving.Select(user => new PersonId(user.Tenant, user.Id)).ToHashSet();
        current.Replace((data with
        {
            People =
            [
                .. data.People.Select(
                    member => ids.Contains(member.Person.Id) ? member with { Roles = [], SchoolUrn = null } : member)
            ],
        }).ToAuthority());
        await TrespassAsync(host, story, leaving);
        current.Replace(before);

        // Back again, they have the card before them that they are about to press.
        foreach (var user in leaving) await host.Teams[user].SayAsync($"status {story.Id}");
    }

    async Task TrespassAsync(BotHost host, OutreachStory story, IReadOnlyList<TeamsUser> users)
    {
        var request = await RequestAsync(host, story);
        var leaks = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(users, async (user, _) =>
        {
            var secrets = Secrets(request, user).ToArray();
            var calls = host.Teams.Calls.Count;
            foreach (var activity in Trespass.Of(host.Teams, user, request))
            {
                var answer = await host.Teams.PostAsync(activity);
                Interlocked.Increment(ref sent);
                if (Tells(answer.Body?.ToJsonString() ?? "", secrets))
                    leaks.Add(
                        $"{string.Join(';', user.Roles)}: {activity["text"] ?? activity["value"]!["action"]!["verb"]}");
            }
            if (host.Teams.Calls.Skip(calls)
                .Where(call => call.Person == user.Id).Any(call => Tells(call.Body.ToJsonString(), secrets)))
                leaks.Add($"{string.Join(';', user.Roles)}: a message");
        });

        Assert.Empty(leaks);
        Assert.Equal(request.Version, (await RequestAsync(host, story)).Version);
    }

    // What was written, who takes part and which schools; their own name and school a person knows.
    static IEnumerable<string> Secrets(Request request, TeamsUser user)
    {
        IEnumerable<Person?> people =
            [request.Requester, request.Headteacher, request.Inspector, request.Match?.LeadingTeacher,
                request.Match?.Headteacher, .. request.Teachers];
        IEnumerable<School?> schools = [request.School, request.Match?.School];
        return people.OfType<Person>().Where(person => person.Id.Object != user.Id).Select(person => person.Name)
            .Concat(schools.OfType<School>().Where(school => school.Urn != user.School).Select(school => school.Name))
            .Append(Secret);
    }

    static bool Tells(string text, IEnumerable<string> secrets) =>
        secrets.Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));

    static async Task<Request> RequestAsync(BotHost host, OutreachStory story) =>
        CaseId.TryParse(story.Id, out var id)
            ? (await host.Services.GetRequiredService<CaseStore>().FindAsync(id, CancellationToken.None))!.Request
            : throw new InvalidOperationException("The story has not begun.");
}
