using OutreachBot.Workflow.Directory;

namespace OutreachBot.Workflow.Cases;

/// <summary>What is derived from a case and brought in line with it behind the answer. Nothing is said.</summary>
public enum AlignmentKind
{
    /// <summary>Somebody's list of cases.</summary>
    WorkList,

    /// <summary>The days that somebody has promised.</summary>
    Bookings,
}

/// <summary>One thing that is brought in line with a case.</summary>
/// <param name="Of">Whose list, or whose days.</param>
/// <param name="Kind">Which of the two.</param>
/// <param name="Version">The case's version that gave rise to it.</param>
public sealed record Alignment(PersonId Of, AlignmentKind Kind, int Version);

/// <summary>What is to be done behind the answer, once something has happened.</summary>
/// <param name="Notices">Who is told. Whoever is told has it on their list as well.</param>
/// <param name="Alignments">What is brought in line.</param>
public sealed record Consequences(IReadOnlyList<Notice> Notices, IReadOnlyList<Alignment> Alignments)
{
    public bool Any => Notices.Count > 0 || Alignments.Count > 0;
}
