using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OutreachBot.Rehearsal;

/// <summary>
/// A chat's entries as JSON lines. Each line is handed to the operating system before the entry counts, so a killed
/// process loses at most a line that it was still writing; that torn line is left out when the file is read.
/// </summary>
sealed class ChatFile(string folder, string person)
{
    const int LongestName = 120;

    readonly string path = Path.Combine(folder, NameOf(person) + ".jsonl");

    public IEnumerable<Entry> Read() =>
        File.Exists(path) ? File.ReadLines(path).Select(Parse).OfType<Entry>() : [];

    public void Append(Entry entry)
    {
        Directory.CreateDirectory(folder);
        using var file = new FileStream(
            path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        var line = (EndsInTornLine(file) ? "\n" : "") + JsonSerializer.Serialize(entry, Json.Options) + "\n";
        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.UTF8.GetBytes(line));
    }

    static bool EndsInTornLine(FileStream file)
    {
        if (file.Length == 0) return false;
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() != '\n';
    }

    static Entry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Entry>(line, Json.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static string NameOf(string person) =>
        Uri.EscapeDataString(person.ToUpperInvariant()) is { Length: <= LongestName } name
            ? name.ToLowerInvariant()
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(person.ToUpperInvariant())));
}
