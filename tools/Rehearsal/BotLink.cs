using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OutreachBot.Rehearsal;

/// <summary>Carries what people do to the bot's messaging endpoint, and its answers back into their chats.</summary>
sealed class BotLink(Chats chats, HttpClient http, TimeSpan answerTimeout)
{
    const string Endpoint = "/api/messages";

    /// <summary>
    /// The first time a person's chat is opened, the bot hears that it was installed for them. Who has heard from it
    /// before has it installed already: Teams delivers nothing to anybody else.
    /// </summary>
    public async Task OpenAsync(Person person, Uri bot)
    {
        var chat = chats.Of(person);
        await chat.Opening.WaitAsync();
        try
        {
            if (chat.Transcript is { Installed: true } or { Messages.Count: > 0 }) return;
            await PostAsync(person, Activities.Installed(), bot);
            await PostAsync(person, Activities.BotAdded(), bot);
        }
        finally
        {
            chat.Opening.Release();
        }
    }

    public Task SayAsync(Person person, string text, Uri bot) => PostAsync(person, Activities.Message(text), bot);

    public Task SubmitAsync(Person person, string message, JsonElement value, Uri bot) =>
        PostAsync(person, Activities.Submit(message, value), bot);

    public Task ExecuteAsync(Person person, Pressed pressed, JsonElement action, string trigger, Uri bot) =>
        PostAsync(person, Activities.Execute(pressed.Message, action, trigger), bot, pressed);

    // The browser going away stops nothing: what was sent is sent, and its answer belongs into the chat.
    async Task PostAsync(Person person, JsonObject content, Uri bot, Pressed? pressed = null)
    {
        var (id, at) = (chats.Ids.Next(), chats.Clock.GetUtcNow());
        var activity = content.Addressed(person, id, at, RehearsalOptions.ServiceUrlFor(bot));
        chats.Record(person, new Entry(EntryKind.ToBot, id, at) { Activity = activity, Request = $"POST {Endpoint}" });

        var started = Stopwatch.GetTimestamp();
        var (status, answer) = await AnswerAsync(new Uri(bot, Endpoint), activity);
        chats.Record(person, new Entry(EntryKind.Answer, id, chats.Clock.GetUtcNow())
        {
            Status = status,
            Answer = answer,
            Milliseconds = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 1),
            Pressed = pressed,
        });
    }

    async Task<(int? Status, JsonElement? Answer)> AnswerAsync(Uri endpoint, JsonElement activity)
    {
        using var patience = new CancellationTokenSource(answerTimeout);
        try
        {
            using var response = await http.PostAsJsonAsync(endpoint, activity, patience.Token);
            var body = await response.Content.ReadAsStringAsync(patience.Token);
            return ((int)response.StatusCode, Parse(body));
        }
        catch (HttpRequestException e)
        {
            return (null, Json.Element(e.Message));
        }
        catch (OperationCanceledException)
        {
            return (null, Json.Element($"No answer within {answerTimeout.TotalSeconds} s"));
        }
    }

    static JsonElement? Parse(string body)
    {
        if (body.Length == 0) return null;
        try
        {
            return JsonDocument.Parse(body).RootElement.Clone();
        }
        catch (JsonException)
        {
            return Json.Element(body);
        }
    }
}
