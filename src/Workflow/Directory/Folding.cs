namespace OutreachBot.Workflow.Directory;

/// <summary>Text as it is compared: small letters, and one character where people write several.</summary>
public static class Folding
{
    /// <summary>
    /// The same text, letter by letter, in small letters and with one kind of dash, apostrophe and blank.
    /// </summary>
    public static string Of(string text) => string.Create(text.Length, text, (folded, written) =>
    {
        for (var at = 0; at < written.Length; at++)
            folded[at] = written[at] switch
            {
                '\n' or '\t' => ' ',
                >= '\u2010' and <= '\u2015' or '\u2212' or '\u2043' or '\uFE58' or '\uFE63' or '\uFF0D' or '\u00AD' =>
                    '-',
                '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u02BC' or '\u02B9' or '\u2032' or '\uFF07' or '\u00B4'
                    or '`' => '\'',
                >= '\uFF01' and <= '\uFF5E' and var wide => char.ToLowerInvariant((char)(wide - 0xFEE0)),
                var digit when char.IsDigit(digit) => (char)('0' + (int)char.GetNumericValue(digit)),
                var other => char.ToLowerInvariant(other),
            };
    });
}
