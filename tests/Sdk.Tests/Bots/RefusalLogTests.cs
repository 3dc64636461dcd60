using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Logging;

namespace OutreachBot.Sdk.Tests.Bots;

public sealed class RefusalLogTests
{
    const string Canary = "canary-7f3a";

    [Theory]
    [InlineData("Bearer canary-7f3a", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer canary-7f3a.canary-7f3a.canary-7f3a", HttpStatusCode.Unauthorized)]
    [InlineData("good", HttpStatusCode.BadRequest)]
    public async Task A_refusal_is_one_line_that_repeats_nothing_of_the_request(
        string authorization, HttpStatusCode expected)
    {
        var office = new TokenOffice();
        var log = new Lines();
        var adapter = new CloudAdapter(office.Authentication(), log);
        await using var host = await BotHost.StartAsync(new ActivityHandler(), adapter);

        var answer = await host.PostAsync(
            $$"""{"type":"{{Canary}}","from":"{{Canary}}"}""",
            authorization.Replace("good", $"Bearer {office.Sign()}", StringComparison.Ordinal));

        Assert.Equal(expected, answer.StatusCode);
        Assert.DoesNotContain(Canary, Assert.Single(log.Written), StringComparison.Ordinal);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    sealed class Lines : ILogger
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => Written.Add(formatter(state, exception) + exception);
    }
}
