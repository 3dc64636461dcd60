using OutreachBot.Cards.Elements;
using OutreachBot.Channel;

namespace OutreachBot.Simulation;

/// <summary>
/// Plays the people of one request, each in their own chat: mostly they do what their newest card asks, and sometimes
/// something else, twice, on an old card, or with nonsense in the fields.
/// </summary>
public sealed class SimulatedPeople(World world, Cast cast, int seed)
{
    const int MostActions = 120;

    readonly Random random = new(seed);
    readonly Chat[] people =
        [.. new[]
        {
            cast.Head,
            cast.Teacher,
            cast.SecondTeacher,
            cast.Inspector,
            cast.LeadingTeacher,
            cast.ProvidingHead
        }.Select(user => world.Teams[user])];

    /// <summary>The request's id, once it has been begun.</summary>
    public string Id { get; private set; } = "";

    /// <summary>From 0 to 1: how often somebody does not do what the card asks.</summary>
    public double Mischief { get; init; } = 0.15;

    /// <summary>How long people think, at the longest.</summary>
    public TimeSpan Thinks { get; init; } = TimeSpan.FromMinutes(2);

    public bool IsOver { get; private set; }

    public async Task PlayAsync()
    {
        var leave = world.Teams.Calendar.Join();
        try
        {
            await PlayToTheEndAsync();
        }
        finally
        {
            await leave();
        }
    }

    async Task PlayToTheEndAsync()
    {
        await world.DelayAsync(Thinks * random.NextDouble());
        Id = (await world.Teams[cast.Head].SayAsync("request")).Card.Request;
        for (var action = 0; action < MostActions && !IsOver; action++)
        {
            await world.DelayAsync(Thinks * random.NextDouble());
            await ActAsync();
            IsOver = people.Any(person => person.About(Id)?.Card.Heading
                is "Finished, and thank you" or "Declined" or "Withdrawn" or "Cancelled");
        }
    }

    Task ActAsync()
    {
        var able = people.Where(person => person.About(Id) is { } message && Asks(message.Card)).ToList();
        if (able.Count > 0 && random.NextDouble() > Mischief)
        {
            var who = able[random.Next(able.Count)];
            return PressAsync(who, who.About(Id)!, card => card.Buttons.FirstOrDefault(button => IsDeed(button.Verb)));
        }

        var anyone = people[random.Next(people.Length)];
        var messages = anyone.Messages.Where(message => message.Card.Request == Id).ToList();
        if (messages.Count == 0 || random.Next(6) == 0) return SayAsync(anyone);

        var on = messages[random.Next(messages.Count)];
        return PressAsync(
            anyone, on, card => card.Buttons.Count == 0 ? null : card.Buttons[random.Next(card.Buttons.Count)]);
    }

    async Task PressAsync(Chat who, ChatMessage on, Func<CardReader, CardButton?> choose)
    {
        if (choose(on.Card) is not { } button) return;

        // A record is written when the visit's day has come.
        if (button.Verb is Verbs.Next
            && on.Card.Fields.FirstOrDefault(field => field.Label == "Date of the visit") is { Value: { } day }
            && DateOnly.TryParse(day, System.Globalization.CultureInfo.InvariantCulture, out var visited))
            await world.Teams.Calendar.ComesAsync(visited);

        var press = Filling.Press(world, who, on, button, Fill);
        var first = world.Teams.PostAsync(press);
        var second = random.NextDouble() < Mischief / 2 ? world.Teams.PostAsync(press.DeepClone()) : null;
        var answer = await first;
        if (second is not null) answer = await second;
        if (answer is { Status: 200, Body: not null }) on.Show(answer.Card);
    }

    string? Fill(CardField field)
    {
        if (random.NextDouble() < Mischief / 10) return random.Next(2) == 0 ? "" : "nonsense";

        return ActionData.WithoutTry(field.Id) switch
        {
            "area" => cast.Area,
            "support" => "coaching",
            "teachers" => OutreachStory.Key(cast.Teacher),
            "days" => "2",
            "date-1" => Day(0),
            "date-2" => Day(1),
            ActionData.Person
                when field.Choices.Any(choice => choice.Value == OutreachStory.Key(cast.LeadingTeacher)) =>
                OutreachStory.Key(cast.LeadingTeacher),
            _ => null,
        };
    }

    string Day(int index) => cast.Days[index].ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    async Task SayAsync(Chat who)
    {
        string[] words = ["status", "tasks", $"status {Id}", "help", $"approve {Id}", "what now?"];
        await who.SayAsync(words[random.Next(words.Length)]);
    }

    static bool Asks(CardReader card) => card.Buttons is [var first, ..] && IsDeed(first.Verb);

    static bool IsDeed(string verb) => Verification.Everything.Decides(verb);
}
