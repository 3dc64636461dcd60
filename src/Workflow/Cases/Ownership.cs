using System.Collections.Frozen;

namespace OutreachBot.Workflow.Cases;

/// <summary>What belongs to one alone.</summary>
public static class Ownership
{
    /// <summary>Whose each of these is.</summary>
    /// <param name="what">What they are called in the complaint: "the verb".</param>
    /// <param name="all">Everybody who may have some.</param>
    /// <param name="claimed">What one of them says is theirs.</param>
    /// <param name="nameOf">What one of them is called in the complaint.</param>
    /// <exception cref="InvalidOperationException">Two claim the same.</exception>
    public static FrozenDictionary<TKey, T> Of<T, TKey>(
        string what, IEnumerable<T> all, Func<T, IEnumerable<TKey>> claimed, Func<T, string> nameOf)
        where TKey : notnull
    {
        var claims = all.SelectMany(one => claimed(one).Select(key => (Key: key, One: one))).ToList();
        foreach (var group in claims.GroupBy(claim => claim.Key).Where(group => group.Count() > 1))
            throw new InvalidOperationException(
                $"{string.Join(" and ", group.Select(claim => nameOf(claim.One)))} both claim {what} {group.Key}.");
        return claims.ToFrozenDictionary(claim => claim.Key, claim => claim.One);
    }
}
