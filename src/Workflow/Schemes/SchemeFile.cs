using System.Text.Json;

namespace OutreachBot.Workflow.Schemes;

/// <summary>A scheme as its file states it, or everything that is wrong there.</summary>
public sealed class SchemeFile
{
    readonly Dictionary<string, int> lines;
    readonly Scheme? scheme;
    readonly IReadOnlyList<SchemeMistake> mistakes;

    SchemeFile(Scheme? scheme, IEnumerable<SchemeMistake> mistakes, Dictionary<string, int> lines)
    {
        this.lines = lines;
        this.scheme = scheme;
        this.mistakes = [.. mistakes.Select(Located).OrderBy(mistake => mistake.Line)];
    }

    /// <summary>What is wrong, in the order of the file.</summary>
    public IReadOnlyList<SchemeMistake> Mistakes => mistakes;

    /// <exception cref="InvalidDataException">It has mistakes; the message names them all.</exception>
    public Scheme Scheme => mistakes.Count == 0
        ? scheme!
        : throw new InvalidDataException(string.Join('\n', mistakes));

    /// <summary>Reads a scheme's file. Wrong ones are values too: people write them.</summary>
    public static SchemeFile Read(string json)
    {
        FileNode root;
        try
        {
            root = FileNode.Read(json);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            var at = (int)((broken as JsonException)?.LineNumber ?? 0) + 1;
            return new(
                null,
                [new("", "This is no JSON.", "Please look for a comma, a bracket or a quotation mark there.")
                {
                    Line = at,
                }],
                []);
        }

        var (mistakes, lines) = SchemeShape.Check(root);
        if (mistakes.Count > 0) return new(null, mistakes, lines);

        var read = JsonSerializer.Deserialize<Scheme>(json, Scheme.FileFormat)!;
        return new(SchemeWords.Filled(read), SchemeWords.Check(read).Concat(FormRules.Check(read)), lines);
    }

    /// <summary>The same with more that is wrong: what a workflow finds that runs by it.</summary>
    public SchemeFile With(Func<Scheme, IEnumerable<SchemeMistake>> rules) =>
        mistakes.Count > 0 ? this : new(scheme, rules(scheme!), lines);

    // On its own line, or where that is not there, on the line of what it belongs to.
    SchemeMistake Located(SchemeMistake mistake)
    {
        if (mistake.Line > 0) return mistake;

        var place = mistake.Place;
        while (place.Length > 0 && !lines.ContainsKey(place))
            place = place[..Math.Max(0, place.LastIndexOfAny(['.', '[']))];
        return mistake with { Line = lines.GetValueOrDefault(place, 1) };
    }
}
