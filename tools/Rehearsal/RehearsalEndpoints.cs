using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OutreachBot.Rehearsal;

public static class RehearsalEndpoints
{
    /// <summary>
    /// Hosts the local Teams at <c>/rehearsal</c>, for requests to loopback names only. It posts activities to
    /// <c>/api/messages</c> of the address that the page was opened with, and needs no registered services.
    /// </summary>
    public static IEndpointRouteBuilder MapRehearsal(this IEndpointRouteBuilder app, RehearsalOptions options)
    {
        var chats = new Chats(People.Read(options), options);
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };
        var bot = new BotLink(chats, http, options.AnswerTimeout);

        var rehearsal = app.MapGroup("/rehearsal").AddEndpointFilter(async (context, next) =>
            IsLoopback(context.HttpContext.Request.Host.Host) ? await next(context) : Results.NotFound());
        if (options.Clock is RehearsalClock clock)
        {
            new ClockApi(clock).Map(rehearsal);
            clock.Moved += now => chats.Live.Tell(new("clock", Now: now));
        }
        new Connector(chats).Map(rehearsal.MapGroup("/connector/v3/conversations"));
        new PageApi(chats, bot, options).Map(rehearsal.MapGroup("/api"));
        new Page(options.NodeModules).Map(rehearsal);
        return app;
    }

    static bool IsLoopback(string host) =>
        host is "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
