using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Workflow.Tests;

/// <summary>
/// What scheme.schema.json has to say: the types that a scheme's file is read into, with what stands at their
/// properties.
/// </summary>
static class SchemeDescription
{
    static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Text()
    {
        var schema = (JsonObject)Scheme.FileFormat.GetJsonSchemaAsNode(typeof(Scheme), new()
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = Describe,
        });
        schema.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        schema.Insert(1, "title", "A scheme of OutreachBot");
        return schema.ToJsonString(Readable) + "\n";
    }

    static JsonNode Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema) return node;

        // A key is left out rather than empty, and a number is never written as a text.
        if (schema["type"] is JsonArray types && types.Select(type => $"{type}").Except(["null"]).ToList() is [var one])
            schema["type"] = one;
        if (schema["enum"] is JsonArray words)
        {
            foreach (var nothing in words.Where(word => word is null).ToList()) words.Remove(nothing);
            schema["type"] ??= "string";
        }
        schema.Remove("default");
        if (context.PropertyInfo is not { } property) return schema;

        Limit(schema, property);
        if (Find<DescriptionAttribute>(property) is { } said)
            schema.Insert(0, "description", said.Description);
        return schema;
    }

    static void Limit(JsonObject schema, JsonPropertyInfo property)
    {
        var isList = $"{schema["type"]}" is "array";
        if (Find<MinLengthAttribute>(property) is { } least)
        {
            schema[isList ? "minItems" : "minLength"] = least.Length;
            if (!isList) schema["pattern"] = @"\S";
        }
        var each = isList ? (JsonObject)schema["items"]! : schema;
        if (isList && Find<MinLengthAttribute>(property) is not null && $"{each["type"]}" is "string")
        {
            each["minLength"] = 1;
            each["pattern"] = @"\S";
        }
        if (Find<RangeAttribute>(property) is { } range)
        {
            each["minimum"] = (int)range.Minimum;
            each["maximum"] = (int)range.Maximum;
        }
        if (Find<RegularExpressionAttribute>(property) is { } rule) each["pattern"] = rule.Pattern;
    }

    // Of a record, what stands at a parameter stands at the property.
    static T? Find<T>(JsonPropertyInfo property) where T : Attribute =>
        (property.AttributeProvider as MemberInfo)?.GetCustomAttribute<T>();
}
