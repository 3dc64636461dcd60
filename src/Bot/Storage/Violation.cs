namespace OutreachBot.Bot.Storage;

/// <summary>
/// Something that must never be, and where it was found. It names ids and numbers, and no person.
/// </summary>
public sealed record Violation(string Invariant, string Where, string What);
