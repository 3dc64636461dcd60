using System.Diagnostics;

namespace OutreachBot.Bot.Tests;

/// <summary>Tells what the bot does while it answers somebody from what goes on behind.</summary>
static class Answering
{
    /// <summary>
    /// Whether this is done for a request that is being answered now. Libraries have activities of their own as soon as
    /// anybody listens, so the request's is looked for among the outer ones.
    /// </summary>
    public static bool IsNow
    {
        get
        {
            for (var activity = Activity.Current; activity is not null; activity = activity.Parent)
                if (activity is { OperationName: "Microsoft.AspNetCore.Hosting.HttpRequestIn", IsStopped: false })
                    return true;
            return false;
        }
    }
}
