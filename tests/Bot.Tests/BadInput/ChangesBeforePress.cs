using System.Globalization;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Workflows;
using OutreachBot.Channel;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests;

/// <summary>
/// What has happened between the drawing of a card and its press, and how it is undone after the case.
/// </summary>
sealed class ChangesBeforePress(GuardedBot bot)
{
    readonly Stack<Func<Task>> undo = [];

    public Task DoAsync(string change, Scene scene) => change switch
    {
        "the same press has been delivered" => PostAsync(scene, newId: false),
        "the same press has been delivered under another id" => PostAsync(scene, newId: true),
        "the release has been refused" => RefuseAsync(scene.Story),
        "the request has been withdrawn" => WithdrawAsync(scene.Story),
        "the bot has been removed and added again" => ReinstallAsync(scene),
        "their role has ended" => EndRoleAsync(scene.By.User),
        "a newer version has written the request" => EditAsync(scene.Story, row => row["Schema"] = 2),
        "the request's row is damaged" => EditAsync(scene.Story, row => row["Json"] = """{"Stage":"Dancing"}"""),
        "the signing keys cannot be had" => LoseKeysAsync(),
        _ => throw new InvalidDataException($"Nobody knows how “{change}”."),
    };

    public async Task UndoAsync()
    {
        while (undo.TryPop(out var back)) await back();
    }

    async Task PostAsync(Scene scene, bool newId)
    {
        var activity = scene.Activity.DeepClone();
        if (newId) activity["id"] = Guid.NewGuid().ToString();
        Assert.Equal(200, (await bot.Host.Teams.PostAsync(activity)).Status);
    }

    static Task RefuseAsync(OutreachStory story) =>
        story.PressAsync(
            story.ProvidingHead, "May your leading teacher go?", "Do not agree", ("Message", "CANARY Exams."));

    async Task WithdrawAsync(OutreachStory story)
    {
        await bot.Host.Teams.PostAsync(story.Head.Saying($"withdraw {story.Id} CANARY We have found another way."));
        Assert.Equal(Stage.Withdrawn, (await bot.RequestAsync(story.Id)).Stage);
    }

    async Task ReinstallAsync(Scene scene)
    {
        foreach (var action in (string[])["remove", "add"])
        {
            var told = bot.Host.Teams.Activity(scene.By.User, "installationUpdate");
            told["action"] = action;
            Assert.Equal(200, (await bot.Host.Teams.PostAsync(told)).Status);
        }
    }

    async Task EndRoleAsync(TeamsUser user)
    {
        var table = bot.Host.Services.GetRequiredService<AuthorityTable>();
        var before = await table.ReadAsync(CancellationToken.None);
        var id = new PersonId(user.Tenant, user.Id);
        await WriteAsync(before with
        {
            People = [.. before.People.Select(one => one.Person.Id == id ? one with { Roles = [Role.Teacher] } : one)]
        });
        undo.Push(() => WriteAsync(before));

        async Task WriteAsync(AuthorityData data)
        {
            await table.WriteAsync(data, Guid.NewGuid().ToString(), CancellationToken.None);
            await bot.Host.Services.GetServices<IHostedService>().OfType<AuthorityWatch>().Single()
                .LookAsync(CancellationToken.None);
        }
    }

    // The dispatcher may still be at work on the story; it has to be over before its row is taken away from it.
    async Task EditAsync(OutreachStory story, Action<TableEntity> edit)
    {
        await bot.Host.SettledAsync();
        var table = bot.Host.Services.GetRequiredService<Tables>().Cases;
        var (bucket, key) = (story.Id[..2], string.Create(CultureInfo.InvariantCulture, $"request|{story.Id}|state"));
        var row = (await table.GetEntityAsync<TableEntity>(bucket, key)).Value;
        var before = new TableEntity(row);
        edit(row);
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace);
        undo.Push(() => table.UpsertEntityAsync(before, TableUpdateMode.Replace));
    }

    Task LoseKeysAsync()
    {
        bot.Issuer.IsDown = true;
        undo.Push(() => Task.FromResult(bot.Issuer.IsDown = false));
        return Task.CompletedTask;
    }
}
