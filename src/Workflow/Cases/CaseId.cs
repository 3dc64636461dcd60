using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OutreachBot.Workflow.Cases;

/// <summary>
/// A case's name, short enough to say on the telephone: the bucket its rows live in, and five letters or digits,
/// such as <c>07-K3QX9</c>. The bucket is part of the id, so that the number of buckets can grow without moving rows.
/// </summary>
[JsonConverter(typeof(CaseIdJson))]
public readonly record struct CaseId
{
    // Crockford's alphabet: no I, L, O or U, which are misread or misheard.
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const int Letters = 5;
    static readonly SearchValues<char> Allowed = SearchValues.Create(Alphabet);

    CaseId(string value) => Value = value;

    public string Value { get; }

    /// <summary>The partition: two digits.</summary>
    public string Bucket => Value[..2];

    /// <summary>An id from any number. The same number gives the same id.</summary>
    public static CaseId From(ulong number, int buckets)
    {
        Span<char> letters = stackalloc char[Letters];
        var rest = number / (ulong)buckets;
        for (var i = 0; i < Letters; i++, rest /= 32) letters[i] = Alphabet[(int)(rest % 32)];
        return new($"{number % (ulong)buckets:D2}-{letters}");
    }

    /// <summary>
    /// Reads an id that a person typed or a button carries; small letters, and O, I, L for 0 and 1, are understood.
    /// </summary>
    public static bool TryParse(string? text, out CaseId id)
    {
        var upper = (text ?? "").Trim().ToUpperInvariant();
        var value = upper.Length == Letters + 3
            ? string.Concat(upper.AsSpan(0, 3), upper[3..].Replace('O', '0').Replace('I', '1').Replace('L', '1'))
            : upper;
        var valid = value.Length == Letters + 3 && value[2] == '-'
            && char.IsAsciiDigit(value[0]) && char.IsAsciiDigit(value[1])
            && value.AsSpan(3).IndexOfAnyExcept(Allowed) < 0;
        id = valid ? new(value) : default;
        return valid;
    }

    public override string ToString() => Value;
}

sealed class CaseIdJson : JsonConverter<CaseId>
{
    public override CaseId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CaseId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("This is no case's id.");

    public override void Write(Utf8JsonWriter writer, CaseId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
