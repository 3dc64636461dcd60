using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace OutreachBot.Rehearsal;

/// <summary>What the page reads and does. Every POST answers when the bot has.</summary>
sealed class PageApi(Chats chats, BotLink bot, RehearsalOptions options)
{
    sealed record Said(string Person, string Text);

    sealed record Opened(string Person);

    sealed record SeenUpTo(string Person, string Message);

    sealed record Press(string Person, string Message, int Card, JsonElement Action, string Trigger = "manual");

    sealed record Submission(string Person, string Message, JsonElement Value);

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/start", () =>
            Ok(new { people = chats.People.All.Select(Row), commands = Commands.Read(options.ManifestFile) }));
        api.MapGet("/chat", (string person) => With(person, known => Ok(chats.Of(known).Transcript.Messages)));
        api.MapGet("/raw", (string person) => With(person, known => Ok(chats.Of(known).Entries)));
        api.MapGet("/events", Events);

        api.MapPost("/open", (Opened it, HttpRequest request) =>
            WithAsync(it.Person, person => bot.OpenAsync(person, Bot(request))));
        api.MapPost("/send", (Said it, HttpRequest request) =>
            WithAsync(it.Person, person => bot.SayAsync(person, it.Text, Bot(request))));
        api.MapPost("/press", (Press it, HttpRequest request) =>
            WithAsync(it.Person, person => bot.ExecuteAsync(person, Pressed(it), it.Action, it.Trigger, Bot(request))));
        api.MapPost("/submit", (Submission it, HttpRequest request) =>
            WithAsync(it.Person, person => bot.SubmitAsync(person, it.Message, it.Value, Bot(request))));
        api.MapPost("/seen", (SeenUpTo it) => With(it.Person, person => See(person, it.Message)));
    }

    static Pressed Pressed(Press press) => new(press.Message, press.Card, press.Trigger is "automatic");

    object Row(Person person)
    {
        var transcript = chats.Of(person).Transcript;
        var last = transcript.Messages.LastOrDefault(message => !message.Deleted);
        return new
        {
            person.Id,
            person.Name,
            person.Roles,
            person.School,
            transcript.Unread,
            Last = last is null ? null : new { last.Id, last.At, last.Preview, last.FromBot },
        };
    }

    IResult See(Person person, string message)
    {
        if (Ids.Order(message, chats.Of(person).Transcript.Seen) > 0)
            chats.Record(person, new Entry(EntryKind.Seen, message, chats.Clock.GetUtcNow()));
        return Results.NoContent();
    }

    // Open pages would otherwise keep the process from stopping.
    ServerSentEventsResult<LiveEvent> Events(IHostApplicationLifetime lifetime, HttpContext page)
    {
        var until = CancellationTokenSource.CreateLinkedTokenSource(page.RequestAborted, lifetime.ApplicationStopping);
        page.Response.RegisterForDispose(until);
        return TypedResults.ServerSentEvents(chats.Live.ListenAsync(until.Token));
    }

    IResult With(string id, Func<Person, IResult> answer) =>
        chats.People.Find(id) is { } person ? answer(person) : Results.NotFound();

    async Task<IResult> WithAsync(string id, Func<Person, Task> act)
    {
        if (chats.People.Find(id) is not { } person) return Results.NotFound();
        await act(person);
        return Results.NoContent();
    }

    static Uri Bot(HttpRequest request) => new($"{request.Scheme}://{request.Host}");

    static IResult Ok(object value) => Results.Json(value, Json.Options);
}
