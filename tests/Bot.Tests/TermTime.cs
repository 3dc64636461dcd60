using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using OutreachBot.Rehearsal;

namespace OutreachBot.Bot.Tests;

/// <summary>Time in term, whatever day it is.</summary>
static class TermTime
{
    static readonly DateTimeOffset Start = new(Some.Today, new TimeOnly(9, 0), TimeSpan.Zero);

    /// <summary>A clock that stands at nine on a Monday in term until a test moves it.</summary>
    public static FakeTimeProvider Standing() => new(Start);

    /// <summary>The rehearsal's clock, at nine on a Monday in term; it runs as time does.</summary>
    /// <param name="folder">Where it keeps how far it was moved.</param>
    public static RehearsalClock Running(string folder)
    {
        var file = Path.Combine(folder, "clock.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new { ahead = Start - TimeProvider.System.GetUtcNow() }));
        return new(file);
    }
}
