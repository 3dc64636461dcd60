using OutreachBot.Bot;
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

app.MapTeams("/api/messages");
app.MapHealth();
app.MapPages();
#if REHEARSAL
local.Map(app);
#endif

await app.RunAsync();
