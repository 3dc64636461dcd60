using CsvHelper;

namespace OutreachBot.Bot.Directory;

/// <summary>One CSV file of a directory: its rows by heading, and everything that is wrong with its shape.</summary>
static class DirectoryFile
{
    /// <summary>Blanks of every kind that spreadsheets and web pages leave around values.</summary>
    public static readonly char[] Blanks = [' ', '\t', '\r', '\n', '\u00A0', '\u2007', '\u202F', '\u200B', '\uFEFF'];

    static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <param name="file">The file's name, for findings.</param>
    /// <param name="bytes">What it holds. Null: it is not there.</param>
    /// <param name="required">Headings without which it cannot be read.</param>
    /// <param name="known">Headings that are read where they are there, the required ones among them.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static IReadOnlyList<DirectoryRow> Read(
        string file, byte[]? bytes, IReadOnlyList<string> required, IReadOnlyList<string> known, List<Finding> findings)
    {
        if (bytes is null)
            return Nothing(new(file, 0, null, "The file is missing.", $"Please put {file} beside the others."));

        var text = FileText.Read(bytes);
        if (text.Trim(Blanks).Length == 0)
            return Nothing(new(file, 0, null, "The file is empty.", "Please export it again."));
        findings.AddRange(FileText.Damaged(text).Take(5).Select(line => new Finding(
            file, line, null, "A letter was lost when the file was saved.",
            "Please export it again, and save it as “CSV UTF-8”.")));

        var rows = Records(file, text, Separator(text, known), findings);
        if (rows is not [var heading, .. var records])
            return Nothing(new(file, 0, null, "The file is empty.", "Please export it again."));

        var columns = Columns(file, heading, required, known, findings);
        if (columns is null) return [];
        if (records.Count == 0)
            findings.Add(
                new(file, 0, null, "The file has headings and nothing below them.", "Please export it again."));
        return [.. records.Select(record => new DirectoryRow(file, record.Line, columns.ToDictionary(
            column => column.Key, column => column.Value < record.Fields.Count ? record.Fields[column.Value] : ""),
            findings))];

        IReadOnlyList<DirectoryRow> Nothing(Finding finding)
        {
            findings.Add(finding);
            return [];
        }
    }

    // Of all that could separate them, whatever shows most of the headings; a line sep=; settles it.
    static char Separator(string text, IReadOnlyList<string> known)
    {
        var lines = text.TrimStart(Blanks).ReplaceLineEndings("\n").Split('\n', 2);
        if (lines[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && lines[0].Length > 4) return lines[0][4];

        return Separators.MaxBy(separator =>
            lines[0].Split(separator)
                .Count(name => known.Contains(Plain(name.Trim('"')), StringComparer.OrdinalIgnoreCase)));
    }

    static List<(int Line, IReadOnlyList<string> Fields)> Records(
        string file, string text, char separator, List<Finding> findings)
    {
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = separator,
            SkipEmptyLines = true,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = record => findings.Add(Malformed(file, record)),
        };
        using var csv = CsvReader.FromText(text, options);
        var records = new List<(int, IReadOnlyList<string>)>();
        var isFirst = true;
        while (csv.Read())
        {
            string[] fields =
                [.. Enumerable.Range(0, csv.FieldCount).Select(field => csv.GetString(field).Trim(Blanks))];

            // Spreadsheets leave rows of separators at the end, and their own first line at the top.
            var isHint = isFirst && fields[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase);
            isFirst = false;
            if (!isHint && fields.Any(field => field.Length > 0)) records.Add(((int)csv.LineNumber, fields));
        }
        var toDo = separator is ';'
            ? "The file is separated by semicolons: please put several values of one field into quotation marks, or "
                + "separate them "
                + "with |."
            : "Please put values that contain a separator into quotation marks.";
        foreach (var (line, fields) in records.Skip(1))
            if (fields.Count != records[0].Item2.Count)
                findings.Add(new(
                    file, line, null,
                    $"The row has {fields.Count} fields, and the heading has {records[0].Item2.Count}.", toDo));
        return records;
    }

    static Finding Malformed(string file, CsvMalformedRecord record) =>
        record.Reason is CsvMalformedReason.UnterminatedQuote
            ? new(
                file, (int)record.LineNumber, null, "A quotation mark is opened here and never closed.",
                "Please close it; what follows it cannot be read.")
            : new(
                file, (int)record.LineNumber, null, "A quotation mark stands in the middle of a value.",
                "Please double it, and put the value into quotation marks.");

    /// <returns>The place of each heading that is read. Null: it cannot be read without what is missing.</returns>
    static Dictionary<string, int>? Columns(
        string file, (int Line, IReadOnlyList<string> Fields) heading, IReadOnlyList<string> required,
        IReadOnlyList<string> known,
        List<Finding> findings)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, place) in heading.Fields.Select((name, place) => (Plain(name), place)))
        {
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
            if (columns.TryAdd(name, place)) continue;
            findings.Add(new(file, heading.Line, name, "The column is there twice.", "Please take one of them out."));
        }
        var missing = required.Where(name => !columns.ContainsKey(name)).ToList();
        findings.AddRange(missing.Select(name =>
            new Finding(file, heading.Line, name, "The column is missing.", $"Please add a column “{name}”.")));
        return missing.Count == 0 ? columns : null;
    }

    static string Plain(string heading) =>
        string.Join(' ', heading.Split(Blanks, StringSplitOptions.RemoveEmptyEntries));
}
