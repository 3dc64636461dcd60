using OutreachBot.Channel;
using OutreachBot.Scenarios.Stories;
using OutreachBot.Simulation;
using OutreachBot.Simulation.Measures;

namespace OutreachBot.Reliability.Tests;

public sealed class RedeliveryTests
{
    [Fact]
    public void A_message_that_comes_again_when_its_form_has_been_sent_opens_no_second_request()
    {
        var (world, story) = Begin(instances: 1);
        world.Run(() => story.UpToAsync(Chapter.Matching));
        var (said, _) = world.Delivered.First(one => (string?)one.Activity["text"] == "request");

        world.Run(() => world.DeliverAsync(said));

        Assert.Single(world.Everything().All.Requests);
    }

    [Fact]
    public void A_message_that_comes_again_when_its_form_has_gone_on_is_not_answered_again()
    {
        var (world, story) = Begin(instances: 1);
        world.Run(async () =>
        {
            await story.StartAsync(story.Head);
            await story.PressAsync(
                story.Head, "Form 1: request", "Next", ("Curriculum", story.Cast.Area), ("What kind", "coaching"),
                ("What do you need", "Help."));
        });
        var (said, _) = world.Delivered.First(one => (string?)one.Activity["text"] == "request");

        world.Run(() => world.DeliverAsync(said));

        Assert.Single(story.Head.Messages);
        Assert.Contains("step 2", story.Head.Newest.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_that_comes_to_two_instances_at_once_is_answered_by_one_of_them()
    {
        for (var order = 0; order < 12; order++)
        {
            var (world, story) = Begin(instances: 2);
            world.Skip(order);
            var said = story.Head.Saying("request");

            world.Run(() => Task.WhenAll(world.Instances.Select(instance => world.OnceAsync(said, instance))));

            Assert.Single(story.Head.Messages);
        }
    }

    [Fact]
    public void A_message_whose_reply_was_lost_with_the_bot_is_answered_when_it_comes_again()
    {
        var (world, story) = Begin(instances: 1);
        world.RestartsAfter = TimeSpan.FromSeconds(2);
        world.Fates = call =>
            call.IsSend && call.Instance == world.Instances[0].Name ? new Fate.Killed(TakesEffect: false) : null;

        world.Run(() => story.StartAsync(story.Head));

        Assert.Single(world.Everything().All.Requests);
        Assert.Single(story.Head.Messages);
    }

    // A copy that comes while the bot starts is not an error that anybody sees.
    [Fact]
    public void A_copy_that_comes_to_a_bot_that_is_not_ready_comes_again()
    {
        var (world, story) = Begin(instances: 1);
        var answered = 0;
        world.Run(async () => await story.StartAsync(story.Head));
        var press = story.Head.Pressing(story.Head.Newest, "Next");
        world.Instances[0].Kill();
        var instance = world.Start();
        world.Redelivers = () => answered++ == 0 ? [(TimeSpan.Zero, null)] : [];

        world.Run(() => world.OnceAsync(press, instance));
        world.Pass(TimeSpan.FromSeconds(10));

        Assert.True(world.Redelivered > 1);
        Assert.Equal(0, world.ErrorBanners);
    }

    // On a card that is older than the request, because somebody else has moved it on.
    [Fact]
    public void A_press_that_comes_three_times_at_once_is_answered_each_time_with_what_came_of_it()
    {
        var chapters = Chapters.Play(new(42, 1, Repository.Samples));
        for (var order = 0; order < 12; order++)
        {
            var (world, _) = chapters.Begin(Chapter.Form3);
            world.Skip(order);
            var instance = world.Start();
            world.Until(() => instance.IsReady, TimeSpan.FromMinutes(1), "The bot does not start.");
            var writers = world.Teams.Chats
                .Where(chat => chat.Messages.Count > 0 && chat.Newest.Card.Heading == "Form 3: reflection").ToList();
            var (first, second) = (Next(world, writers[0]), Next(world, writers[1]));

            world.Run(() => world.DeliverAsync(first));
            BotAnswer?[] answers = [];
            world.Run(async () =>
                answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => world.OnceAsync(second, instance))));

            Assert.All(answers, answer => Assert.True(answer!.Card.Has("Send my reflection"), answer.Card.Text));
        }
    }

    static (World World, OutreachStory Story) Begin(int instances)
    {
        var world = new World(7, new(Repository.Samples) { Tables = Stores.With(Repository.Samples) });
        for (var instance = 0; instance < instances; instance++) world.Start();
        world.Until(
            () => world.Instances.All(instance => instance.IsReady), TimeSpan.FromMinutes(1),
            "The bot does not start.");
        return (world,
            new OutreachStory(world.Teams, new Casts(Repository.Samples, () => world.Teams.Calendar.Today).Next()));
    }

    static System.Text.Json.Nodes.JsonObject Next(World world, Chat writer) =>
        Filling.Press(world, writer, writer.Newest, writer.Newest.Card.Button("Next"));
}
