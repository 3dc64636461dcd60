using System.Globalization;

namespace AdaptiveCards;

/// <summary>A version of the Adaptive Cards schema; bots in Teams may declare up to 1.5.</summary>
public class AdaptiveSchemaVersion(int major, int minor)
{
    public AdaptiveSchemaVersion()
        : this(1, 0)
    {
    }

    /// <param name="versionString">As in <c>1.5</c>.</param>
    /// <exception cref="FormatException">It is not two numbers with a dot between.</exception>
    public AdaptiveSchemaVersion(string versionString)
        : this(Number(versionString, 0), Number(versionString, 1))
    {
    }

    public int Major { get; set; } = major;

    public int Minor { get; set; } = minor;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    static int Number(string version, int index) =>
        version.Split('.') is { Length: 2 } parts
            ? int.Parse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture)
            : throw new FormatException($"'{version}' is not a version of the schema.");
}
