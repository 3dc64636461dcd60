namespace OutreachBot.Bot.Teams;

/// <summary>
/// Listens to the adapter and passes nothing on: the original logs whole activities. What it gives as the reason of a
/// refusal is kept for the one line that the endpoint writes.
/// </summary>
public sealed class AdapterLog : ILogger
{
    readonly AsyncLocal<Heard?> current = new();

    /// <summary>What is said from now on in this flow of control.</summary>
    public Heard Listen() => current.Value = new();

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (current.Value is { } heard && state is IEnumerable<KeyValuePair<string, object?>> values)
            heard.Reason ??= values.FirstOrDefault(value => value.Key == "Reason").Value as string;
    }

    public sealed class Heard
    {
        /// <summary>One of the adapter's fixed phrases; null when it gave none.</summary>
        public string? Reason { get; internal set; }
    }
}
