using Microsoft.Extensions.Logging;

namespace OutreachBot.Simulation;

/// <summary>Everything that the instances of a world have logged, with the exceptions in full.</summary>
public sealed class WorldLog : ILoggerProvider
{
    readonly List<(LogLevel Level, int Id, string Line)> lines = [];

    public IReadOnlyList<(LogLevel Level, int Id, string Line)> Lines => lines;

    public ILogger CreateLogger(string categoryName) => new Writer(categoryName, lines);

    public void Dispose()
    {
    }

    sealed class Writer(string category, List<(LogLevel, int, string)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            lock (lines) lines.Add(
                (logLevel, eventId.Id, $"{category} {eventId.Id} {formatter(state, exception)} {exception}"));
        }
    }
}
