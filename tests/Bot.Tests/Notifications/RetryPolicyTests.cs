using System.Net;
using System.Net.Http.Headers;
using Azure;
using Microsoft.Extensions.Time.Testing;
using OutreachBot.Bot.Notifications;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Teams;

namespace OutreachBot.Bot.Tests;

public sealed class RetryPolicyTests
{
    [Theory]
    [InlineData(429, "7", 7)]
    [InlineData(429, "0", 300)]
    [InlineData(429, "999999", 3600)]
    [InlineData(429, "Sat, 02 Mar 2126 09:00:40 GMT", 3600)]
    [InlineData(429, "3600", 3600)]
    [InlineData(429, "Mon, 02 Mar 2026 09:00:40 GMT", 40)]
    [InlineData(429, "Mon, 02 Mar 2026 08:00:00 GMT", 300)]
    public void A_throttle_is_waited_out(int status, string retryAfter, int seconds) =>
        Assert.Equal(
            new AfterFailure.TryAgain(TimeSpan.FromSeconds(seconds), Throttled: true),
            After(Refused(status, retryAfter), 9, 1));

    [Theory]
    [InlineData(408, 0, 1)]
    [InlineData(412, 1, 2)]
    [InlineData(500, 2, 4)]
    [InlineData(502, 3, 8)]
    [InlineData(503, 8, 256)]
    [InlineData(504, 9, 300)]
    [InlineData(401, 299, 300)]
    public void What_may_pass_is_tried_again_twice_as_late_each_time(int status, int attempts, int seconds) =>
        Assert.Equal(
            new AfterFailure.TryAgain(TimeSpan.FromSeconds(seconds)), After(Refused(status), attempts, jitter: 1));

    [Fact]
    public void Not_all_try_again_at_the_same_moment() =>
        Assert.Equal(new AfterFailure.TryAgain(TimeSpan.FromSeconds(4)), After(Refused(503), 3, jitter: 0));

    [Theory]
    [InlineData(403, "unreachable")]
    [InlineData(404, "unreachable")]
    [InlineData(400, "refused")]
    [InlineData(413, "refused")]
    public void What_will_not_pass_is_laid_aside(int status, string reason) =>
        Assert.Equal(new AfterFailure.GiveUp(reason), After(Refused(status), 0, 1));

    public static TheoryData<Exception> Passing =>
    [
        new HttpRequestException("down"), new TaskCanceledException(), new OperationCanceledException(),
        new TimeoutException(),
        new RequestFailedException(503, "busy"), new RequestFailedException(0, "lost"),
    ];

    [Theory, MemberData(nameof(Passing))]
    public void A_broken_line_and_a_slow_one_are_tried_again(Exception failure) =>
        Assert.Equal(new AfterFailure.TryAgain(TimeSpan.FromSeconds(1)), After(failure, 0, 1));

    [Fact]
    public void What_a_newer_version_wrote_waits_for_it() =>
        Assert.Equal(new AfterFailure.TryAgain(TimeSpan.FromMinutes(5)), After(new NewerRowException(Some.Id), 0, 1));

    [Fact]
    public void A_mistake_of_ours_is_laid_aside_by_its_name() =>
        Assert.Equal(
            new AfterFailure.GiveUp("NotSupportedException"), After(new NotSupportedException("Canary"), 0, 1));

    [Fact]
    public void Nothing_is_tried_for_ever() =>
        Assert.Equal(new AfterFailure.GiveUp("tried-too-often"), After(Refused(503), 300, 1));

    [Fact]
    public void A_throttle_that_names_no_moment_is_waited_out_like_a_failure() =>
        Assert.Equal(new AfterFailure.TryAgain(TimeSpan.FromSeconds(1), Throttled: true), After(Refused(429), 0, 1));

    static AfterFailure After(Exception failure, int attempts, double jitter) =>
        new RetryPolicy(new FakeTimeProvider(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)), new Jitter(jitter))
            .After(failure, attempts);

    sealed class Jitter(double jitter) : Random
    {
        public override double NextDouble() => jitter;
    }

    static ConnectorException Refused(int status, string? retryAfter = null) =>
        new((HttpStatusCode)status,
            retryAfter: retryAfter is null ? null : RetryConditionHeaderValue.Parse(retryAfter));
}
