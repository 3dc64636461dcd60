using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OutreachBot.Rehearsal;

namespace OutreachBot.EndToEnd.Tests.Rehearsal;

/// <summary>A bot of a few lines that hosts the rehearsal, as the real one does, on a free port.</summary>
sealed class TinyBot : IAsyncDisposable
{
    public const string Head = "head-one";
    public const string Inspector = "inspector:two/3";
    public const string Teacher = "8c2f0e0a-5d1c-4b7e-9a63-0f5f2d1f7a11";

    const string People = $"""
        aadObjectId,tenantId,name,email,role,schoolUrn
        {Head},tenant-a,Ada Underhill,ada@school.example,headteacher,100001
        {Inspector},tenant-b,Bram Okafor,bram@county.example,inspector,
        {Teacher},tenant-a,Cerys O'Neill,cerys@school.example,teacher;leading-teacher,100001
        """;

    const string Schools = """
        URN,EstablishmentName
        100001,"Oakfield, the Primary School"
        """;

    readonly WebApplication app;
    readonly HttpClient http = new();

    TinyBot(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    public Uri ServiceUrl => RehearsalOptions.ServiceUrlFor(Address);

    /// <summary>What the bot was sent, in order.</summary>
    public ConcurrentQueue<JsonObject> Received { get; } = new();

    /// <summary>What it answers; at first nothing, with 200.</summary>
    public Func<JsonObject, Task<IResult>> Answer { get; set; } = _ => Task.FromResult(Results.Ok());

    public static async Task<TinyBot> StartAsync(string folder, string nodeModules = "", TimeSpan? patience = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapRehearsal(new RehearsalOptions
        {
            PeopleFile = Write(folder, "people.csv", People),
            SchoolsFile = Write(folder, "schools.csv", Schools),
            DataFolder = Path.Combine(folder, "chats"),
            NodeModules = nodeModules,
            AnswerTimeout = patience ?? TimeSpan.FromMinutes(2),
        });
        var bot = new TinyBot(app);
        app.MapPost("/api/messages", async (HttpRequest request) =>
        {
            var activity = (await JsonNode.ParseAsync(request.Body))!.AsObject();
            bot.Received.Enqueue(activity);
            return await bot.Answer(activity);
        });
        await app.StartAsync();
        return bot;
    }

    /// <summary>Listens to what an open page hears.</summary>
    public Task<Stream> ListenAsync() => http.GetStreamAsync(new Uri(Address, "/rehearsal/api/events"));

    /// <summary>The status of a request for another host, as when a foreign name leads to this machine.</summary>
    public async Task<int> StatusForHostAsync(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, "/rehearsal/api/start"));
        request.Headers.Host = host;
        return (await SendAsync(request)).Status;
    }

    /// <summary>Asks the connector, as the bot would.</summary>
    public async Task<(int Status, JsonNode? Body)> ConnectorAsync(string method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(new(method), new Uri(ServiceUrl, $"v3/conversations{path}"));
        if (body is not null) request.Content = JsonContent.Create(body);
        return await SendAsync(request);
    }

    /// <summary>Does what the page does when somebody types or presses.</summary>
    public async Task PageAsync(string what, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, $"/rehearsal/api/{what}"));
        request.Content = JsonContent.Create(body);
        Assert.Equal(204, (await SendAsync(request)).Status);
    }

    public async Task<JsonArray> ChatAsync(string person)
    {
        var path = $"/rehearsal/api/chat?person={Uri.EscapeDataString(person)}";
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, path));
        return (await SendAsync(request)).Body!.AsArray();
    }

    /// <summary>Sends a message into a person's chat; the answer is its id.</summary>
    public async Task<string> TellAsync(string person, object activity)
    {
        var conversation = Uri.EscapeDataString($"a:{person}");
        var (status, body) = await ConnectorAsync("POST", $"/{conversation}/activities", activity);
        Assert.Equal(201, status);
        return (string)body!["id"]!;
    }

    async Task<(int Status, JsonNode? Body)> SendAsync(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    static string Write(string folder, string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        http.Dispose();
    }
}
