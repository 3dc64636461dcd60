using System.Security.Cryptography;
using System.Text;

namespace OutreachBot.Bot.Directory;

/// <summary>The files of a directory as they lie in a folder. Nothing below it is read.</summary>
static class FolderFiles
{
    public static readonly string[] Names =
        ["people.csv", "schools.csv", "leading-teachers.csv", "inspectors.csv", "districts.csv", "links.csv",
            "terms.csv"];

    /// <summary>What each of them holds, by its name; those that are not there are left out.</summary>
    public static IReadOnlyDictionary<string, byte[]> Read(string folder) => Names
        .Where(name => File.Exists(Path.Combine(folder, name)))
        .ToDictionary(name => name, name => File.ReadAllBytes(Path.Combine(folder, name)));

    /// <summary>The same for the same files, and another for any other.</summary>
    public static string Fingerprint(IReadOnlyDictionary<string, byte[]> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, bytes) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{bytes.Length}\n"));
            hash.AppendData(bytes);
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
