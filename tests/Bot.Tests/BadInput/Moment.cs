using System.Text.Json.Nodes;
using OutreachBot.Bot.Operations;
using OutreachBot.Channel;

namespace OutreachBot.Bot.Tests;

/// <summary>How things stood before a case, to be compared with how they stand after it.</summary>
sealed record Moment(
    GuardedBot Bot, Scene Scene, CorpusCase Case, int Version, int Writes, int Calls, int Strangers, int Lines)
{
    static readonly string[] Secrets = ["CANARY", "AccountKey", "eyJ", "Zebedee"];

    public static async Task<Moment> NowAsync(GuardedBot bot, Scene scene, CorpusCase one)
    {
        var readable =
            !one.Before.Any(change =>
                change.Contains("row", StringComparison.Ordinal) || change.Contains("newer", StringComparison.Ordinal));
        var version = readable ? (await bot.RequestAsync(scene.Story.Id)).Version : 0;
        return new(
            bot, scene, one, version, bot.Writes, bot.Outside.Calls, bot.Outside.Strangers.Count,
            bot.Host.Log.Count);
    }

    /// <param name="expected">A status, or a word and what is said; <c>Corpus/README.md</c> lists them.</param>
    /// <param name="posts">The answers.</param>
    public async Task CompareAsync(string expected, IReadOnlyList<Posted> posts)
    {
        var lines = Bot.Host.Log.Lines.Skip(Lines).ToList();
        var (kind, says) = expected.Split(": ", 2) is [var word, var rest]
            ? (word, Macros.Expand(rest, new Dictionary<string, string> { ["id"] = Scene.Story.Id }))
            : (expected, "");
        var after = await NowAsync(Bot, Scene, Case);
        var events = after.Version - Version;
        var last = posts[^1];

        switch (kind)
        {
            case "yes":
            case "once":
                Assert.All(posts, post => Assert.Equal(200, post.Status));
                Assert.True(after.Writes > Writes, "Nothing was written.");
                Assert.Equal(1, events);
                Assert.Contains(says, Card(last).Text, StringComparison.Ordinal);
                break;
            case "kept":
            case "kept as":
                Assert.True(after.Writes > Writes, "Nothing was written.");
                var (typed, _) = (Case.Typed["What do you need"], 0);
                Assert.Equal(
                    kind is "kept" ? Expanded(typed) : Expanded(says),
                    (await Bot.RequestAsync(Scene.Story.Id)).Draft("form1").Answers.Text("need"));
                Assert.Equal(0, Refusals(lines));
                break;
            case "said":
            case "said no":
                Assert.InRange(last.Status, 200, 202);
                Assert.Contains(says, Assert.Single(Scene.By.Messages, IsReply).Card.Text, StringComparison.Ordinal);
                Assert.Equal((0, kind is "said" ? 0 : 1), (events, Refusals(lines)));
                break;
            case "said once":
                Assert.All(posts, post => Assert.InRange(post.Status, 200, 202));
                Assert.Equal(1, events);
                break;
            case "ignored":
                Assert.Equal((200, ""), (last.Status, last.Body));
                NothingElse(after, lines, refusals: 0);
                break;
            case "shown":
            case "no":
                Assert.Equal(200, last.Status);
                Assert.Contains(says, Card(last).Text, StringComparison.Ordinal);
                NothingElse(after, lines, kind is "no" ? 1 : 0);
                break;
            default:
                Assert.Equal(kind, $"{last.Status}");
                if (last.Status is not 400) Assert.Empty(last.Body);
                NothingElse(after, lines, refusals: posts.Count);
                break;
        }

        Assert.Equal(Strangers, after.Strangers);
        string[] names =
        [
            .. Secrets,
            .. Bot.Casts.People.Select(person => person.Name)
                .Where(name => name.Contains(' ', StringComparison.Ordinal))
        ];
        Assert.All(
            lines, line => Assert.DoesNotContain(names, secret => line.Contains(secret, StringComparison.Ordinal)));
    }

    static string Expanded(string text) => Macros.Expand(
        text, new Dictionary<string, string> { ["lone surrogate"] = "", ["a pupil"] = "CANARY-pupil Zebedee Quux" });

    void NothingElse(Moment after, IReadOnlyList<string> lines, int refusals)
    {
        Assert.Equal((0, 0, 0), (after.Writes - Writes, after.Calls - Calls, after.Version - Version));
        Assert.Equal(refusals, Refusals(lines));
        Assert.DoesNotContain(
            lines,
            line => !IsRefusal(line)
                && (line.Contains(" Error ", StringComparison.Ordinal)
                    || line.Contains(" Warning ", StringComparison.Ordinal)));
    }

    bool IsReply(ChatMessage message) => message.ReplyTo == (string?)Scene.Activity["id"];

    static int Refusals(IEnumerable<string> lines) => lines.Count(IsRefusal);

    static bool IsRefusal(string line) => line.StartsWith(typeof(RefusalLog).FullName!, StringComparison.Ordinal);

    static CardReader Card(Posted post) => new BotAnswer(post.Status, JsonNode.Parse(post.Body)).Card;
}
