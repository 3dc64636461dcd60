using System.Collections.Concurrent;

namespace OutreachBot.Rehearsal;

/// <summary>The chat of one person with the bot.</summary>
sealed class Chat
{
    readonly Lock _gate = new();
    readonly ChatFile _file;
    readonly List<Entry> _entries;

    public Chat(Person person, ChatFile file)
    {
        (Person, _file, _entries) = (person, file, [.. file.Read()]);
        Transcript = _entries.Aggregate(Transcript.Empty, (transcript, entry) => transcript.After(entry));
    }

    public Person Person { get; }

    public Transcript Transcript { get; private set; }

    /// <summary>One opening at a time, so that the bot is installed once.</summary>
    public SemaphoreSlim Opening { get; } = new(1);

    public IReadOnlyList<Entry> Entries
    {
        get
        {
            lock (_gate) return [.. _entries];
        }
    }

    public Transcript Record(Entry entry)
    {
        lock (_gate)
        {
            _file.Append(entry);
            _entries.Add(entry);
            return Transcript = Transcript.After(entry);
        }
    }
}

/// <summary>Everybody's chats. Whatever is recorded is kept first and then shown to the pages that are open.</summary>
sealed class Chats
{
    readonly ConcurrentDictionary<Person, Chat> _chats;

    public Chats(People people, RehearsalOptions options)
    {
        (People, Clock, Ids) = (people, options.Clock, new Ids(options.Clock));
        _chats = new(people.All.Select(person =>
            KeyValuePair.Create(person, new Chat(person, new ChatFile(options.DataFolder, person.Id)))));
        foreach (var entry in _chats.Values.SelectMany(chat => chat.Entries)) Ids.Used(entry.Id);
    }

    public People People { get; }

    public TimeProvider Clock { get; }

    public Ids Ids { get; }

    public Live Live { get; } = new();

    public Chat Of(Person person) => _chats[person];

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
