using Azure;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests.Rows;

/// <summary>
/// A store in which everything stands that the code of today writes: every stage, event, kind of item and table.
/// </summary>
static class StoreOfToday
{
    // Together they have been through every stage, and each event has happened in one of them.
    static readonly Scenario[] Requests =
    [
        Given.ADraftAtItsSecondStep, Given.AFirstFormToApprove, Given.AFirstFormSentBack,
        Given.ATeachersRequestWithTheInspector,
        Given.AnAnsweredQuestion, Given.AnOpenQuestion, OtherTeachers, Given.ADeclinedRequest, Given.AMatch,
        Given.AMatchThatWasDeclined,
        Given.ARelease, Given.AReleaseThatWasDeclined, Given.AWithdrawnRequest, Given.AForm2ToChange,
        Given.AnObservationWindow,
        Given.AProgrammeToChange, Given.ACancelledProgrammeWithOneVisit, Noted, Given.AHalfWrittenReflection,
        Given.AnEvaluation,
        Given.AFinishedReflection, Given.AReflectionToFollowUp, Given.AClosedRequest, Given.AVisitOnAnotherDay,
        Given.ACorrectedRecord,
        HandedOver, Left, ByALaterScheme,
    ];

    static Scenario ByALaterScheme => Given.Nothing
        .With(Some.Facts with { Scheme = Some.Scheme with { Version = 2 } })
        .After(Some.Headteacher, new RequestCommand.StartRequest());

    static Scenario OtherTeachers => Given.ARequestEveryTeacherLeft.After(
        Some.Headteacher, new RequestCommand.NameTeachers([Some.SecondTeacher.Person.Id.Key]));

    static Scenario Noted =>
        Given.AProgrammeWithOneVisitRecorded.After(Some.Teacher, new RequestCommand.NoteFollowUp(1, "Count daily."));

    // Posts pass on, and one stays empty.
    static Scenario HandedOver => Given.ARequestTheTeacherAgreedTo.Happened(
        Some.Coordinator,
        new RequestEvent.SchoolRenamed(Some.School.Urn, new(Some.School.Urn, "Alderbrook Academy")),
        new RequestEvent.PostPassedOn(Part.Inspector, Some.Coordinator.Person, Role.Coordinator),
        new RequestEvent.LeadingTeacherMatched(
            Some.LeadingTeacher.Person, Some.ProvidingSchool, Some.DistrictManager.Person, Role.DistrictManager),
        new RequestEvent.PostVacated(Part.ReceivingHeadteacher));

    static Scenario Left => Given.AMatch.Happened(
        Some.Coordinator, new RequestEvent.TeacherLeft(Some.Teacher.Person.Id), new RequestEvent.LeadingTeacherLeft());

    /// <summary>Its rows. Of the many items of a request, which are all alike, a few.</summary>
    public static async Task<IReadOnlyList<StoredRow>> RowsAsync(AzuriteFixture azurite)
    {
        var rows = await RowFile.AllAsync((await WriteAsync(azurite)).Tables);
        var spare = rows.Where(row => row.Kind is "outbox" && row.Row.GetInt32("Attempts") == 0)
            .GroupBy(row => (row.Request, row.Row.GetString("Kind")))
            .SelectMany(alike => alike.SkipLast(1));
        return [.. rows.Except(spare)];
    }

    static async Task<Instance> WriteAsync(AzuriteFixture azurite)
    {
        var bot = await Instance.StartAsync(azurite);
        await new AuthorityTable(bot.Tables).WriteAsync(
            new(
                [.. Some.Members.Select(member => member == Some.HeadteacherEntry
                    ? member with { MoreSchools = [Some.HeadlessSchool.Urn] }
                    : member)],
                [Some.SchoolEntry with { IsClosed = true, ClosesOn = new(2026, 8, 31) },
                    Some.HeadlessSchoolEntry with { SuccessorOf = ["900198"] }],
                [new(Some.LeadingTeacher.Person.Id, ["mathematics"], ["coaching"], "Number sense", 9)],
                [new(Some.Inspector.Person.Id, ["mathematics"])], [new("North", Some.DistrictManager.Person.Id)],
                [new(null, new(2026, 1, 5), new(2026, 3, 27), TermKind.Term),
                    new(Some.School.Urn, new(2026, 2, 16), new(2026, 2, 16), TermKind.Closure)]),
            "stamp-1", CancellationToken.None);
        await new StoredSchemes(bot.Tables).KeepAsync(
            "hampshire-lt", 2, """{ "id": "hampshire-lt", "version": 2 }""", CancellationToken.None);
        await new AuthorityTable(bot.Tables).FollowAsync("stamp-1", CancellationToken.None);
        await new AuthorityTable(bot.Tables).SaveFingerprintAsync("0123456789ABCDEF", CancellationToken.None);
        foreach (var (scenario, index) in Requests.Select((scenario, index) => (scenario, index)))
            await WriteAsync(bot, CaseId.From((ulong)(index * 37) + 1, 16), scenario);
        await ReachAsync(bot);
        await bot.Diaries.AllAsync(CancellationToken.None);
        await AddItemsAsync(bot);
        await HoldAsync(bot);
        return bot;
    }

