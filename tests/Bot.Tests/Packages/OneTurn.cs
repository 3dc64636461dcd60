using System.Collections.Frozen;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OutreachBot.Bot.Teams;

namespace OutreachBot.Bot.Tests;

/// <summary>The bot's adapter with a bot of a test's and a line to a connector.</summary>
static class OneTurn
{
    const string Tenant = "99999999-2222-4333-8444-555555555555";

    static readonly TeamsSettings Settings = new() { MicrosoftAppId = GuardedBot.AppId, Tenants = [Tenant] };

    static readonly ChannelToken Token = new(Line.ServiceUrl, FrozenSet.Create("msteams"));

    public static ChannelAdapter Adapter(IBot bot, Line? line = null) =>
        new(new(Settings, (line ?? new()).Connector()), new(Settings), bot);

    public static Task<InvokeResponse?> RunAsync(IBot bot, Activity activity, Line? line = null) =>
        Adapter(bot, line).AnswerAsync(Token, activity, default);

    public static Activity Activity(string type, string? name = null, JToken? value = null) => new()
    {
        Type = type,
        Name = name,
        Value = value,
        Id = "m:1",
        ChannelId = "msteams",
        ServiceUrl = Line.ServiceUrl,
        From = new() { Id = "29:1", AadObjectId = "11111111-2222-4333-8444-555555555555" },
        Recipient = new() { Id = $"28:{GuardedBot.AppId}" },
        Conversation = new() { Id = "a:1;messageid=17", TenantId = Tenant },
    };

    public static Activity Press(JToken? value) => Activity(ActivityTypes.Invoke, "adaptiveCard/action", value);

    public static JObject Pressed => JObject.Parse("""{"action":{"type":"Action.Execute","verb":"agree"}}""");
}

/// <summary>A bot that does one thing with whatever comes.</summary>
sealed class Doing(Func<ITurnContext, CancellationToken, Task> act) : IBot
{
    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
        act(turnContext, cancellationToken);
}

/// <summary>A handler that answers each press in one way.</summary>
sealed class Pressing(Func<AdaptiveCardInvokeResponse> answer) : ActivityHandler
{
    protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue,
        CancellationToken cancellationToken) => Task.FromResult(answer());
}
