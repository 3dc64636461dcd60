using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Workflow.Schemes;

/// <summary>
/// A way of lending teachers to each other, as one authority runs it: what may be asked for, what a day costs, which
/// questions the forms ask. A scheme is a file; an authority adds or changes one without writing C#. What stands here
/// about a key is what an editor shows for it, by <c>scheme.schema.json</c>.
/// </summary>
public sealed record Scheme
{
    [JsonPropertyName("$schema"), Description("Where the description of these keys is, for your editor.")]
    public string? Schema { get; init; }

    [Description("The scheme's own name, as requests keep it: small letters, digits and hyphens. The file has the same "
        + "name."), RegularExpression(Question.Word)]
    public required string Id { get; init; }

    [Description("Counts up with every change of the file. A request keeps the version with which it began."),
        Range(1, 1_000_000)]
    public required int Version { get; init; }

    [Description("What people call the scheme."), MinLength(1)]
    public required string Name { get; init; }

    [Description("What a school may ask for help in (H-04)."), MinLength(1)]
    public required IReadOnlyList<Option> CurriculumAreas { get; init; }

    [Description("What a leading teacher may do (H-06 to H-15). onlyFor: the role that alone may ask for it (H-10); "
        + "toOthers: what people who need not know read instead (H-11)."), MinLength(1)]
    public required IReadOnlyList<Option> SupportKinds { get; init; }

    [Description("The year groups that support may be for."), MinLength(1)]
    public required IReadOnlyList<Option> YearGroups { get; init; }

    /// <summary>Pounds for one day of a leading teacher. Another rate needs a stated reason.</summary>
    [Description("Pounds for one day of a leading teacher (H-49). Another rate needs a stated reason."),
        Range(0, 100_000)]
    public required decimal DayRate { get; init; }

    /// <summary>Pounds for each visiting member of staff at an observation window.</summary>
    [Description("Pounds for each member of staff who watches one session of an observation window (H-62)."),
        Range(0, 100_000)]
    public required decimal ObservationRate { get; init; }

    /// <summary>Days a school year that a leading teacher works in other schools.</summary>
    [Description("Days a school year that a leading teacher works in other schools (H-78, H-79)."), Range(0, 190)]
    public required int FieldDays { get; init; }

    /// <summary>Days a school year of their own professional development; kept apart from field days.</summary>
    [Description("Days a school year of a leading teacher's own professional development (H-76)."), Range(0, 190)]
    public required int CpdDays { get; init; }

    /// <summary>Days a school year of development work at home; kept apart from field days.</summary>
    [Description("Days a school year that a leading teacher develops colleagues at home (H-77)."), Range(0, 190)]
    public required int OwnSchoolDays { get; init; }

    /// <summary>Days after which somebody whose turn it is, is reminded; one reminder for each.</summary>
    [Description("After how many days somebody whose turn it is, is reminded; one reminder for each, on a morning on "
        + "which their school is open."), Range(1, 366)]
    public required IReadOnlyList<int> RemindAfterDays { get; init; }

    /// <summary>Who releases a leading teacher where they lead their school themselves.</summary>
    [Description("Who releases a leading teacher who leads their school themselves.")]
    public Role ReleasedInsteadBy { get; init; } = Role.DistrictManager;

    /// <summary>
    /// Who brokers a request where every inspector of its area has asked it or belongs to its school.
    /// </summary>
    [Description("Who brokers a request where every inspector of its area has a part in it.")]
    public Role BrokeredInsteadBy { get; init; } = Role.Coordinator;

    /// <summary>What leading teacher and schools promise each other; shown on form 2 and signed with it.</summary>
    [Description("What the leading teacher and both schools promise each other, a sentence in each line; it is shown on "
        + "form 2 and signed with it (S-19)."), MinLength(1)]
    public required IReadOnlyList<string> CodeOfPractice { get; init; }

    [Description("The questions that are asked. In their words {dayRate}, {observationRate} and {fieldDays} stand for "
        + "the numbers above."), MinLength(1)]
    public required IReadOnlyList<Form> Forms { get; init; }

    [Description("What must come of this file. They are tried whenever it is read.")]
    public IReadOnlyList<SchemeExample> Examples { get; init; } = [];

    /// <summary>How a file is read: keys that are misspelt, missing or of the wrong kind are mistakes.</summary>
    public static JsonSerializerOptions FileFormat { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
    };
}

/// <summary>An answer to form 1 and what must come of it: what it costs, or the question that refuses it.</summary>
public sealed record SchemeExample
{
    [Description("What it shows, in a sentence: “2 days cost £500”."), MinLength(1)]
    public required string Says { get; init; }

    [Description("Answers to form 1, by the id of their question.")]
    public required IReadOnlyDictionary<string, string> Answers { get; init; }

    [Description("What the school that asks is shown as the cost, in pounds."), Range(0, 10_000_000)]
    public decimal? Cost { get; init; }

    [Description("The question whose answer is refused.")]
    public string? Refused { get; init; }
}
