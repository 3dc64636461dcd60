using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests.Rows;

/// <summary>What a store says when the product reads it: a line for each thing it knows, in words that stay.</summary>
sealed class Meaning(Instance bot)
{
    public async Task<IReadOnlyList<string>> ReadAsync(IReadOnlyList<StoredRow> rows) =>
    [
        .. await RequestsAsync(
            rows.Where(row => row.Kind == "op").ToLookup(row => row.Request, row => row.Row.GetInt32("Version"))),
        .. await CardsAsync(rows),
        .. await DeadAsync(),
        .. (await new WholeStore(bot.Tables, Instance.Workflows).BookingsAsync(CancellationToken.None))
            .Select(one =>
                $"booking of {one.LeadingTeacher} on {one.Booking.Day:yyyy-MM-dd}: {one.Booking.Case} for school "
                + $"{one.Booking.SchoolUrn}"),
        .. await DiariesAsync(rows),
        .. await ListsAsync(rows),
        .. await PlacesAsync(rows),
        .. await DirectoryAsync(),
    ];

    // Earlier versions had none, and whoever looks makes them.
    async Task<IEnumerable<string>> DiariesAsync(IReadOnlyList<StoredRow> rows) =>
        rows.Any(row => row.Row.PartitionKey is "~diaries")
            ? from diary in await bot.Diaries.AllAsync(CancellationToken.None)
              orderby diary.Key.Key
              from day in diary.Value
              select $"diary of {diary.Key}: {day.Day:yyyy-MM-dd} for {day.Case} at school {day.SchoolUrn}"
                + (day.IsWindow ? ", a window" : "")
            : [];

    async Task<IEnumerable<string>> RequestsAsync(ILookup<CaseId, int?> operations) =>
        from whole in (await new WholeStore(bot.Tables, Instance.Workflows).CasesAsync(CancellationToken.None)).Values
        orderby whole.Id.Value
        let state = (Request)whole.State!
        let said = $"request {whole.Id}: {state.Stage}, ended at {state.EndedAt}, version "
            + $"{state.Version}, operations {string.Join(' ', operations[whole.Id].Order())}, "
            + $"waits for {string.Join(" and ", state.Waiting.Select(turn => $"{turn.Part} {turn.Person.Name} since {turn.Since}"))}"
        let events = whole.Events.Select(
            one => $"{whole.Id} event {one.Number}: {one.What.GetType().Name} by {one.By.Name} at {one.At:O}")
        let items = whole.Outbox.OrderBy(one => one.RowKey, StringComparer.Ordinal).Select(Said)
        from line in events.Concat(items).Prepend(said)
        select line;

    static string Said(OutboxItem one) =>
        $"{one.Case} item {one.Name}: {one.Kind} to {one.Person} of version {one.Version} due "
        + $"{one.Due:O} after {one.Attempts} attempts"
        + (one is NoticeItem { Notice.About: { } about } ? $", about {about}" : "")
        + (one is FanOutItem all ? $", from version {all.Before}" : "")
        + (one is NoticeItem { Notice.Until: { } until } ? $", until {until:O}" : "")
        + (one.Claim is { } claim ? $", claimed by {claim}" : "");

    async Task<IEnumerable<string>> DeadAsync() =>
        (await bot.DeadLetters.AllAsync(CancellationToken.None))
            .Select(letter => $"laid aside, {letter.Reason}: {letter.Item.Case} {letter.Item.Name}, "
                + $"{letter.Item.Kind} to {letter.Item.Person} of version {letter.Item.Version} "
                + $"after {letter.Item.Attempts} attempts");

    async Task<IEnumerable<string>> CardsAsync(IReadOnlyList<StoredRow> rows)
    {
        var lines = new List<string>();
        foreach (var row in rows.Where(row => row.Kind == "card"))
        {
            var (request, person) = (row.Request, PersonId.Parse(row.Row.RowKey.Split('|')[^1])!.Value);
            var current = (await bot.SentCards.FindAsync(request, person, CancellationToken.None))!;
            lines.Add(
                $"{request} card of {person}: {current.Card.Activity} in {current.Card.Conversation}, sent for version "
                + $"{current.SentFor}"
                    + (current.ItemName is { } item ? $", delivering {item}" : "") + (current.InUse ? ", in use" : ""));
        }
        return lines;
    }

    async Task<IEnumerable<string>> ListsAsync(IReadOnlyList<StoredRow> rows)
    {
        var lines = new List<string>();
        foreach (var key in rows.Where(row => row.Kind == "worklists").Select(row => row.Row.PartitionKey).Distinct())
        {
            var person = PersonId.Parse(key)!.Value;
            lines.Add($"list of {person}: open {Ids(await bot.WorkLists.OpenAsync(person, CancellationToken.None))}");
            lines.Add(
                $"list of {person}: drafts {Ids(await bot.WorkLists.DraftsAsync(person, CancellationToken.None))}");
        }
        return lines;
    }

    async Task<IEnumerable<string>> PlacesAsync(IReadOnlyList<StoredRow> rows)
    {
        var lines = new List<string>();
        foreach (var row in rows.Where(row => row.Kind == "conversations" && Guid.TryParse(row.Row.RowKey, out _)))
        {
            var person = new PersonId(row.Row.PartitionKey, row.Row.RowKey);
            var place = (await bot.Conversations.FindAsync(person, CancellationToken.None))!;
            lines.Add($"place of {person}: {place.Conversation} with {place.Bot} at {place.ServiceUrl}, "
                + $"connectors {string.Join(' ', await bot.Conversations.ServiceUrlsAsync(person.Tenant, CancellationToken.None))}");
        }
        foreach (var row in rows.Where(
            row => row.Kind == "conversations" && row.Row.RowKey.EndsWith("welcomed", StringComparison.Ordinal)))
        {
            var person = new PersonId(row.Row.PartitionKey, row.Row.RowKey.Split('~')[0]);
            lines.Add(
                $"welcomed {person}: {!await bot.Conversations.IsFirstWelcomeAsync(person, CancellationToken.None)}");
        }
        return lines;
    }

    async Task<IEnumerable<string>> DirectoryAsync()
    {
        var table = new AuthorityTable(bot.Tables);
        var data = await table.ReadAsync(CancellationToken.None);
        return
        [
            $"directory stamp {(await table.StampAsync(CancellationToken.None))?.Value}",
            .. data.People.Select(one =>
                $"directory person {one.Person.Id} {one.Person.Name}, {one.Email}, "
                + $"{string.Join('+', one.Roles.Order())}, school {one.SchoolUrn}"),
            .. data.Schools.Select(one =>
                $"directory school {one.School.Urn} {one.School.Name}, {one.District}, {one.Easting} {one.Northing}"),
            .. data.LeadingTeachers
                .Select(one =>
                    $"directory leading teacher {one.Id}, {string.Join('+', one.CurriculumAreas)}, "
                    + $"{string.Join('+', one.SupportKinds)}, {one.Expertise}, {one.FieldDays} days"),
            .. data.Inspectors.Select(one => $"directory inspector {one.Id}, {string.Join('+', one.CurriculumAreas)}"),
            .. data.Districts.Select(one => $"directory district {one.Name}, {one.Manager}"),
            .. data.Terms.Select(one =>
                $"directory {one.Kind} of {one.SchoolUrn ?? "all"}, {one.From:yyyy-MM-dd} to {one.To:yyyy-MM-dd}"),
        ];
    }

    static string Ids(IEnumerable<CaseId> ids) =>
        string.Join(' ', ids.Select(id => id.Value).Order(StringComparer.Ordinal));
}
