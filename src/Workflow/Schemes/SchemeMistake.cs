namespace OutreachBot.Workflow.Schemes;

/// <summary>Something in a scheme's file that cannot stand.</summary>
/// <param name="Place">Where: keys, with the id or the number of what stands in a list, such as
/// <c>forms[form2].steps[1].questions[rate].kind</c>. Empty: the whole file.</param>
/// <param name="What">What is wrong, as a sentence.</param>
/// <param name="ToDo">What mends it, as a sentence.</param>
public sealed record SchemeMistake(string Place, string What, string ToDo)
{
    /// <summary>The line in the file, as an editor counts. 0: not known.</summary>
    public int Line { get; init; }

    /// <summary>The mistake as a line for whoever mends the file.</summary>
    public string In(string file) =>
        string.Join(", ", new[] { file, Line > 0 ? $"line {Line}" : "", Place }.Where(part => part.Length > 0))
        + $": {What} {ToDo}";

    public override string ToString() => In("");
}
