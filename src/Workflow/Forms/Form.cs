using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Workflow.Forms;

/// <summary>What kind of answer a question takes, and so which input a card shows for it.</summary>
public enum QuestionKind
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    LongText,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Pounds, with or without pence.</summary>
    Money,

    /// <summary>A day as <c>yyyy-MM-dd</c>, never an instant.</summary>
    Date,

    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>One or more of the options, their ids separated by commas.</summary>
    Choices,

    /// <summary>A promise that must be ticked: <c>yes</c> or nothing.</summary>
    Promise,
}

/// <summary>Something to choose: the id is stored, the label is shown.</summary>
/// <param name="OnlyFor">Who alone may choose it. Null: everybody.</param>
/// <param name="ToOthers">What it is called to those who need not know. Null: the same.</param>
public sealed record Option(
    [property: RegularExpression(Question.Word), Description("Under which it is kept, once it has been chosen.")]
    string Id,
    [property: MinLength(1), Description("What people read.")] string Label,
    [property: Description("The role that alone may choose it (H-10). Left out: everybody.")] Role? OnlyFor = null,
    [property: Description("What those read instead who need not know (H-11).")] string? ToOthers = null);

/// <summary>One question of a form, as the scheme's file states it.</summary>
public sealed record Question
{
    internal const string Word = "^[a-z0-9]+(-[a-z0-9]+)*$";

    [Description("Under which the answer is kept. Those that the bot counts with are named in the mistake when they "
        + "are missing."), RegularExpression(Word)]
    public required string Id { get; init; }

    [Description("What kind of answer it takes.")]
    public required QuestionKind Kind { get; init; }

    [Description("The question, as people read it. {day} is the number of the day."), MinLength(1)]
    public required string Label { get; init; }

    [Description("Whether it may be left unanswered.")]
    public bool Optional { get; init; }

    [Description("A line of help below it.")]
    public string? Hint { get; init; }

    /// <summary>The longest answer in UTF-16 units. Choices have no such limit.</summary>
    [Description("The longest answer, in letters."), Range(1, 4000)]
    public int MaxLength { get; init; } = 2000;

    [Description("The smallest number.")]
    public int? Min { get; init; }

    [Description("The largest number.")]
    public int? Max { get; init; }

    [Description("Or the number of the scheme that is the largest: fieldDays.")]
    public string? MaxFrom { get; init; }

    /// <summary>The options themselves, for a question that brings its own.</summary>
    [Description("What may be chosen."), MinLength(1)]
    public IReadOnlyList<Option>? Options { get; init; }

    /// <summary>
    /// Or where they come from: a list of the scheme, or of the directory.
    /// </summary>
    [Description("Or the list that may be chosen from: curriculum-areas, support-kinds, year-groups, schools, teachers or "
        + "leading-teachers.")]
    public string? OptionsFrom { get; init; }

    /// <summary>What stands in the field before anybody wrote there.</summary>
    [Description("What stands in the field before anybody wrote there.")]
    public string? Default { get; init; }

    /// <summary>Or the earlier answer that stands there: <c>form.question</c>.</summary>
    [Description("Or the earlier answer that stands there, form.question, or one of requester, requester-if-teacher, "
        + "providing-school, visit-date, visit-plan.")]
    public string? DefaultFrom { get; init; }

    /// <summary>
    /// Asked only when an earlier answer of form 1 is this, or is not: <c>question=option</c>, <c>question!=option</c>.
    /// </summary>
    [Description("Asked only where an earlier answer of form 1 is this, question=option, or is not: question!=option.")]
    public string? When { get; init; }

    /// <summary>
    /// Which parts read the answer, of those who read the form: <c>inspector</c>, <c>receiving-headteacher</c> … Null:
    /// all of them.
    /// </summary>
    [Description("Which parts read the answer, of those who read the form. Left out: all of them.")]
    public IReadOnlyList<string>? Readers { get; init; }
}

/// <summary>One short screen of a form.</summary>
public sealed record FormStep
{
    [Description("What stands above it."), MinLength(1)]
    public required string Title { get; init; }

    [Description("What is asked on it."), MinLength(1)]
    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>True: the questions are asked for every day of the programme, and <c>{day}</c> is its number.</summary>
    [Description("Whether it is asked for every day of the programme.")]
    public bool PerDay { get; init; }

    /// <summary>Sentences that stand above the questions, such as the code of practice.</summary>
    [Description("Sentences above the questions.")]
    public IReadOnlyList<string> Text { get; init; } = [];
}

/// <summary>A form: short steps, then a review before it is sent.</summary>
public sealed record Form
{
    [Description("Which form it is; the bot knows each by this name.")]
    public required string Id { get; init; }

    [Description("What people call it."), MinLength(1)]
    public required string Title { get; init; }

    /// <summary>What the last button says: "Send to the inspector".</summary>
    [Description("What its last button says."), MinLength(1)]
    public required string Send { get; init; }

    [Description("Short screens of questions, in their order."), MinLength(1)]
    public required IReadOnlyList<FormStep> Steps { get; init; }

    /// <summary>The number of the screen after the last step.</summary>
    [JsonIgnore]
    public int Review => Steps.Count;

    [JsonIgnore]
    public IEnumerable<Question> Questions => Steps.SelectMany(step => step.Questions);
}
