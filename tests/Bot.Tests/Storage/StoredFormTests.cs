using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Bot.Tests;

/// <summary>
/// Rows as they are in storage for ever. A change here needs rows of the old form to be read as well.
/// </summary>
public sealed class StoredFormTests(AzuriteFixture azurite)
{
    const string Head = "5c0015c0-0000-4000-8000-000000000001.00000000-0000-4000-8000-000000000001";

    [Fact]
    public async Task A_request_that_begins_is_these_rows()
    {
        var bot = await Instance.StartAsync(azurite);
        await bot.PressAsync(Some.Headteacher, new StartRequest(), 0, "hash", new("a:1", "m1"));

        var operation = OperationId.For(Some.Id, 0, nameof(StartRequest), Some.Headteacher.Person.Id);
        Assert.Equal(
            [
                $"02 outbox|{bot.Clock.GetUtcNow().UtcTicks:D19}|{Some.Id}|000001-all: Attempts=0 Before=0 "
                + $"Claim={bot.Signals.Instance} Kind=FanOut To={Head} Version=1",
                $"02 request|{Some.Id}|card|{Head}: Activity=m1 Conversation=a:1 InUse=False",
                $$$"""02 request|{{{Some.Id}}}|event|000001: At=2026-03-02T09:00:00.0000000+00:00 By={{{Head}}} ByName=Marian Quillfeather Json={"Scheme":"hampshire-lt","As":"Headteacher","School":{"Urn":"900101","Name":"Alderbrook Primary School"},"LeadsTo":"Drafting"} Kind=RequestStarted""",
                $"02 request|{Some.Id}|op|{operation}: Action=StartRequest Actor={Head} InputHash=hash Version=1",
                $$$"""02 request|{{{Some.Id}}}|state: Json={"Waiting":[{"Part":"Requester","Person":{"Id":"{{{Head}}}","Name":"Marian Quillfeather"},"Since":1}],"Stage":"Drafting","EndedAt":"Drafting","Requester":{"Id":"{{{Head}}}","Name":"Marian Quillfeather"},"RequesterRole":"Headteacher","School":{"Urn":"900101","Name":"Alderbrook Primary School"},"Teachers":[],"Agreed":[],"Form2Draft":0,"SignedBy":[],"Visits":[],"FollowUps":[],"Id":"{{{Some.Id}}}","Version":1,"Scheme":"hampshire-lt","Former":[],"Drafts":{},"Sent":{},"Names":{},"Story":[]} Schema=1 Version=1 Workflow=outreach""",
            ],
            (await bot.RowsAsync("")).Select(Line));
    }

    [Fact]
    public async Task An_item_that_was_put_off_and_one_that_was_laid_aside_are_these_rows()
    {
        var bot = await Instance.StartAsync(azurite);
        await bot.PressAsync(Some.Headteacher, new StartRequest(), 0);
        await bot.SpreadAsync();
        var item = Assert.Single(await bot.DueAsync());
        var name = $"000001-{OperationId.For(Some.Id, 1, "Listed ", Some.Headteacher.Person.Id)}";

        await bot.Outbox.DeferAsync(item, TimeSpan.FromMinutes(1), attempts: 1, default);
        var later = bot.Clock.GetUtcNow().AddMinutes(1);
        Assert.Equal(
            [$"02 outbox|{later.UtcTicks:D19}|{Some.Id}|{name}: Attempts=1 Kind=Listed To={Head} Version=1"],
            (await bot.RowsAsync("outbox|")).Select(Line));

        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.Outbox.DeadLetterAsync(Assert.Single(await bot.DueAsync()), "unreachable", [], default);
        Assert.Equal(
            [$"02 dead|{Some.Id}|{name}: At=2026-03-02T09:01:00.0000000+00:00 Attempts=2 Kind=Listed "
                + $"Reason=unreachable To={Head} Version=1"],
            (await bot.RowsAsync("dead|")).Select(Line));
        Assert.Empty(await bot.RowsAsync("outbox|"));
    }

    // The file was written by the first version and is never written again.
    [Fact]
    public void The_state_that_the_first_version_wrote_is_read_without_loss()
    {
        var stored =
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Storage", "closed-request.v1.json")).TrimEnd();

        var request = JsonSerializer.Deserialize<Request>(stored, StoredJson.Format)!;

        // Form 2 asked then to whom it is paid.
        var today = Given.AClosedRequest.Request;
        var then = today with
        {
            Sent = today.Sent.SetItem(FormKeys.Form2, today.Form2.With(("pay-to", Some.ProvidingSchool.Name)))
        };
        Assert.Equal(Scenarios.Stored.Json(then), Scenarios.Stored.Json(request));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(stored), JsonSerializer.SerializeToNode(request, StoredJson.Format)));
    }

    [Theory]
    [InlineData(nameof(Given.AClosedRequest))]
    [InlineData(nameof(Given.AForm2ToChange))]
    [InlineData(nameof(Given.AnAnsweredQuestion))]
    [InlineData(nameof(Given.AReleaseThatWasDeclined))]
    public void Events_are_written_as_the_workflow_promises_and_read_back(string scenario)
    {
        foreach (var what in Given.Everything[scenario].Events.Select(recorded => recorded.What))
        {
            var (kind, json) = StoredEvents.Write(what);

            Assert.Equal(Scenarios.Stored.Line(what), $"{kind} {json}");
            Assert.Equal(
                Scenarios.Stored.Line(what), Scenarios.Stored.Line(StoredEvents.Read(kind, json, Instance.Workflows)));
        }
    }

    [Fact]
    public void An_event_of_a_newer_version_is_not_guessed_at() =>
        Assert.Contains(
            "TeaServed", Assert.Throws<InvalidDataException>(() => StoredEvents.Read("TeaServed", "{}", Instance.Workflows)).Message);

    static string Line(TableEntity row) => $"{row.PartitionKey} {row.RowKey}: " + string.Join(' ', row
        .Where(property => property.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"))
        .OrderBy(property => property.Key, StringComparer.Ordinal)
        .Select(property =>
            $"{property.Key}={(property.Value is DateTimeOffset at ? at.ToString("O", CultureInfo.InvariantCulture) : property.Value)}"));
}
