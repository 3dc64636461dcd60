namespace AdaptiveCards;

/// <summary>The names of an enum as cards spell them, in camel case.</summary>
static class WireName<T>
    where T : struct, Enum
{
    static readonly Dictionary<T, string> Names = Enum.GetValues<T>().ToDictionary(value => value, CamelCase);

    public static string Of(T value) => Names[value];

    static string CamelCase(T value)
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
