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
public sealed record Option(string Id, string Label, Role? OnlyFor = null, string? ToOthers = null);

/// <summary>One question of a form, as the scheme's file states it.</summary>
public sealed record Question
{
    public required string Id { get; init; }
    public required QuestionKind Kind { get; init; }
    public required string Label { get; init; }
    public bool Optional { get; init; }
    public string? Hint { get; init; }

    /// <summary>The longest answer in UTF-16 units. Choices have no such limit.</summary>
    public int MaxLength { get; init; } = 2000;

    public int? Min { get; init; }
    public int? Max { get; init; }

    /// <summary>The options themselves, for a question that brings its own.</summary>
    public IReadOnlyList<Option>? Options { get; init; }

    /// <summary>
    /// Or where they come from: a list of the scheme, or of the directory.
    /// </summary>
    public string? OptionsFrom { get; init; }

    /// <summary>What stands in the field before anybody wrote there.</summary>
    public string? Default { get; init; }

    /// <summary>Or the earlier answer that stands there: <c>form.question</c>.</summary>
    public string? DefaultFrom { get; init; }

    /// <summary>
    /// Asked only when an earlier answer of form 1 is this, or is not: <c>question=option</c>, <c>question!=option</c>.
    /// </summary>
    public string? When { get; init; }

    /// <summary>
    /// Which parts read the answer, of those who read the form: <c>inspector</c>, <c>receiving-headteacher</c> … Null:
    /// all of them.
    /// </summary>
    public IReadOnlyList<string>? Readers { get; init; }
}

/// <summary>One short screen of a form.</summary>
public sealed record FormStep
{
    public required string Title { get; init; }
    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>True: the questions are asked for every day of the programme, and <c>{day}</c> is its number.</summary>
    public bool PerDay { get; init; }

    /// <summary>Sentences that stand above the questions, such as the code of practice.</summary>
    public IReadOnlyList<string> Text { get; init; } = [];
}

/// <summary>A form: short steps, then a review before it is sent.</summary>
public sealed record Form
{
    public required string Id { get; init; }
    public required string Title { get; init; }

    /// <summary>What the last button says: "Send to the inspector".</summary>
    public required string Send { get; init; }

    public required IReadOnlyList<FormStep> Steps { get; init; }

    /// <summary>The number of the screen after the last step.</summary>
    public int Review => Steps.Count;

    public IEnumerable<Question> Questions => Steps.SelectMany(step => step.Questions);
}