    static async Task WriteAsync(Instance bot, CaseId id, Scenario scenario)
    {
        var request = new Request(id);
        foreach (var events in Turns(scenario))
        {
            var actor = Some.Everybody.First(one => one.Person.Id == events[0].By.Id);
            var verb = events[^1].What.GetType().Name;
            var outcome = await bot.Store.DecideAsync(
                id,
                Instance.Workflows.All[0],
                new(OperationId.For(id, request.Version, verb, actor.Person.Id), actor.Person.Id, verb,
                    "0123456789ABCDEF", request.Version),
                new($"a:{actor.Person.Id.Object}", $"m{events[0].Number}"),
                _ => Task.FromResult(
                    new Deciding(Decision.Accept([.. events.Select(one => one.What)]), actor, scenario.Facts)),
                CancellationToken.None);
            request = outcome!.Request;
        }
        await bot.WorkLists.PutAsync(scenario.Request.Requester!.Id, request, CancellationToken.None);
        if (request is { Stage: Stage.Closed, Match: { } match })
            await bot.Bookings.ClaimAsync(
                match.LeadingTeacher.Id, request.Visits.Select(visit => visit.Date), request, CancellationToken.None);
        if (Payments.IsObservationWindow(request))
            await bot.Bookings.ClaimAsync(
                request.Match!.LeadingTeacher.Id, [new(2026, 4, 20)], request, CancellationToken.None);
        if (request is { Stage: Stage.Closed, Match.LeadingTeacher.Id: var whose })
            await bot.Diaries.SettleAsync(whose, request, CancellationToken.None);
    }

    // What one person did before somebody else did something, in one transaction.
    static IEnumerable<List<Recorded>> Turns(Scenario scenario)
    {
        var turn = new List<Recorded>();
        foreach (var happened in scenario.Events)
        {
            if (turn.Count > 0 && turn[0].By != happened.By)
            {
                yield return turn;
                turn = [];
            }
            turn.Add(happened);
        }
        yield return turn;
    }

    static async Task ReachAsync(Instance bot)
    {
        foreach (var person in new[] { Some.Headteacher, Some.Inspector })
        {
            var place =
                new ChatAddress("https://smba.trafficmanager.net/uk/", $"a:{person.Person.Id.Object}", "28:bot");
            await bot.Conversations.LearnAsync(person.Person.Id, place, CancellationToken.None);
        }
        await bot.Conversations.LeaveAsync(Some.Inspector.Person.Id, CancellationToken.None);
        await bot.Conversations.IsFirstWelcomeAsync(Some.Headteacher.Person.Id, CancellationToken.None);
    }

    // One item of each kind with all that it may carry, and one that was laid aside.
    static async Task AddItemsAsync(Instance bot)
    {
        var (id, person) = (CaseId.From(1, 16), Some.Headteacher.Person.Id);
        foreach (var kind in Enum.GetValues<NoticeKind>()) await AddAsync(Telling($"{kind}", kind));
        foreach (var kind in Enum.GetValues<AlignmentKind>())
            await AddAsync(AlignmentItem.Of(id, new(person, kind, 1), bot.Clock.GetUtcNow()));
        await AddAsync(FanOutItem.Of(
            id, 0, new(1, bot.Clock.GetUtcNow(), Some.Headteacher.Person, new RequestEvent.Form1Approved("")),
            new([], [])));

        var lost = Telling("lost", NoticeKind.YourTurn);
        await bot.Tables.Cases.AddEntityAsync(lost.ToRow());
        await bot.Outbox.DeadLetterAsync(lost with { Tag = ETag.All }, "unreachable", [], CancellationToken.None);

        Task AddAsync(OutboxItem item) =>
            bot.Tables.Cases.AddEntityAsync((item with { Attempts = 3, Claim = "instance-1" }).ToRow());

        NoticeItem Telling(string name, NoticeKind kind) =>
            new(id, new(person, kind, 1, About: Some.Teacher.Person.Id, Until: Some.Today), name,
                bot.Clock.GetUtcNow())
            {
                Attempts = 3,
                Claim = "instance-1",
            };
    }

    // A card that was sent to deliver an item, and in which a field has been opened since.
    static async Task HoldAsync(Instance bot)
    {
        var (request, person, place) = (CaseId.From(1, 16), Some.Headteacher.Person.Id, new SentCard("a:1", "m9"));
        await bot.SentCards.SaveAsync(request, person, place, sentFor: 2, "000002-00", CancellationToken.None);
        await bot.SentCards.UseAsync(request, person, place, inUse: true, CancellationToken.None);
        await new UndeliveredReports(bot.Tables)
            .SaveAsync(Some.Coordinator.Person.Id, person.Tenant, bot.Clock.GetUtcNow(), place, CancellationToken.None);
    }
}
