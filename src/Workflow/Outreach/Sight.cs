using System.Text.Json;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;
using static OutreachBot.Workflow.Outreach.RequestEvent;

namespace OutreachBot.Workflow.Outreach;

/// <summary>
/// What one person may see of a request: the only place that says so. Who reads the answer to one question says the
/// scheme; <c>audience.md</c> beside it is the law, to which the tests hold both.
/// </summary>
public sealed class Sight(Request request, Actor viewer)
{
    static readonly Part[] School = [Part.Requester, Part.ReceivingHeadteacher];
    static readonly Part[] SchoolAndInspector = [.. School, Part.Inspector];
    static readonly Part[] Visitors = [.. SchoolAndInspector, Part.Teacher, Part.LeadingTeacher];
    static readonly Part[] Programme = [.. Visitors, Part.ProvidingHeadteacher];
    static readonly Part[] ProgrammeAndFinance = [.. Programme, Part.Finance];

    /// <summary>The parts the viewer has at this moment.</summary>
    public IReadOnlyList<Part> Parts { get; } = [.. Outreach.Parts.Of(request, viewer)];

    public bool IsAny(params ReadOnlySpan<Part> parts)
    {
        foreach (var part in parts)
            if (Parts.Contains(part)) return true;
        return false;
    }

    /// <summary>
    /// Finance pays a statement. Who was supported, why and with what success is not needed for that.
    /// </summary>
    public bool IsStatementOnly => Parts is [Part.Finance];

    /// <summary>Those who pay, are paid or answer for it.</summary>
    public bool MayReadStatement => request.Payment is not null
        && IsAny(Part.ReceivingHeadteacher, Part.ProvidingHeadteacher, Part.Finance, Part.Inspector);

    /// <summary>For a coordinator: a post is empty. Nothing else of the request.</summary>
    public bool MayKnowVacancy => viewer.Is(Role.Coordinator) && request is { IsOver: false, Vacant.Count: > 0 };

    /// <summary>Whether the viewer was asked once, and has no part any more.</summary>
    public bool IsFormer => Parts.Count == 0 && request.Former.Contains(viewer.Person.Id);

    /// <summary>
    /// Who asked, who brokers, who leads the school, and who has said that they come: they alone know of a kind of
    /// support that only some may ask for (policy, section 3).
    /// </summary>
    public bool MayKnowKind => IsAny(Part.Requester, Part.Inspector, Part.ReceivingHeadteacher)
        || (request.IsAccepted && IsAny(Part.LeadingTeacher));

    /// <summary>
    /// Until the leading teacher's own school agrees, the school that asked does not hear who is being asked.
    /// </summary>
    public bool MayKnowHolder(Part part) => part is not (Part.LeadingTeacher or Part.ProvidingHeadteacher)
        || request.Stage is not (Stage.Accepting or Stage.Releasing)
        || IsAny(Part.Inspector, Part.LeadingTeacher);

    /// <summary>Whether the viewer may know whose turn it is.</summary>
    public bool MayKnowHolder(Turn<Part> turn) =>
        Parts.Count > 0 && (MayKnowHolder(turn.Part) || turn.Person.Id == viewer.Person.Id);

    /// <summary>
    /// What happened in the visits and what came of it stays with those who were there and the inspector. The leading
    /// teacher's own headteacher hears of their work from the inspector, not from the school that was visited.
    /// </summary>
    public bool MayReadForm(string key) => IsAny(key is FormKeys.Form1 or FormKeys.Form2 ? Programme : Visitors);

    /// <summary>Whether the viewer reads the answer to a question, in a form that they read.</summary>
    public bool MayReadAnswer(Question question) => question.Readers is null
        || Parts.Any(part => question.Readers.Contains(JsonNamingPolicy.KebabCaseLower.ConvertName($"{part}")));

    /// <summary>Whether the viewer may know that something has happened. Everybody knows what they did.</summary>
    public bool MayKnow(HistoryEntry happening) => IsOwn(happening) || IsAny(WhoKnowsOf(happening.What));

    /// <summary>Whether the viewer may read what was said with it.</summary>
    public bool MayReadWords(HistoryEntry happening) => IsOwn(happening) || IsAny(WhoReads(happening.What));

    bool IsOwn(HistoryEntry happening) => happening.By.Id == viewer.Person.Id;

    // Finance hears how a request ended, and of nothing before.
    static Part[] WhoKnowsOf(string what) => what switch
    {
        // Who was asked in vain, and why, is between them and the inspector.
        nameof(LeadingTeacherMatched) or nameof(MatchAccepted) or nameof(MatchDeclined) or nameof(ReleaseDeclined)
            or nameof(LeadingTeacherLeft) => [Part.Inspector],

        // What a headteacher says to a teacher before anything leaves the school stays in the school.
        nameof(Form1Returned) => School,
        nameof(TeacherDeclined) or nameof(TeacherLeft) => SchoolAndInspector,
        nameof(RequestClosed) or nameof(ProgrammeCancelled) => ProgrammeAndFinance,
        _ => Programme,
    };

    static Part[] WhoReads(string what) => what switch
    {
        nameof(Form1Returned) => School,
        nameof(Form1Approved) or nameof(TeacherDeclined) or nameof(TeacherAgreed) => SchoolAndInspector,
        nameof(ReleaseAgreed) => [Part.Inspector, Part.LeadingTeacher, Part.ProvidingHeadteacher],

        // What came of the visits is no business of the leading teacher's own headteacher: it is not there to judge
        // them by.
        nameof(FollowUpNoted) or nameof(FollowUpAsked) => Visitors,
        _ => Programme,
    };
}
