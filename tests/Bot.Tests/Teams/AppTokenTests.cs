using System.Net.Http.Headers;
using Azure.Core;
using Microsoft.Extensions.Time.Testing;
using OutreachBot.Bot.Teams;

namespace OutreachBot.Bot.Tests;

public sealed class AppTokenTests
{
    readonly FakeTimeProvider clock = TermTime.Standing();
    readonly List<Counter> made = [];

    int Asked => made.Sum(credential => credential.Asked);

    AppToken New(Func<int, Task<AccessToken>>? give = null, TimeProvider? time = null) => new(
        () =>
        {
            var credential = new Counter(_ => give?.Invoke(Asked) ?? Task.FromResult(Token()));
            made.Add(credential);
            return credential;
        },
        time ?? clock);

    AccessToken Token() => new($"t{Asked}", clock.GetUtcNow().AddHours(1));

    [Fact]
    public async Task Whoever_calls_meanwhile_waits_for_the_same_token()
    {
        var answer = new TaskCompletionSource<AccessToken>();
        var token = New(_ => answer.Task);

        var waiting = Enumerable.Range(0, 10).Select(_ => token.HeaderAsync(default).AsTask()).ToList();
        answer.SetResult(Token());

        Assert.All(await Task.WhenAll(waiting), header => Assert.Equal("Bearer t1", header.ToString()));
        Assert.Equal(1, Asked);
    }

    [Fact]
    public async Task One_token_serves_until_five_minutes_before_it_ends()
    {
        var token = New();
        await token.HeaderAsync(default);
        clock.Advance(TimeSpan.FromMinutes(55) - TimeSpan.FromSeconds(1));
        Assert.Equal("t1", (await token.HeaderAsync(default)).Parameter);

        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("t2", (await token.HeaderAsync(default)).Parameter);
        Assert.Single(made);
    }

    // Credentials keep their tokens, and would give the refused one again.
    [Fact]
    public async Task A_refused_token_is_asked_for_again_with_a_new_credential()
    {
        var token = New();

        token.Forget(await token.HeaderAsync(default));

        Assert.Equal(("t2", 2), ((await token.HeaderAsync(default)).Parameter, made.Count));
    }

    [Fact]
    public async Task Of_several_calls_that_were_refused_with_one_token_the_first_asks_for_another()
    {
        var token = New();
        var refused = await token.HeaderAsync(default);
        token.Forget(refused);
        await token.HeaderAsync(default);

        token.Forget(refused);

        Assert.Equal("t2", (await token.HeaderAsync(default)).Parameter);
    }

    [Fact]
    public async Task A_failure_is_everybodys_who_waits_and_nobodys_who_comes_later()
    {
        var answer = new TaskCompletionSource<AccessToken>();
        var token = New(time => time == 1 ? answer.Task : Task.FromResult(Token()));
        var waiting = Enumerable.Range(0, 3).Select(_ => token.HeaderAsync(default).AsTask()).ToList();

        answer.SetException(new InvalidOperationException("There is no token."));

        foreach (var one in waiting) await Assert.ThrowsAsync<InvalidOperationException>(() => one);
        Assert.Equal("t2", (await token.HeaderAsync(default)).Parameter);
    }

    [Fact]
    public async Task Whoever_stops_waiting_stops_nobody_else()
    {
        var answer = new TaskCompletionSource<AccessToken>();
        var token = New(_ => answer.Task);
        using var gone = new CancellationTokenSource();
        var (leaving, staying) = (token.HeaderAsync(gone.Token).AsTask(), token.HeaderAsync(default).AsTask());

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        answer.SetResult(Token());

        Assert.Equal("t1", (await staying).Parameter);
    }

    // Between the look at the clock and the asking somebody else has got a new one.
    [Fact]
    public async Task Whoever_comes_when_a_new_token_is_just_there_asks_for_no_other()
    {
        Task<AuthenticationHeaderValue>? rivals = null;
        var rival = new Interrupted(clock);
        var token = New(time: rival);
        await token.HeaderAsync(default);
        clock.Advance(TimeSpan.FromHours(1));
        rival.Once = () => rivals = token.HeaderAsync(default).AsTask();

        var header = await token.HeaderAsync(default);

        Assert.Equal(("t2", 2), (header.Parameter, Asked));
        Assert.Same(await rivals!, header);
    }

    sealed class Counter(Func<int, Task<AccessToken>> give) : TokenCredential
    {
        public int Asked { get; private set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Assert.Equal(["https://api.botframework.com/.default"], requestContext.Scopes);
            return new(give(++Asked));
        }
    }

    /// <summary>A clock in whose reading something else happens, once.</summary>
    sealed class Interrupted(TimeProvider clock) : TimeProvider
    {
        public Action? Once { get; set; }

        public override DateTimeOffset GetUtcNow()
        {
            var (now, act) = (clock.GetUtcNow(), Once);
            Once = null;
            act?.Invoke();
            return now;
        }
    }
}
