using OutreachBot.Channel;
using OutreachBot.Simulation;
using OutreachBot.Simulation.Measures;

namespace OutreachBot.Reliability.Tests;

public sealed class RedeliveryTests
{
    [Fact]
    public void A_message_that_comes_again_when_its_form_has_been_sent_opens_no_second_request()
    {
        var world = new World(7, new(Repository.Samples) { Tables = Stores.With(Repository.Samples) });
        world.Start();
        var story = new OutreachStory(world.Teams, new Casts(Repository.Samples, DateOnly.FromDateTime(world.Now.Date)).Next());
        world.Run(() => story.UpToAsync(Chapter.Matching));
        var (said, _) = world.Delivered.First(one => (string?)one.Activity["text"] == "request");

        world.Run(() => world.DeliverAsync(said));

        Assert.Single(world.Everything().All.Requests);
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
            var writers = world.Teams.Chats.Where(chat => chat.Messages.Count > 0 && chat.Newest.Card.Heading == "Form 3: reflection").ToList();
            var (first, second) = (Next(world, writers[0]), Next(world, writers[1]));

            world.Run(() => world.DeliverAsync(first));
            BotAnswer?[] answers = [];
            world.Run(async () => answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => world.OnceAsync(second, instance))));

            Assert.All(answers, answer => Assert.True(answer!.Card.Has("Send my reflection"), answer.Card.Text));
        }
    }

    static System.Text.Json.Nodes.JsonObject Next(World world, Chat writer) =>
        Filling.Press(world, writer, writer.Newest, writer.Newest.Card.Button("Next"));
}
