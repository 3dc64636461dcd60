using System.Collections.Concurrent;

namespace OutreachBot.Rehearsal;

/// <summary>The chat of one person with the bot.</summary>
sealed class Chat
{
    readonly Lock gate = new();
    readonly ChatFile file;
    readonly List<Entry> entries;

    public Chat(Person person, ChatFile file)
    {
        (Person, this.file, entries) = (person, file, [.. file.Read()]);
        Transcript = entries.Aggregate(Transcript.Empty, (transcript, entry) => transcript.After(entry));
    }

    public Person Person { get; }

    public Transcript Transcript { get; private set; }

    /// <summary>One opening at a time, so that the bot is installed once.</summary>
    public SemaphoreSlim Opening { get; } = new(1);

    public IReadOnlyList<Entry> Entries
    {
        get
        {
            lock (gate) return [.. entries];
        }
    }

    public Transcript Record(Entry entry)
    {
        lock (gate)
        {
            file.Append(entry);
            entries.Add(entry);
            return Transcript = Transcript.After(entry);
        }
    }
}

/// <summary>Everybody's chats. Whatever is recorded is kept first and then shown to the pages that are open.</summary>
sealed class Chats
{
    readonly ConcurrentDictionary<Person, Chat> chats;

    public Chats(People people, RehearsalOptions options)
    {
        (People, Clock, Ids) = (people, options.Clock, new Ids(options.Clock));
        chats = new(people.All.Select(person =>
            KeyValuePair.Create(person, new Chat(person, new ChatFile(options.DataFolder, person.Id)))));
        foreach (var entry in chats.Values.SelectMany(chat => chat.Entries)) Ids.Used(entry.Id);
    }

    public People People { get; }

    public TimeProvider Clock { get; }

    public Ids Ids { get; }

    public Live Live { get; } = new();

    public Chat Of(Person person) => chats[person];

    public void Record(Person person, Entry entry)
    {
        var after = Of(person).Record(entry);
        if (after.Touched is { } message)
            Live.Tell(new("message", person.Id, message, after.Unread));
        else if (entry is { Kind: EntryKind.Seen })
            Live.Tell(new("seen", person.Id, Unread: after.Unread));
        else if (entry is { Kind: EntryKind.FromBot, Activity: { } activity } && activity.Text("type") == "typing")
            Live.Tell(new("typing", person.Id));
    }
}
