using OutreachBot.Workflow.Forms;

namespace OutreachBot.Workflow.Cases;

/// <summary>Something that somebody asks for, named as an order. Each workflow has its own besides these.</summary>
public abstract record Command
{
    /// <summary>Keeps what stands on one screen of a form and turns to the next one, or back.</summary>
    public sealed record SaveStep(string Form, int Step, Answers Typed, bool Back = false) : Command;

    /// <summary>Sends a form from its review.</summary>
    public sealed record SendForm(string Form) : Command;

    /// <summary>
    /// Brings a case in line with the directory. Nobody's button: the bot asks it when the directory has changed.
    /// </summary>
    public sealed record FollowDirectory : Command;
}
