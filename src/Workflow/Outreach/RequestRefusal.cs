using OutreachBot.Workflow.Cases;

namespace OutreachBot.Workflow.Outreach;

/// <summary>Why something may not be done in a request.</summary>
public abstract record RequestRefusal : Refusal
{
    RequestRefusal()
    {
    }

    /// <summary>Form 2 was changed after the card was drawn, so the signature would be for something else.</summary>
    public sealed record DraftHasChanged : RequestRefusal;

    public sealed record NoInspector(string CurriculumArea) : RequestRefusal;

    public sealed record NoHeadteacher(string School) : RequestRefusal;

    /// <summary>The register says that the school of the person who asks is closed.</summary>
    public sealed record SchoolClosed : RequestRefusal;
}
