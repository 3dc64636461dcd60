using System.Collections.Frozen;

namespace OutreachBot.Workflow.Directory;

/// <summary>What a span of days is to a school.</summary>
public enum TermKind
{
    /// <summary>Pupils come.</summary>
    Term,

    /// <summary>A break within a term.</summary>
    HalfTerm,

    /// <summary>A break between terms, or a single day off.</summary>
    Holiday,

    /// <summary>Staff come and pupils do not: an INSET day.</summary>
    Closure,
}

/// <summary>A span of days, both ends included.</summary>
/// <param name="SchoolUrn">Whose it is. Null: every school's that has none of its own of this kind in that school
/// year.</param>
public sealed record TermEntry(string? SchoolUrn, DateOnly From, DateOnly To, TermKind Kind);

/// <summary>Why a school is not open on a day.</summary>
public enum ShutBecause
{
    Weekend,
    BankHoliday,
    HalfTerm,
    Holiday,
    Closure,

    /// <summary>It is between two terms, or before or after all that are known of that school year.</summary>
    OutOfTerm,
}

/// <summary>
/// The days of schools. Where nobody has said when terms are, every weekday but a bank holiday is a school day. All it
/// says are days and mornings of schools in Britain.
/// </summary>
public sealed class SchoolCalendar
{
    // Nobody plans further, and nobody waits longer for a school to open.
    const int MostDays = 800;
    static readonly TimeOnly Morning = new(8, 0);
    static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    static readonly TermKind[] Breaks = [TermKind.Closure, TermKind.HalfTerm, TermKind.Holiday];

    readonly FrozenDictionary<(string Urn, int Year, TermKind Kind), TermEntry[]> entries;

    /// <param name="entries">Spans of every school and of none. One that goes over the end of a school year counts in
    /// both.</param>
    public SchoolCalendar(IEnumerable<TermEntry> entries) => this.entries = entries
        .SelectMany(entry => Years(entry).Select(year => (Key: (entry.SchoolUrn ?? "", year, entry.Kind), entry)))
        .GroupBy(one => one.Key, one => one.entry)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>A calendar of which nobody has said anything.</summary>
    public static SchoolCalendar Weekdays { get; } = new([]);

    /// <summary>The year in which the school year of that day began: September to August.</summary>
    public static int SchoolYear(DateOnly day) => day.Month >= 9 ? day.Year : day.Year - 1;

    public bool IsOpen(string? urn, DateOnly day) => WhyShut(urn, day) is null;

    /// <summary>Null: it is open.</summary>
    /// <param name="urn">The school. Null: one that has no days of its own.</param>
    /// <param name="day">The day.</param>
    public ShutBecause? WhyShut(string? urn, DateOnly day)
    {
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) return ShutBecause.Weekend;
        if (BankHolidays.On(day) is not null) return ShutBecause.BankHoliday;
        foreach (var kind in Breaks)
            if (Spans(urn, day, kind).Any(span => Holds(span, day))) return Why(kind);
        return Spans(urn, day, TermKind.Term) is { Count: > 0 } terms && !terms.Any(span => Holds(span, day))
            ? ShutBecause.OutOfTerm
            : null;
    }

    /// <summary>The term of a day. Null: it is in none, or nobody has said when terms are.</summary>
    public TermEntry? TermOf(string? urn, DateOnly day) =>
        Spans(urn, day, TermKind.Term).FirstOrDefault(span => Holds(span, day));

    /// <summary>Whether anybody has said when terms are in the school year of that day.</summary>
    public bool HasTerms(string? urn, DateOnly day) => Spans(urn, day, TermKind.Term).Count > 0;

    /// <summary>The next days from this one on, itself among them, on which all of these schools are open.</summary>
    /// <param name="urns">The schools.</param>
    /// <param name="from">The first day that may be one of them.</param>
    /// <param name="count">How many; fewer where there are none within two years.</param>
    public IReadOnlyList<DateOnly> NextOpen(IReadOnlyCollection<string?> urns, DateOnly from, int count) =>
    [
        .. Enumerable.Range(0, MostDays).Select(from.AddDays)
            .Where(day => urns.All(urn => IsOpen(urn, day)))
            .Take(count)
    ];

    /// <summary>The school day that comes this many school days after a day. 0: the day itself.</summary>
    /// <exception cref="InvalidOperationException">The school does not open as often within two years.</exception>
    public DateOnly Add(string? urn, DateOnly day, int schoolDays) => schoolDays == 0
        ? day
        : NextOpen([urn], day.AddDays(1), schoolDays) is { } open && open.Count == schoolDays
            ? open[^1]
            : throw new InvalidOperationException("The school does not open often enough.");

    /// <summary>How many school days lie behind a day, up to another and with it.</summary>
    public int Count(string? urn, DateOnly after, DateOnly upTo) => upTo <= after
        ? 0
        : Enumerable.Range(1, upTo.DayNumber - after.DayNumber).Count(days => IsOpen(urn, after.AddDays(days)));

    /// <summary>
    /// The first morning after a moment on which the school is open: eight o'clock there, summer and winter.
    /// </summary>
    public DateTimeOffset NextMorning(string? urn, DateTimeOffset after)
    {
        var there = TimeZoneInfo.ConvertTime(after, London);
        var today = DateOnly.FromDateTime(there.DateTime);
        return MorningFrom(urn, TimeOnly.FromDateTime(there.DateTime) < Morning ? today : today.AddDays(1));
    }

    /// <summary>The morning of the first day, from this one on, on which the school is open.</summary>
    public DateTimeOffset MorningFrom(string? urn, DateOnly from)
    {
        var day = NextOpen([urn], from, 1) is [var open] ? open : from;
        var morning = day.ToDateTime(Morning);
        return new(morning, London.GetUtcOffset(morning));
    }

    /// <summary>Which day it is in Britain.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, London).DateTime);

    // A school's own, or everybody's. Closures are each school's besides everybody's.
    IReadOnlyList<TermEntry> Spans(string? urn, DateOnly day, TermKind kind)
    {
        var year = SchoolYear(day);
        var own = urn is null ? null : entries.GetValueOrDefault((urn, year, kind));
        var all = entries.GetValueOrDefault(("", year, kind));
        return (own, all) switch
        {
            (null, null) => [],
            (null, _) => all,
            (_, null) => own,
            _ when kind is TermKind.Closure => [.. own, .. all],
            _ => own,
        };
    }

    static IEnumerable<int> Years(TermEntry entry) =>
        Enumerable.Range(SchoolYear(entry.From), Math.Max(0, SchoolYear(entry.To) - SchoolYear(entry.From)) + 1);

    static bool Holds(TermEntry span, DateOnly day) => span.From <= day && day <= span.To;

    static ShutBecause Why(TermKind kind) => kind switch
    {
        TermKind.Closure => ShutBecause.Closure,
        TermKind.HalfTerm => ShutBecause.HalfTerm,
        TermKind.Holiday => ShutBecause.Holiday,
        TermKind.Term => throw new System.Diagnostics.UnreachableException("A term is no break."),
    };
}
