using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OutreachBot.Bot.Tests;

/// <summary>Everything that was logged, at whatever level, with the exceptions in full.</summary>
sealed class LogBook : ILoggerProvider
{
    readonly ConcurrentQueue<string> lines = new();

    public IEnumerable<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => new Writer(categoryName, lines);

    public void Dispose()
    {
    }

    sealed class Writer(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            lines.Enqueue($"{category} scope {state} {Pairs(state)}");
            return null;
        }

        static string Pairs<TState>(TState state) =>
            state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}")) : "";

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{category} {logLevel} {eventId.Id} {formatter(state, exception)} {Pairs(state)} {exception}");
    }
}
