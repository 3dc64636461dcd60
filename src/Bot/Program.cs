using OutreachBot.Bot;
using OutreachBot.Bot.Verification;
#if REHEARSAL
using OutreachBot.Rehearsal;
#endif

var builder = WebApplication.CreateBuilder(args);
#if REHEARSAL
await using var local = await LocalAuthority.StartAsync(builder);
#endif

builder.AddStorage();
builder.AddDirectory();
builder.AddTeams();
builder.AddNotifications();

var app = builder.Build();
if (Verify.IsAskedFor(args)) return await Verify.RunAsync(app.Services, Console.Out);

app.MapTeams("/api/messages");
app.MapHealth();
app.MapPages();
#if REHEARSAL
local.Map(app);
#endif

await app.RunAsync();
return 0;
