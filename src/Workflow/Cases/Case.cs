using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Workflow.Cases;

/// <summary>A line of a case's history: who did what and when, and what they said.</summary>
public sealed record HistoryEntry(int Number, DateTimeOffset At, Person By, string What, string? Text = null);

/// <summary>
/// Something that people bring forward together, from its start to its end. It is the fold of its events and nothing
/// else. This is what every workflow shares; each adds its own parts and stages.
/// </summary>
public abstract record Case(CaseId Id)
{
    static readonly ImmutableSortedDictionary<string, Draft> NoDrafts =
        ImmutableSortedDictionary.Create<string, Draft>(StringComparer.Ordinal);

    static readonly ImmutableSortedDictionary<string, Answers> NoForms =
        ImmutableSortedDictionary.Create<string, Answers>(StringComparer.Ordinal);

    /// <summary>How many events there have been. 0: nothing is known yet.</summary>
    public int Version { get; init; }

    public string Scheme { get; init; } = "";

    /// <summary>
    /// The version of the scheme with which it began, and by which it goes on. Null: the first, as in every row of
    /// before.
    /// </summary>
    public int? SchemeVersion { get; init; }

    /// <summary>
    /// People who were asked and have no part any more. They see that it has moved on, and nothing else.
    /// </summary>
    public ImmutableList<PersonId> Former { get; init; } = [];

    /// <summary>Forms that are being written, by their key: form1, form2, record-2, form3-teacher …</summary>
    public ImmutableSortedDictionary<string, Draft> Drafts { get; init; } = NoDrafts;

    /// <summary>What has been sent, by the same keys.</summary>
    public ImmutableSortedDictionary<string, Answers> Sent { get; init; } = NoForms;

    /// <summary>Names of people and schools that were chosen on a form, by the option's id.</summary>
    public Answers Names { get; init; } = Answers.None;

    /// <summary>What has happened, line by line. Rows have it under its first name.</summary>
    [JsonPropertyName("Story")]
    public ImmutableList<HistoryEntry> History { get; init; } = [];

    /// <summary>Whose turn it is. What holds it is each workflow's own, and it is not stored twice.</summary>
    [JsonIgnore]
    public abstract IReadOnlyList<Turn> Turns { get; }

    /// <summary>It has come to an end, and nobody has a turn any more.</summary>
    public abstract bool IsOver { get; }

    /// <summary>Whoever began it is still writing; nobody else knows of it.</summary>
    public abstract bool IsBegun { get; }

    /// <summary>The turn that this person may take. Null: it is not theirs.</summary>
    public virtual Turn? TurnOf(Actor actor) => Turns.FirstOrDefault(turn => turn.Person.Id == actor.Person.Id);

    /// <summary>Since when, or from when on, a turn asks for something: as a rule, since it began.</summary>
    public virtual DateTimeOffset AsksFrom(Turn turn) =>
        History.FindLast(happening => happening.Number <= turn.Since)?.At ?? DateTimeOffset.MaxValue;

    /// <summary>A form as its writer left it.</summary>
    public virtual Draft Draft(string key) => Drafts.GetValueOrDefault(key, Forms.Draft.Empty);
}

/// <summary>A form is a draft or it has been sent, and goes from one to the other.</summary>
public static class SentForms
{
    /// <summary>The case with a form that its writer has sent.</summary>
    /// <param name="before">The case.</param>
    /// <param name="form">The form's key.</param>
    /// <param name="answers">What was sent. Null: it is kept elsewhere.</param>
    public static T Send<T>(this T before, string form, Answers? answers) where T : Case => before with
    {
        Drafts = before.Drafts.Remove(form),
        Sent = answers is null ? before.Sent : before.Sent.SetItem(form, answers),
    };

    /// <summary>
    /// The case with a form that has come back: a draft again, with everything that stood in it, of which its writer
    /// sees the first step.
    /// </summary>
    public static T Reopen<T>(this T before, string form, params IEnumerable<KeyValuePair<string, string>> changed)
        where T : Case =>
        before.Sent.TryGetValue(form, out var answers)
            ? before with
            {
                Sent = before.Sent.Remove(form),
                Drafts = before.Drafts.SetItem(form, new Draft(answers.With(changed), 0)),
            }
            : before;
}
