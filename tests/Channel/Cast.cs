using System.Globalization;
using CsvHelper;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Channel;

/// <summary>
/// Who plays in one story, all of the sample authority. A school asks again when every other has asked.
/// </summary>
/// <param name="Area">The id of the curriculum area that inspector and leading teacher are at home in.</param>
/// <param name="Days">Two weekdays on which nobody else has asked for this leading teacher.</param>
public sealed record Cast(
    TeamsUser Head, TeamsUser Teacher, TeamsUser SecondTeacher,
    TeamsUser Inspector, TeamsUser LeadingTeacher, TeamsUser ProvidingHead, string Area, IReadOnlyList<DateOnly> Days);

/// <summary>Hands out casts, so that stories can be played side by side in one authority.</summary>
public sealed class Casts
{
    // How often a leading teacher is lent in a school year, and for how many days each time.
    const int Lent = 4;
    const int Days = 2;

    readonly IReadOnlyList<TeamsUser> people;
    readonly List<TeamsUser> heads;
    readonly List<(TeamsUser Person, string Area)> leadingTeachers;
    readonly List<(TeamsUser Person, string Area)> inspectors;
    readonly Func<DateOnly> today;
    int given = -1;

    /// <param name="samples">The folder of the sample authority.</param>
    /// <param name="today">Visits are two weeks later and after.</param>
    public Casts(string samples, Func<DateOnly> today)
    {
        this.today = today;
        people = TeamsUser.Read(samples);
        heads = [.. people.Where(user => user.Is("headteacher"))];
        leadingTeachers = Areas(
            samples, "leading-teachers.csv",
            row => int.Parse(row.GetString("fieldDays"), CultureInfo.InvariantCulture) >= Lent * Days);
        inspectors = Areas(samples, "inspectors.csv", _ => true);
    }

    public IReadOnlyList<TeamsUser> People => people;

    /// <summary>How many there are.</summary>
    public int Count => Lent * leadingTeachers.Count;

    /// <exception cref="InvalidOperationException">Nobody has days left.</exception>
    public Cast Next()
    {
        var number = Interlocked.Increment(ref given);
        if (number >= Count)
            throw new InvalidOperationException("Every leading teacher of the authority has been lent.");

        var head = heads[number % heads.Count];
        var round = number / leadingTeachers.Count;
        var (leadingTeacher, area) = leadingTeachers[number % leadingTeachers.Count];

        // Nobody is lent to their own school: then the round's last leading teacher helps out, in a week of its own.
        if (leadingTeacher.School == head.School) ((leadingTeacher, area), round) = (leadingTeachers[^1], 2 + number);
        var teachers = people.Where(user => user.School == head.School && user.Roles is ["teacher"]).ToList();
        var now = today();
        var monday = now.AddDays(14 + (((int)DayOfWeek.Monday - (int)now.DayOfWeek + 7) % 7));
        var first = Enumerable.Range(0, int.MaxValue).Select(week => monday.AddDays(7 * week))
            .Where(day => SchoolCalendar.Weekdays.NextOpen([null], day, 2) is [var one, var two]
                && one == day && two == day.AddDays(1))
            .ElementAt(round);
        return new(
            head, teachers[0], teachers[1],
            inspectors.First(inspector => inspector.Area == area).Person,
            leadingTeacher,
            people.First(user => user.Is("headteacher") && user.School == leadingTeacher.School),
            area,
            [first, first.AddDays(1)]);
    }

    List<(TeamsUser, string)> Areas(string samples, string file, Func<CsvReader, bool> isOne)
    {
        using var csv = CsvReader.FromFile(Path.Combine(samples, file));
        var found = new List<(TeamsUser, string)>();
        while (csv.Read())
        {
            var id = csv.GetString("aadObjectId");
            if (isOne(csv))
                found.Add((people.First(user => user.Id == id), csv.GetString("curriculumAreas").Split(';')[0]));
        }
        return found;
    }
}
