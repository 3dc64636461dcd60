using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Scenarios.Stories;

/// <summary>Who plays in one performance of a story, and on which days.</summary>
public abstract class StoryCast
{
    static readonly (string Mark, Player Player)[] Marks =
    [
        ("head}", Player.Head), ("teacher}", Player.Teacher), ("second-teacher}", Player.SecondTeacher),
        ("inspector}", Player.Inspector), ("leading-teacher}", Player.LeadingTeacher),
        ("providing-head}", Player.ProvidingHead),
    ];

    /// <summary>The id of the curriculum area.</summary>
    protected abstract string AreaId { get; }

    /// <summary>What people read for it.</summary>
    protected abstract string AreaName { get; }

    /// <summary>How a person is named in a choice.</summary>
    public abstract string Key(Player player);

    public abstract string Name(Player player);

    /// <param name="visit">From 1.</param>
    public abstract DateOnly Day(int visit);

    /// <summary>Answers as this cast gives them: people by their keys.</summary>
    public Answers Fill(Answers told) => Answers.Of(told.Select(answer =>
        KeyValuePair.Create(answer.Key, Put(answer.Value, Key, AreaId))));

    /// <summary>A text as people of this cast read it: people by their names.</summary>
    public string Say(string told) => Put(told, Name, AreaName);

    /// <summary>What an option of the scheme is called.</summary>
    public static string Option(Question question, string id) =>
        DirectoryChoices.Nothing.For(question, Some.Scheme).First(option => option.Id == id).Label;

    string Put(string told, Func<Player, string> named, string area)
    {
        foreach (var (mark, player) in Marks)
            if (told.Contains(mark, StringComparison.Ordinal))
                told = told.Replace($"{{name of {mark}", Name(player), StringComparison.Ordinal)
                    .Replace($"{{{mark}", named(player), StringComparison.Ordinal);
        told = told.Replace("{area}", area, StringComparison.Ordinal);
        foreach (var visit in (int[])[1, 2])
            told = told.Replace($"{{day-{visit}}}", Formats.Text(Day(visit)), StringComparison.Ordinal);
        return told;
    }
}
