namespace OutreachBot.Bot.Directory;

/// <summary>
/// Something in the directory's files that cannot stand. It says where and what to do, and repeats no value: values are
/// people's.
/// </summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line in the file, as an editor counts. 0: it is about the whole file.</param>
/// <param name="Column">The heading. Null: it is about the whole row or file.</param>
/// <param name="What">What is wrong, as a sentence.</param>
/// <param name="ToDo">What mends it, as a sentence.</param>
public sealed record Finding(string File, int Line, string? Column, string What, string ToDo)
{
    public override string ToString() =>
        $"{File}{(Line > 0 ? $", line {Line}" : "")}{(Column is null ? "" : $", {Column}")}: {What} {ToDo}";
}
