using OutreachBot.Bot.Operations;
using OutreachBot.Bot.Verification;
using System.Reflection;
using OutreachBot.Bot;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Workflows;
#if REHEARSAL
using OutreachBot.Rehearsal;
#endif

// Tests host the bot in a process of theirs, on a port of theirs, and want to see what it throws.
var alone = Assembly.GetEntryAssembly() == typeof(Program).Assembly;
try
{
    if (SchemeFiles.IsAskedFor(args)) return await SchemeFiles.RunAsync(Composition.Workflows(), args, Console.Out);

    var builder = WebApplication.CreateBuilder(args);
#if REHEARSAL
    await using var local = await LocalAuthority.StartAsync(builder);
#endif

    builder.AddTeams();
    builder.AddStorage();
    builder.AddDirectory();
    builder.Services.AddWorkflows();
    builder.AddNotifications();

    var app = builder.Build();
    SchemeFiles.Require(app.Services);
    if (ImportCommand.IsAskedFor(args)) return await ImportCommand.RunAsync(app.Services, args, Console.Out);
    if (Verify.IsAskedFor(args)) return await Verify.RunAsync(app.Services, Console.Out);

    app.MapTeams("/api/messages");
    app.MapHealth();
    app.MapPages();
#if REHEARSAL
    if (alone) local.RequireFreePort(builder);
    local.Map(
        app,
        day => app.Services.GetRequiredService<CurrentAuthority>().Authority.Calendar.IsOpen(urn: null, day));
#endif

    await app.RunAsync();
    return 0;
}
catch (InvalidOperationException problem) when (alone)
{
    // What is missing, and where to get it; a stack trace would bury it.
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
catch (Exception problem) when (alone && problem is IOException or UnauthorizedAccessException or FormatException)
{
    // An address that is in use or is none, a folder that cannot be written to: the machine's own words say it.
    await Console.Error.WriteLineAsync($"OutreachBot cannot start. {problem.Message}");
    return 1;
}
