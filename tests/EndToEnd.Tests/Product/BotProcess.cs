using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using OutreachBot.Channel;
using OutreachBot.Rehearsal;

namespace OutreachBot.EndToEnd.Tests.Product;

/// <summary>
/// The bot as it was built, in a process of its own on a free loopback port. It can be killed and started again: the
/// address stays, and the tables, which are not its own, stay too.
/// </summary>
sealed class BotProcess : IAsyncDisposable
{
    // Built by this project's reference, beside it and in the same configuration.
    static readonly string Output = Path.Combine(
        Repository.Root, "src", "Bot", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0");

    readonly HttpClient http;
    readonly string tables;
    readonly string data;
    readonly TimeSpan claimsHold;
    ChildProcess process;

    BotProcess(string tables, string data, TimeSpan claimsHold)
    {
        (this.tables, this.data, this.claimsHold) = (tables, data, claimsHold);
        Address = new($"http://127.0.0.1:{FreePort()}");
        http = new HttpClient { BaseAddress = Address };
        process = Launch();
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        Calendar = new(() => today, async day =>
        {
            await MoveToAsync(day);
            today = day;
        });
    }

    /// <summary>Its days, moved by the rehearsal's clock.</summary>
    public Calendar Calendar { get; }

    public Uri Address { get; }

    /// <summary>How often it has been started.</summary>
    public int Lives { get; private set; } = 1;

    /// <summary>What this life has written to the console.</summary>
    public string Said => process.Said;

    /// <param name="tables">A connection string.</param>
    /// <param name="data">Where the rehearsal keeps its chats.</param>
    /// <param name="claimsHold">
    /// How soon what a killed process had claimed is taken over, and how long telling somebody may take. Null: as long
    /// as in the product.
    /// </param>
    public static async Task<BotProcess> StartAsync(string tables, string data, TimeSpan? claimsHold = null)
    {
        var bot = new BotProcess(tables, data, claimsHold ?? TimeSpan.FromSeconds(10));
        await bot.BecomesReadyAsync();
        return bot;
    }

    /// <summary>Dies in the middle of whatever it is doing, and is started again.</summary>
    public async Task DieAndReturnAsync()
    {
        await process.KillAsync();
        await process.DisposeAsync();
        process = Launch();
        Lives++;
        await BecomesReadyAsync();
    }

    /// <summary>Checks everything in the tables: <c>dotnet run --project src/Bot -- verify</c>.</summary>
    public Task<(int Code, string Said)> VerifyAsync() => RunAsync("verify");

    /// <summary>Starts another like it, which ends by itself.</summary>
    public async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        await using var other = Launch(arguments);
        return (await other.EndAsync(), other.Said);
    }

    /// <summary>Ends it as Ctrl+C does.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> StopAsync() => process.InterruptAsync();

    /// <summary>
    /// One that no system gives to a connection by itself, so that it is still free when a killed bot comes back to it.
    /// </summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(10_000, 30_000);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }
    }

    // A busy machine may take its time.
    ChildProcess Launch(params string[] arguments) => ChildProcess.Start(
        "dotnet",
        [Path.Combine(Output, "OutreachBot.Bot.dll"), .. arguments, "--urls",
            Address.GetLeftPart(UriPartial.Authority)],
        Output,
        ("ASPNETCORE_ENVIRONMENT", "Development"), ("Storage__ConnectionString", tables),
        ("Rehearsal__DataFolder", data),
        ("Notifications__ClaimHolds", claimsHold.ToString()), ("Storage__AnswersWithin", "00:02:00"),
        ("Teams__WaitsFor", "00:02:00"), ("MicrosoftAppId", null));

    Task BecomesReadyAsync() => Until.TrueAsync(
        async () => process.HasEnded
            ? throw new InvalidOperationException($"The bot ended with {await process.EndAsync()}: {Said}")
            : await IsReadyAsync(),
        () => $"The bot is not ready: {Said}");

    // It may be dying just now.
    Task MoveToAsync(DateOnly day) => Until.TrueAsync(
        async () =>
        {
            try
            {
                var morning = new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero);
                using var answer = await http.PostAsJsonAsync("/rehearsal/clock", new { now = morning });
                return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        },
        () => $"The clock does not go on to {day}: {Said}");

    async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await http.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await process.DisposeAsync();
    }
}
