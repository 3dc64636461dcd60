namespace OutreachBot.Workflow.Forms;

/// <summary>A form that is being written: what has been answered, and the screen its writer is on.</summary>
public sealed record Draft(Answers Answers, int Step)
{
    public static Draft Empty { get; } = new(Answers.None, 0);
}
