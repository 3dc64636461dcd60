using System.Text.Json;

namespace OutreachBot.Rehearsal;

/// <summary>
/// A message as the page shows it. Version grows with every change, CardVersion only when it must be drawn anew. Note
/// is the short line under it: what a pressed button answered, or why something failed.
/// </summary>
sealed record Message(
    string Id, bool FromBot, DateTimeOffset At, JsonElement Activity, int Version = 1, int CardVersion = 1,
    DateTimeOffset? EditedAt = null, bool Deleted = false, string? Note = null, bool Failed = false)
{
    /// <summary>What a phone's notification would say.</summary>
    public string Preview => NonEmpty("summary") ?? NonEmpty("text") ?? "Sent a card";

    string? NonEmpty(string name) => Activity.Text(name) is { Length: > 0 } text ? text : null;
}
