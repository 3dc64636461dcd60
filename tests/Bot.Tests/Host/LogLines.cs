using Microsoft.Extensions.Logging.Testing;

namespace OutreachBot.Bot.Tests;

static class LogLines
{
    extension(FakeLogCollector log)
    {
        /// <summary>
        /// Everything that was logged, at whatever level, with the values, the scopes and the exceptions in full.
        /// </summary>
        public IEnumerable<string> Lines => log.GetSnapshot().Select(Line);
    }

    static string Line(FakeLogRecord record) =>
        $"{record.Category} {record.Level} {record.Id.Id} {record.Message} {Text(record.State)} "
        + $"{string.Join(' ', record.Scopes.Select(Text))} {record.Exception}";

    static string? Text(object? state) => state switch
    {
        IEnumerable<KeyValuePair<string, string?>> pairs =>
            string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}")),
        IEnumerable<KeyValuePair<string, object?>> pairs =>
            string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}")),
        _ => state?.ToString(),
    };
}
