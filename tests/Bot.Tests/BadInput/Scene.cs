using System.Text.Json.Nodes;
using OutreachBot.Channel;
using OutreachBot.Scenarios.Stories;

namespace OutreachBot.Bot.Tests;

/// <summary>What is about to happen in a case: by whom, in which story, and the activity that is posted.</summary>
/// <param name="Against">What somebody does at the same moment.</param>
sealed record Scene(OutreachStory Story, Chat By, JsonObject Activity, JsonObject? Against = null);

/// <summary>Stories as far as they have to be for a case to begin. Those that no case moves are played once.</summary>
sealed class Scenes(GuardedBot bot)
{
    readonly Dictionary<string, OutreachStory> played = [];
    readonly HashSet<TeamsUser> met = [];

    public async Task<Scene> SetAsync(CorpusCase one)
    {
        var scene = await PlayAsync(one);
        await MeetAsync(scene.By);
        return scene;
    }

    async Task<Scene> PlayAsync(CorpusCase one) => one.Scene switch
    {
        "a headteacher says hi" => Saying(await AtReleaseAsync(), one),
        "a headteacher agrees to the release" => await ReleasingAsync(await AtReleaseAsync(), one),
        "a headteacher agrees to a release of their own" =>
            await ReleasingAsync(await bot.NewStory().UpToAsync(Chapter.Release), one),
        "a headteacher refuses the release" => await ReleasingAsync(await AtReleaseAsync(), one, "Do not agree"),
        "a headteacher fills in the third step" => Writing(await AtThirdStepAsync(), one),
        "a headteacher writes what they need" => await NeedingAsync(one),
        "a teacher approves their own request" => await OwnAsync(one),
        _ => throw new InvalidDataException($"There is no scene “{one.Scene}”."),
    };

    async Task<OutreachStory> AtReleaseAsync() => await OnceAsync("release", story => story.UpToAsync(Chapter.Release));

    async Task<OutreachStory> AtThirdStepAsync() => await OnceAsync("third step", async story =>
    {
        await story.WriteForm1Async(story.Head);
        await story.PressNewestAsync(story.Head, "Back");
    });

    async Task<OutreachStory> OnceAsync(string name, Func<OutreachStory, Task> play)
    {
        if (played.TryGetValue(name, out var before)) return before;
        var story = bot.NewStory();
        await play(story);
        return played[name] = story;
    }

    Scene Saying(OutreachStory story, CorpusCase one)
    {
        var by = Who(story, one.As ?? "the asking headteacher");
        return new(story, by, by.Saying(one.Says ?? "hi CANARY"));
    }

    async Task<Scene> ReleasingAsync(OutreachStory story, CorpusCase one, string button = "Agree to the release")
    {
        if (one.Says is not null) return Saying(story, one with { As = one.As ?? "the lending headteacher" });

        var card = await story.ProvidingHead.CardAsync("May your leading teacher go?", story.Id);
        var against = one.Against is { } rival
            ? story.ProvidingHead.Pressing(card, rival, ("Message", "CANARY of a rival"))
            : null;
        return As(
            new(story, story.ProvidingHead, story.ProvidingHead.Pressing(card, button, Typed(one)), against), one);
    }

    Scene Writing(OutreachStory story, CorpusCase one) =>
        As(new(story, story.Head, story.Head.Pressing(story.Head.About(story.Id)!, "Next", Typed(one))), one);

    async Task<Scene> NeedingAsync(CorpusCase one)
    {
        var story = await OnceAsync("need", story => story.StartAsync(story.Head));
        var card = await story.Head.SayAsync($"status {story.Id}");
        if (!card.Card.Text.Contains("What you need", StringComparison.Ordinal))
            await story.PressNewestAsync(story.Head, "Back");
        return Writing(
            story, one with { Typed = new(one.Typed) { ["Curriculum"] = "mathematics", ["What kind"] = "coaching" } });
    }

    async Task<Scene> OwnAsync(CorpusCase one)
    {
        var story = await OnceAsync("own request", story => story.SendForm1Async(story.Teacher));
        var card = await story.Head.CardAsync("A teacher asks for support", story.Id);
        return As(
            new(story, story.Head, story.Head.Pressing(card, "Approve")), one with { As = one.As ?? "the teacher" });
    }

    // Somebody else presses the same button: in their own chat, as Teams would say it.
    Scene As(Scene scene, CorpusCase one)
    {
        if (one.As is null) return scene;
        var by = Who(scene.Story, one.As);
        foreach (var (name, value) in by.Saying("")) if (name is not ("type" or "text"))
            scene.Activity[name] = value?.DeepClone();
        return scene with { By = by };
    }

    static (string, string)[] Typed(CorpusCase one) => [.. one.Typed.Select(field => (field.Key, field.Value))];

    // Whoever speaks for the first time is remembered; that is done before a case begins to count what is written.
    async Task MeetAsync(Chat chat)
    {
        if (met.Add(chat.User)) await chat.SayAsync("hi");
    }

    Chat Who(OutreachStory story, string who) => who switch
    {
        "the asking headteacher" => story.Head,
        "the lending headteacher" => story.ProvidingHead,
        "the teacher" => story.Teacher,
        "another teacher" => story.SecondTeacher,
        "the leading teacher" => story.LeadingTeacher,
        "the inspector" => story.Inspector,
        "an inspector of another area" =>
            bot.Host.Teams[bot.Casts.People.First(user => user.Is("inspector") && user.Id != story.Inspector.User.Id)],
        _ => throw new InvalidDataException($"Nobody is {who}."),
    };
}
