using System.Text.Json;
using System.Text.Json.Serialization;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Workflow.Schemes;

/// <summary>
/// A way of lending teachers to each other, as one authority runs it: what may be asked for, what a day costs, which
/// questions the forms ask. A scheme is a file; an authority adds or changes one without writing C#.
/// </summary>
public sealed record Scheme
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required IReadOnlyList<Option> CurriculumAreas { get; init; }
    public required IReadOnlyList<Option> SupportKinds { get; init; }
    public required IReadOnlyList<Option> YearGroups { get; init; }

    /// <summary>Pounds for one day of a leading teacher. Another rate needs a stated reason.</summary>
    public required decimal DayRate { get; init; }

    /// <summary>Pounds for each visiting member of staff at an observation window.</summary>
    public required decimal ObservationRate { get; init; }

    /// <summary>Days a school year that a leading teacher works in other schools.</summary>
    public required int FieldDays { get; init; }

    /// <summary>Days a school year of their own professional development; kept apart from field days.</summary>
    public required int CpdDays { get; init; }

    /// <summary>Days a school year of development work at home; kept apart from field days.</summary>
    public required int OwnSchoolDays { get; init; }

    /// <summary>Days after which somebody whose turn it is, is reminded; one reminder for each.</summary>
    public required IReadOnlyList<int> RemindAfterDays { get; init; }

    /// <summary>Who releases a leading teacher where they lead their school themselves.</summary>
    public Role ReleasedInsteadBy { get; init; } = Role.DistrictManager;

    /// <summary>
    /// Who brokers a request where every inspector of its area has asked it or belongs to its school.
    /// </summary>
    public Role BrokeredInsteadBy { get; init; } = Role.Coordinator;

    /// <summary>What leading teacher and schools promise each other; shown on form 2 and signed with it.</summary>
    public required IReadOnlyList<string> CodeOfPractice { get; init; }

    public required IReadOnlyList<Form> Forms { get; init; }

    static readonly JsonSerializerOptions FileFormat = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Reads a scheme's file.</summary>
    /// <exception cref="JsonException">A part is missing, misspelt or of the wrong kind; the message says
    /// which.</exception>
    public static Scheme Read(string json) => JsonSerializer.Deserialize<Scheme>(json, FileFormat)!;
}
