using OutreachBot.Bot.Notifications;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Tests;

public sealed class RecipientQueuesTests
{
    readonly List<(string Name, TaskCompletionSource Done)> begun = [];
    readonly RecipientQueues queues;

    public RecipientQueuesTests() => queues = new(taken =>
    {
        begun.Add((taken.Item.Name, new()));
        return begun[^1].Done.Task;
    });

    [Fact]
    public async Task What_one_person_is_told_comes_one_after_the_other()
    {
        Add(Some.Teacher, "1");
        Add(Some.Teacher, "2");
        Assert.Equal(["1"], Begun);

        begun[0].Done.SetResult();
        Assert.Equal(["1", "2"], Begun);

        begun[1].Done.SetResult();
        await queues.WhenIdle();
    }

    [Fact]
    public void Nobody_waits_for_anothers()
    {
        Add(Some.Teacher, "1");
        Add(Some.Headteacher, "2");

        Assert.Equal(["1", "2"], Begun);
    }

    [Fact]
    public void What_is_here_is_known_until_it_has_been_tried()
    {
        var item = Add(Some.Teacher, "1");
        Assert.True(queues.Has(item));

        begun[0].Done.SetResult();
        Assert.False(queues.Has(item));
    }

    // What comes while the last one is being ended begins a queue of its own, and is tried once.
    [Fact]
    public void What_comes_at_the_very_end_is_tried_once()
    {
        Add(Some.Teacher, "1", () => Add(Some.Teacher, "2"));

        begun[0].Done.SetResult();
        begun[1].Done.SetResult();
        Add(Some.Teacher, "3");

        Assert.Equal(["1", "2", "3"], Begun);
    }

    [Fact]
    public async Task All_is_idle_when_everybody_has_been_told()
    {
        Assert.True(queues.WhenIdle().IsCompleted);
        Add(Some.Teacher, "1");
        Add(Some.Headteacher, "2");
        var idle = queues.WhenIdle();

        begun[0].Done.SetResult();
        Assert.False(idle.IsCompleted);
        begun[1].Done.SetResult();
        await idle;
    }

    IEnumerable<string> Begun => begun.Select(one => one.Name);

    OutboxItem Add(Actor to, string name, Action? tried = null)
    {
        var item = new NoticeItem(Some.Id, new Notice(to.Person.Id, NoticeKind.News, 1), name, $"outbox|0|{name}");
        queues.Add(new(item, 0), tried);
        return item;
    }
}
