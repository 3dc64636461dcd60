using System.Text.Json.Nodes;
using OutreachBot.Channel;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Bot.Tests;

/// <summary>Every case of the corpus, one after the other, against a bot in Production over HTTP.</summary>
public sealed class CorpusTests(CorpusBot started) : IClassFixture<CorpusBot>
{
    const string Lone = "<a lone surrogate>";

    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var file in CorpusFile.All)
                foreach (var one in file.Cases) rows.Add(file.Group, one.Name);
            return rows;
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public async Task What_the_bot_makes_of(string group, string name)
    {
        var one = CorpusFile.All.Where(file => file.Group == group)
            .SelectMany(file => file.Cases).Single(one => one.Name == name);
        var bot = started.Bot;
        var scene = Change(await started.Scenes.SetAsync(one), one);
        var changes = new ChangesBeforePress(bot);
        try
        {
            foreach (var change in one.Before) await changes.DoAsync(change, scene);
            var before = await Moment.NowAsync(bot, scene, one);
            var posts = await PostAsync(scene, one);
            await before.CompareAsync(one.Expect, posts);
        }
        finally
        {
            await changes.UndoAsync();
        }
    }

    static Dictionary<string, string> Known(Scene scene) => new()
    {
        ["id"] = scene.Story.Id,
        ["app"] = GuardedBot.AppId,
        ["tenant"] = scene.By.User.Tenant,
        ["me"] = scene.By.User.Id,
        ["the asking headteacher"] = scene.Story.Head.User.Id,
        ["the asking headteacher's chat"] = scene.Story.Head.User.Conversation,
        ["a pupil"] = "CANARY-pupil Zebedee Quux",
        ["lone surrogate"] = Lone,
    };

    static Scene Change(Scene scene, CorpusCase one)
    {
        var known = Known(scene);
        var activity = scene.Activity;
        activity["from"]!["name"] = "CANARY-name";
        if (one.Drawn is { } verb) Draw(activity, verb, scene.By.User);
        if (one.ServiceUrl is { } address) activity["serviceUrl"] = Macros.Expand(address, known);
        foreach (var (path, value) in one.Set) Put(activity, path.Split('.'), Macros.Expand(value, known));
        foreach (var path in one.Remove) Put(activity, path.Split('.'), null, remove: true);
        if ((string?)activity["text"] is { } text) activity["text"] = Macros.Expand(text, known);
        foreach (var (field, value) in one.Typed.Count > 0 ? Data(activity).ToList() : [])
            if (value is JsonValue) Data(activity)[field] = Macros.Expand(value, known);
        return scene;
    }

    static string WithMoreFields(JsonObject activity, int more)
    {
        var many = activity.DeepClone().AsObject();
        for (var field = 0; field < more; field++) Data(many)[$"field-{field}"] = "CANARY";
        return many.ToJsonString();
    }

    static JsonObject Data(JsonObject activity) => activity["value"]!["action"]!["data"]!.AsObject();

    // What somebody could work out who knows how operations are named.
    static void Draw(JsonObject activity, string verb, TeamsUser by)
    {
        var action = activity["value"]!["action"]!;
        action["verb"] = verb;
        Assert.True(CaseId.TryParse((string?)action["data"]!["request"], out var id));
        action["data"]!["op"] = OperationId.For(
            id, (int)(double)action["data"]!["version"]!, verb, new(by.Tenant, by.Id));
        action["data"]!["message"] = "CANARY Because.";
    }

    static void Put(JsonNode node, ReadOnlySpan<string> path, JsonNode? value, bool remove = false)
    {
        for (; path.Length > 1; path = path[1..]) node = node[path[0]] ??= new JsonObject();
        if (remove) node.AsObject().Remove(path[0]);
        else node[path[0]] = value;
    }

    async Task<IReadOnlyList<Posted>> PostAsync(Scene scene, CorpusCase one)
    {
        var known = Known(scene);
        var address = (string?)scene.Activity["serviceUrl"] ?? "";
        var token = TokenIssuer.Sign(one.Claim is { } claim ? Macros.Expand(claim, known) : address, one.Token);
        known["token"] = token;
        known["token without its signature"] = token[..token.LastIndexOf('.')];
        var authorization = one.Authorization.Select(value => Macros.Expand(value, known)).ToList();

        var other = one.OnTwoInstances ? await started.AnotherAsync() : null;
        var posts = Enumerable.Range(0, one.Times).Select(async time =>
        {
            var activity = time % 2 == 1 && scene.Against is { } against ? against : scene.Activity;
            if (one.NewIds) (activity = activity.DeepClone().AsObject())["id"] = Guid.NewGuid().ToString();
            var json = activity.ToJsonString()
                .Replace(
                    System.Text.Json.JsonSerializer.Serialize(Lone).Trim('"'), "\\ud800", StringComparison.Ordinal);
            known["activity"] = json;
            known["opened activity"] = json[..^1];
            if (one.Body is "{many fields}") known["many fields"] = WithMoreFields(activity, 10_000);
            var http = time % 2 == 1 && other is not null ? other : started.Http;
            return await Posting.PostAsync(
                http, one.Body is { } body ? Macros.Expand(body, known) : json, authorization, one.Sent);
        });
        if (one.AtOnce) return await Task.WhenAll(posts);

        var answers = new List<Posted>();
        foreach (var post in posts) answers.Add(await post);
        return answers;
    }
}
