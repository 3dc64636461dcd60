using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using FsCheck;
using FsCheck.Fluent;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Outreach.RequestEvent;

namespace OutreachBot.Workflow.Tests;

// What holds for every request, whatever people press.
public sealed class PropertiesTests
{
    static readonly Scenario[] Everything = [.. Given.Everything.Values];

    public static TheoryData<string> Names => [.. Given.Everything.Keys];

    [Theory, MemberData(nameof(Names))]
    public void The_state_is_the_fold_of_its_events(string given)
    {
        var scenario = Given.Everything[given];

        var again = scenario.Events.Aggregate(new Request(Some.Id), (request, recorded) => request.Evolve(recorded));

        Assert.Equal(Stored.Json(scenario.Request), Stored.Json(again));
    }

    [Theory, MemberData(nameof(Names))]
    public void The_state_survives_its_way_through_the_store(string given)
    {
        var stored = Stored.Json(Given.Everything[given].Request);

        Assert.Equal(stored, Stored.Json(JsonSerializer.Deserialize<Request>(stored, Stored.Format)));
    }

    [Fact]
    public void Nothing_is_stored_that_can_be_computed() => Assert.Equal(
        typeof(Request).GetProperties().Where(property => property.CanWrite).Select(StoredName).Order(),
        JsonDocument.Parse(Stored.Json(Given.AClosedRequest.Request with
        {
            SchemeVersion = 2,
            OpenQuestion = "Why?",
            BrokeredAs = Role.Coordinator,
            EmptyPosts = [Part.Inspector]
        }))
            .RootElement.EnumerateObject().Select(property => property.Name).Order());

    static string StoredName(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? property.Name;

    [Theory, MemberData(nameof(Names))]
    public void What_has_been_pressed_can_be_pressed_again_without_harm(string given)
    {
        var scenario = Given.Everything[given];

        foreach (var press in Presses.On(scenario))
        {
            var outcome = scenario.When(press.Actor, press.Command);
            _ = outcome.Notices;
            _ = outcome.After.When(press.Actor, press.Command).Notices;
        }
    }

    // A failure tells its seed; WithReplay on the configuration plays it again.
    [Fact]
    public void Whatever_people_press_the_rules_hold() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue - 1).ArrayOf(40).ToArbitrary(),
        numbers => RulesHold(Pressed(numbers))).QuickCheckThrowOnFailure();

    // The first number says where the story begins; each other one is somebody's press, mostly one that may succeed.
    static Scenario Pressed(int[] numbers) =>
        numbers.Skip(1).Aggregate(Everything[numbers[0] % Everything.Length], (scenario, number) =>
        {
            var presses = Presses.On(scenario);
            var likely = presses.Where(press => Decider.May(scenario.Request, press.Command, press.Actor)).ToList();
            var press = number % 4 > 0 && likely.Count > 0
                ? likely[number / 4 % likely.Count]
                : presses[number / 4 % presses.Count];

            var outcome = scenario.When(press.Actor, press.Command);
            Assert.DoesNotContain(outcome.Notices, notice =>
                notice.To == press.Actor.Person.Id && notice.Kind is (NoticeKind.News or NoticeKind.YourTurn));
            return outcome.After;
        });

    static bool RulesHold(Scenario scenario)
    {
        Assert.Equal(scenario.Events.Count, scenario.Request.Version);
        Assert.All(scenario.Request.Waiting, turn => Assert.InRange(turn.Since, 1, scenario.Request.Version));
        Assert.True(scenario.Events.IsEmpty
            || scenario.Request.IsOver == scenario.Request.Waiting.IsEmpty, Story(scenario));
        foreach (var confirmed in scenario.Events.Where(recorded => recorded.What is ProgrammeConfirmed))
            Confirmed([.. scenario.Events.Take(confirmed.Number - 1)]);
        return true;
    }

    static string Story(Scenario scenario) => string.Join(
        '\n',
        scenario.Events.Select(recorded => $"{recorded.Number} {recorded.By.Name}: {recorded.What.GetType().Name}"));

    // Told from the events alone, not from the state that the decision itself rests on.
    static void Confirmed(IReadOnlyList<Recorded> before)
    {
        var draft = before.Last(recorded => recorded.What is Form2Sent or VisitMoved).Number;
        var signatures = before.Skip(draft).Select(recorded => recorded.What).OfType<Form2Signed>()
            .Select(signed => signed.As);
        Assert.Equal([Part.ReceivingHeadteacher, Part.ProvidingHeadteacher], signatures.Order());

        var teachers = new Dictionary<PersonId, bool>();
        foreach (var recorded in before)
        {
            switch (recorded.What)
            {
                case Form1Sent sent: Name(sent.Teachers, recorded.By); break;
                case TeachersNamed named: Name(named.Teachers, recorded.By); break;
                case TeacherAgreed agreed: teachers[agreed.Teacher] = true; break;
                case TeacherDeclined declined: teachers.Remove(declined.Teacher); break;
            }
        }
        Assert.NotEmpty(teachers);
        Assert.All(teachers, teacher => Assert.True(teacher.Value));

        void Name(IEnumerable<Person> named, Person by) =>
            teachers = named.ToDictionary(teacher => teacher.Id, teacher => teacher.Id == by.Id);
    }
}
