using OutreachBot.Workflow.Forms;

namespace OutreachBot.Workflow.Schemes;

/// <summary>
/// What the directory offers to this person for this request. Its options' ids are urns and person keys.
/// </summary>
public sealed record DirectoryChoices
{
    public static DirectoryChoices Nothing { get; } = new();

    /// <summary>The schools that the person who asks may ask for.</summary>
    public IReadOnlyList<Option> Schools { get; init; } = [];

    /// <summary>The teachers of the school that asks.</summary>
    public IReadOnlyList<Option> Teachers { get; init; } = [];

    /// <summary>The leading teachers of the curriculum area that was chosen.</summary>
    public IReadOnlyList<Option> LeadingTeachers { get; init; } = [];

    /// <summary>
    /// What may be chosen for a question: its own options, a list of the scheme, or one of the directory.
    /// </summary>
    public IReadOnlyList<Option> For(Question question, Scheme scheme) =>
        question.Options ?? question.OptionsFrom switch
        {
            null => [],
            "curriculum-areas" => scheme.CurriculumAreas,
            "support-kinds" => scheme.SupportKinds,
            "year-groups" => scheme.YearGroups,
            "schools" => Schools,
            "teachers" => Teachers,
            "leading-teachers" => LeadingTeachers,
            var list => throw new InvalidDataException($"Scheme {scheme.Id}: no list is called {list}."),
        };
}
