using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OutreachBot.Workflow.Forms;

/// <summary>Answers by the id of their question. Unanswered is absent, never empty text.</summary>
[JsonConverter(typeof(AnswersJson))]
public sealed class Answers : IReadOnlyDictionary<string, string>, IEquatable<Answers>
{
    // Never changed once it is here.
    readonly SortedList<string, string> given;

    Answers(SortedList<string, string> given) => this.given = given;

    public static Answers None { get; } = new(new(StringComparer.Ordinal));

    public static Answers Of(IEnumerable<KeyValuePair<string, string>> answers) => None.With(answers);

    public int Count => given.Count;
    public IEnumerable<string> Keys => given.Keys;
    public IEnumerable<string> Values => given.Values;
    public string this[string question] => given[question];

    /// <summary>The answer, or an empty text where there is none.</summary>
    public string Text(string question) => given.GetValueOrDefault(question, "");

    public int? Number(string question) =>
        int.TryParse(Text(question), Formats.Whole, Formats.Invariant, out var number) ? number : null;

    public decimal? Money(string question) =>
        decimal.TryParse(Text(question), Formats.Pounds, Formats.Invariant, out var pounds) ? pounds : null;

    public DateOnly? Date(string question) => Formats.Date(Text(question));

    public IReadOnlyList<string> Choices(string question) =>
        Text(question).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>These answers with others laid over them; an empty one takes the earlier away.</summary>
    public Answers With(IEnumerable<KeyValuePair<string, string>> others)
    {
        var all = new SortedList<string, string>(given, StringComparer.Ordinal);
        foreach (var (question, answer) in others)
        {
            if (answer.Length > 0) all[question] = answer;
            else all.Remove(question);
        }
        return new(all);
    }

    public bool ContainsKey(string key) => given.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) => given.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => given.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(Answers? other) => other is not null && given.SequenceEqual(other.given);

    public override bool Equals(object? obj) => Equals(obj as Answers);

    public override int GetHashCode() => given.Aggregate(0, (hash, answer) => HashCode.Combine(hash, answer));
}

sealed class AnswersJson : JsonConverter<Answers>
{
    public override Answers Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var given = new List<KeyValuePair<string, string>>();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var question = reader.GetString()!;
            reader.Read();
            given.Add(new(question, reader.GetString() ?? ""));
        }
        return Answers.Of(given);
    }

    public override void Write(Utf8JsonWriter writer, Answers value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (question, answer) in value) writer.WriteString(question, answer);
        writer.WriteEndObject();
    }
}
