using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;

namespace OutreachBot.Sdk.Tests.Bots;

public sealed class RefusedSendTests : IAsyncLifetime
{
    ConnectorStub connector = null!;

    public async ValueTask InitializeAsync() => connector = await ConnectorStub.StartAsync();

    public ValueTask DisposeAsync() => connector.DisposeAsync();

    [Fact]
    public async Task A_refusal_has_status_headers_and_code_but_nothing_that_was_sent()
    {
        connector.Answer = context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "7";
            return context.Response.WriteAsync("""{"error":{"code":"TooManyRequests","message":"slow down"}}""");
        };

        var refused = await Assert.ThrowsAsync<ErrorResponseException>(() => connector.SayAsync("a secret"));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Response.StatusCode);
        Assert.Equal(["7"], refused.Response.Headers["retry-after"]);
        Assert.Equal("TooManyRequests", refused.Body.Error.Code);
        Assert.DoesNotContain("secret", refused + refused.Request.Content, StringComparison.Ordinal);
        Assert.Single(connector.Requests);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("")]
    [InlineData("[]")]
    public async Task A_refusal_may_have_any_body(string body)
    {
        connector.Answer = context =>
        {
            context.Response.StatusCode = 502;
            return context.Response.WriteAsync(body);
        };

        var refused = await Assert.ThrowsAsync<ErrorResponseException>(() => connector.SayAsync("x"));

        Assert.Equal(HttpStatusCode.BadGateway, refused.Response.StatusCode);
        Assert.Null(refused.Body);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        connector.Answer = context =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        };

        var refused = await Assert.ThrowsAsync<ErrorResponseException>(() => connector.SayAsync("x"));

        Assert.Equal(HttpStatusCode.TemporaryRedirect, refused.Response.StatusCode);
        Assert.Single(connector.Requests);
    }

    [Fact]
    public async Task A_channel_that_gives_no_id_gives_a_response_without_one()
    {
        connector.Answer = context =>
        {
            context.Response.StatusCode = 202;
            return Task.CompletedTask;
        };

        Assert.Equal("", (await connector.SayAsync("x")).Id);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("")]
    public async Task An_id_cannot_climb_out_of_its_address(string id)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => connector.InConversationAsync((turn, ct) =>
            turn.UpdateActivityAsync(new Activity { Type = "message", Id = id }, ct)));
        Assert.Empty(connector.Requests);
    }
}
