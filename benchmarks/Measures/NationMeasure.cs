using System.Text;
using OutreachBot.Channel;
using OutreachBot.Rehearsal;
using OutreachBot.Scenarios.Stories;
using OutreachBot.Simulation;

namespace OutreachBot.Benchmarks.Measures;

/// <summary>
/// P12: what a whole country would ask of the store and of Teams, reckoned from one request that is played to its end
/// and counted, and from figures that were measured before.
/// </summary>
static class NationMeasure
{
    const int Schools = 22_000;
    const int RequestsAYear = 1_000_000;
    const int SchoolWeeks = 39;
    const double OfTheWeekOnMonday = 0.3;
    const double OfMondayInItsFirstHour = 0.4;
    const double WorstMinuteOverItsHour = 3;
    const int Buckets = 16;
    const double EntitiesOfAPartition = 2_000;
    const double RequestsOfAnAccount = 20_000;
    const double SendsOfATenant = 50;

    // The largest of about 150 authorities, each with tenants of its own.
    const double OfTheLargestAuthority = 0.05;

    public static Task<IReadOnlyList<Figure>> RunAsync(IReadOnlyList<Figure> measured)
    {
        var story = WholeStory.Play(Path.Combine(Repository.Root, "samples"));
        var hour =
            RequestsAYear * (double)story.Presses / SchoolWeeks * OfTheWeekOnMonday * OfMondayInItsFirstHour / 3600;
        var presses = hour * WorstMinuteOverItsHour;
        var eachSecond = presses / story.Presses;
        var partition = Hottest(eachSecond * story.Entities / Buckets, story.Entities / (double)story.Presses);
        var storage = eachSecond * story.StorageRequests;
        var sends = eachSecond * story.Sends;

        var details =
            new StringBuilder("| | one request | worst second | limit | share |\n| --- | --: | --: | --: | --: |\n");
        Row("presses and messages", story.Presses, presses);
        Row("storage requests", story.StorageRequests, storage, RequestsOfAnAccount);
        Row($"rows read and written in the hottest of {Buckets} partitions", story.Entities, partition,
            EntitiesOfAPartition);
        Row("sends and updates in the tenants of the largest authority", story.Sends, sends * OfTheLargestAuthority,
            SendsOfATenant);
        Row("sends and updates to officers, if one tenant had those of all authorities", story.SendsToOfficers,
            eachSecond * story.SendsToOfficers, SendsOfATenant);
        Row("sends and updates, if one tenant had everybody", story.Sends, sends, SendsOfATenant);
        if (Micros("P1") is { } action)
            Row("processors, answering", action * story.Presses / 1e6, presses * action / 1e6);
        if (Micros("P3") is { } send) Row("processors, sending", send * story.Sends / 1e6, sends * send / 1e6);
        details.Append(
            $"\nIn a year {(double)RequestsAYear * story.StorageRequests / 1e6:N0} million storage requests, "
                + $"{RequestsAYear * (double)story.Rows / 1e6:N0} million rows and "
                + $"{RequestsAYear * (double)story.Bytes / 1e9:N0} GB. ");
        details.Append(
            $"If one tenant had the officers of all authorities, {Late(eachSecond * story.SendsToOfficers)}; if it "
            + $"had everybody, {Late(sends)}.");

        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            new("P12",
                $"{Schools:N0} schools, {RequestsAYear / 1_000_000} million requests a year, the worst minute of a "
                + "Monday: hottest partition, over its limit", "reckoned",
                    FormattableString.Invariant($"{partition / EntitiesOfAPartition:0.00}"),
                $"{presses:0} presses a second, {storage:0} storage requests a second, {story.StorageRequests} a "
                    + "request") { Details = $"{details}" },
        ]);

        double? Micros(string id) => measured.FirstOrDefault(figure => figure.Id == id)?.Micros;

        void Row(string what, double request, double second, double? limit = null) =>
        details.Append($"| {what} | {request:0.####} | {second:0.##} | {limit:N0} | "
            + $"{(limit is null ? "" : $"{100 * second / limit:0} %")} |\n");
    }

    // What comes above the limit waits, in the worst minute or in the whole hour.
    static string Late(double inTheWorstMinute)
    {
        var inTheHour = inTheWorstMinute / WorstMinuteOverItsHour;
        return inTheHour < SendsOfATenant
            ? "messages of the worst minute would come up to "
                + $"{Math.Max(0, inTheWorstMinute - SendsOfATenant) * 60 / SendsOfATenant:0} s late"
            : $"the hour's last message would come {(inTheHour - SendsOfATenant) * 3600 / SendsOfATenant / 60:0} "
                + "minutes late";
    }

    // Ids are drawn at random, so presses of one second fall into buckets as they like: three deviations above the
    // mean.
    static double Hottest(double mean, double each) => mean + (3 * Math.Sqrt(mean * each));

    sealed record WholeStory(
        int Presses, int StorageRequests, int Entities, int Sends, int SendsToOfficers, int Rows, long Bytes)
    {
        static readonly string[] Tables = ["requests", "worklists", "bookings"];

        public static WholeStory Play(string samples)
        {
            var world = new World(1, new(samples) { Tables = Stores.With(samples), Buckets = Buckets });
            var cast = new Casts(samples, () => world.Teams.Calendar.Today).Next();
            var story = new OutreachStory(world.Teams, cast);
            var calls = new List<Call>();
            world.Start();
            world.Pass(TimeSpan.FromMinutes(2));
            var (rows, bytes) = Stored(world);
            world.Fates = call =>
            {
                calls.Add(call);
                return null;
            };
            world.Run(() => story.UpToAsync(Chapter.End));
            world.Pass(TimeSpan.FromMinutes(5));

            // Looks into buckets and at the directory are made whether there are requests or not.
            var storage = calls.Where(
                call => call.Kind is CallKind.Storage && !call.Path.Contains("/directory", StringComparison.Ordinal)
                    && !call.Path.EndsWith("/requests()", StringComparison.Ordinal)).ToList();
            var sends = calls.Where(call => call.IsSend || call.IsUpdate).ToList();
            var (rowsAfter, bytesAfter) = Stored(world);
            return new(
                world.Delivered.Count, storage.Count, storage.Sum(EntitiesOf), sends.Count,
                sends.Count(call => call.Path.Contains(cast.Inspector.Id, StringComparison.Ordinal)
                    || world.Settings.People.Any(
                        user => user.Is("finance") && call.Path.Contains(user.Id, StringComparison.Ordinal))),
                rowsAfter - rows, bytesAfter - bytes);
        }

        // Of the table of requests; the others are spread by person.
        static int EntitiesOf(Call call)
        {
            if (!call.Path.Contains("/requests", StringComparison.Ordinal) && !call.IsTransaction) return 0;
            return call.IsTransaction ? Encoding.UTF8.GetString(call.Body.Span).Split("HTTP/1.1\r\n").Length - 1 : 1;
        }

        static (int Rows, long Bytes) Stored(World world)
        {
            var rows = Tables.SelectMany(world.Tables.Rows).ToList();
            return (rows.Count, rows.Sum(row => (long)row.Row.GetRawText().Length));
        }
    }
}
