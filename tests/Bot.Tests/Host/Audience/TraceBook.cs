using System.Collections.Concurrent;
using System.Diagnostics;

namespace OutreachBot.Bot.Tests.Audience;

/// <summary>Everything that is traced while it listens: names, tags, events, baggage.</summary>
sealed class TraceBook : IDisposable
{
    readonly ConcurrentQueue<string> lines = new();
    readonly ActivityListener listener;

    public TraceBook()
    {
        listener = new()
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => lines.Enqueue(Written(activity)),
        };
        ActivitySource.AddActivityListener(listener);
    }

    public IReadOnlyCollection<string> Lines => lines;

    public void Dispose() => listener.Dispose();

    static string Written(Activity activity) => string.Join(' ',
    [
        activity.Source.Name, activity.OperationName, activity.DisplayName, activity.StatusDescription,
        .. activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"),
        .. activity.Baggage.Select(item => $"{item.Key}={item.Value}"),
        .. activity.Events
            .SelectMany(happened => happened.Tags.Select(tag => $"{happened.Name} {tag.Key}={tag.Value}")),
    ]);
}
