using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OutreachBot.Rehearsal;

/// <summary>
/// The part of the Bot Connector that a bot in personal chats uses:
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
/// </summary>
sealed class Connector(Chats chats)
{
    /// <summary>Teams refuses messages above about 100 KB, counted as UTF-16.</summary>
    const int LongestMessage = 50 * 1024;

    public void Map(IEndpointRouteBuilder connector)
    {
        connector.MapPost("", CreateAsync);
        connector.MapPost("/{conversation}/activities", SendAsync);
        connector.MapPost("/{conversation}/activities/{activity}", SendAsync);
        connector.MapPut("/{conversation}/activities/{activity}", UpdateAsync);
        connector.MapDelete("/{conversation}/activities/{activity}", Delete);
        connector.MapGet("/{conversation}/members", (string conversation) =>
            With(conversation, person => Results.Json<object[]>([Member(person)])));
        connector.MapGet("/{conversation}/pagedmembers", (string conversation) =>
            With(conversation, person => Results.Json(new { members = new[] { Member(person) } })));
        connector.MapGet("/{conversation}/members/{member}", (string conversation, string member) =>
            With(conversation, person => chats.People.Find(Unescaped(member)) == person
                ? Results.Json(Member(person))
                : Refused(404, "MemberNotFoundInConversation", "Member not found in conversation.")));
    }

    async Task<IResult> CreateAsync(HttpRequest request)
    {
        if (await BodyAsync(request) is not { ValueKind: JsonValueKind.Object } body) return BadSyntax();
        if (MemberOf(body) is not { } person)
            return Refused(403, "BotNotInConversationRoster", "The bot is not installed for this user.");
        var first = body.TryGetProperty("activity", out var activity) ? Post(person, request, activity) : null;
        return Results.Json(
            new { id = person.ConversationId, activityId = first, serviceUrl = ServiceUrl(request) },
            Json.Options, statusCode: 201);
    }

    Person? MemberOf(JsonElement body) =>
        body.TryGetProperty("members", out var members) && members is { ValueKind: JsonValueKind.Array }
        && members.GetArrayLength() > 0 ? chats.People.Find(members[0].Text("id")) : null;

    async Task<IResult> SendAsync(string conversation, HttpRequest request)
    {
        var body = await BodyAsync(request);
        return With(conversation, person => body switch
        {
            not { ValueKind: JsonValueKind.Object } => BadSyntax(),
            { } activity when TooLong(activity) => Refused(413, "MessageSizeTooBig", "Message size too large."),
            { } activity => Results.Json(new { id = Post(person, request, activity) }, statusCode: 201),
        });
    }

    string Post(Person person, HttpRequest request, JsonElement activity)
    {
        var id = chats.Ids.Next();
        Record(person, request, id, activity, 201, Json.Element(new { id }));
        return id;
    }

    async Task<IResult> UpdateAsync(string conversation, string activity, HttpRequest request)
    {
        var body = await BodyAsync(request);
        return With(conversation, person => body switch
        {
            not { ValueKind: JsonValueKind.Object } => BadSyntax(),
            { } update when TooLong(update) => Refused(413, "MessageSizeTooBig", "Message size too large."),
            { } update => Change(person, Unescaped(activity), request, update),
        });
    }

    IResult Delete(string conversation, string activity, HttpRequest request) =>
        With(conversation, person => Change(person, Unescaped(activity), request, update: null));

    IResult Change(Person person, string id, HttpRequest request, JsonElement? update)
    {
        var known = chats.Of(person).Transcript.Messages.Any(message =>
            message is { FromBot: true, Deleted: false } && message.Id == id);
        var answer = known
            ? Json.Element(new { id })
            : Error("ActivityNotFoundInConversation", "The activity was not found in the conversation.");
        Record(person, request, id, update, known ? 200 : 404, answer);
        return Results.Json(answer, statusCode: known ? 200 : 404);
    }

    void Record(Person person, HttpRequest request, string id, JsonElement? activity, int status, JsonElement answer) =>
        chats.Record(person, new Entry(EntryKind.FromBot, id, chats.Clock.GetUtcNow())
        {
            Request = $"{request.Method} {request.Path}",
            Activity = activity,
            Status = status,
            Answer = answer,
        });

    // A thread of a chat, which Teams names by the chat and the message that began it, is in the chat.
    IResult With(string conversation, Func<Person, IResult> answer) =>
        chats.People.Find(Unescaped(conversation).Split(";messageid=")[0]) is { } person
            ? answer(person)
            : Refused(404, "ConversationNotFound", "Conversation not found.");

    static object Member(Person person) => new
    {
        id = person.TeamsId,
        name = person.Name,
        aadObjectId = person.Id,
        objectId = person.Id,
        email = person.Email,
        userPrincipalName = person.Email,
        tenantId = person.TenantId,
        userRole = "user",
    };

    // The server leaves an escaped slash in a path as it is; everything else arrives unescaped.
    static string Unescaped(string id) => id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    static bool TooLong(JsonElement activity) => activity.GetRawText().Length > LongestMessage;

    static string ServiceUrl(HttpRequest request) =>
        RehearsalOptions.ServiceUrlFor(new Uri($"{request.Scheme}://{request.Host}")).ToString();

    static async Task<JsonElement?> BodyAsync(HttpRequest request)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static IResult BadSyntax() => Refused(400, "BadSyntax", "Invalid or missing activity in the request.");

    static IResult Refused(int status, string code, string message) =>
        Results.Json(Error(code, message), statusCode: status);

    static JsonElement Error(string code, string message) => Json.Element(new { error = new { code, message } });
}
