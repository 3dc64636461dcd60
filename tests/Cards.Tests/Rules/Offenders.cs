namespace OutreachBot.Cards.Tests.Rules;

/// <summary>The cards that break a rule, by name; so few that a failing test can be read.</summary>
static class Offenders
{
    const int Few = 10;

    public static IReadOnlyList<string> Among(Func<Shown, bool> breaks) =>
        [.. Gallery.Everything.Where(breaks).Select(shown => shown.Name).Take(Few)];

    /// <summary>What in the cards breaks a rule, said in a few words each.</summary>
    public static IReadOnlyList<string> Among(Func<Shown, IEnumerable<string>> faults) =>
        [.. Gallery.Everything.SelectMany(shown => faults(shown).Select(fault => $"{shown.Name}: {fault}")).Take(Few)];
}
