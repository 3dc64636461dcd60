using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;

namespace OutreachBot.Bot.Storage;

/// <summary>
/// How state and events are written down. A contract with every row that exists: add to it, never change it.
/// </summary>
public static class StoredJson
{
    // A string property holds 32 K characters; 30,000 leaves room and never ends in half a character for long.
    const int PartLength = 30_000;

    public static JsonSerializerOptions Format { get; } = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { MakeAndFill } },
    };

    // A record is made with nothing in it and then filled. As a rule its constructor comes last, and the reader goes
    // over each object twice.
    static void MakeAndFill(JsonTypeInfo type)
    {
        if (type.Kind is not JsonTypeInfoKind.Object || type.Type.GetConstructors() is not [var constructor]) return;

        var maker = ConstructorInvoker.Create(constructor);
        object?[] defaults =
        [
            .. constructor.GetParameters()
                .Select(parameter => parameter.HasDefaultValue ? parameter.DefaultValue : null)
        ];
        type.CreateObject = () => maker.Invoke(defaults.AsSpan());
    }

    /// <summary>Puts a JSON text into as many properties as it needs: Json, Json1, Json2 …</summary>
    public static void Put(TableEntity row, string json)
    {
        for (var (part, start) = (0, 0); start < json.Length; part++)
        {
            var end = Math.Min(start + PartLength, json.Length);
            if (end < json.Length && char.IsHighSurrogate(json[end - 1])) end--;
            row[Name(part)] = json[start..end];
            start = end;
        }
    }

    public static string Get(TableEntity row)
    {
        if (!row.ContainsKey(Name(1))) return row.GetString(Name(0))!;

        var parts = Enumerable.Range(0, int.MaxValue).Select(part => row.GetString(Name(part)));
        return string.Concat(parts.TakeWhile(text => text is not null));
    }

    static string Name(int part) => part == 0 ? "Json" : $"Json{part}";
}
