using System.Text;
using System.Text.Unicode;

namespace OutreachBot.Bot.Directory;

/// <summary>The text of a file, whichever of the usual programs has saved it.</summary>
static class FileText
{
    // The national register is downloaded in it.
    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>UTF-8 with or without a mark, UTF-16 with a mark or without, and otherwise Windows-1252.</summary>
    public static string Read(byte[] bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) return Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3);
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        if (IsUtf16(bytes, zerosAt: 1)) return Encoding.Unicode.GetString(bytes);
        if (IsUtf16(bytes, zerosAt: 0)) return Encoding.BigEndianUnicode.GetString(bytes);
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Windows1252.GetString(bytes);
    }

    /// <summary>Lines in which a letter was lost before the file came here, or that are no text at all.</summary>
    public static IEnumerable<int> Damaged(string text) =>
        from line in text.ReplaceLineEndings("\n").Split('\n').Select((text, index) => (Text: text, Number: index + 1))
        where line.Text.Any(letter => letter is '\uFFFD' or '\0' or >= '\u0080' and <= '\u009F')
        select line.Number;

    // Headings are plain letters, so every other byte is empty.
    static bool IsUtf16(byte[] bytes, int zerosAt) =>
        bytes.Length >= 4 && bytes.Length % 2 == 0 && bytes[zerosAt] == 0 && bytes[zerosAt + 2] == 0
            && bytes[1 - zerosAt] != 0;
}
