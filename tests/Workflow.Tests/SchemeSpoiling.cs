using System.Text.Json;
using System.Text.Json.Nodes;

namespace OutreachBot.Workflow.Tests;

/// <summary>A right file with one thing wrong at one place.</summary>
static class SchemeSpoiling
{
    public static readonly string[] Sorts =
        ["left out", "misspelt", "one more key", "null", "a text", "a number", "a list", "an object", "empty", "negative", "huge"];

    /// <summary>What the loader says about the shape of a file, in its words.</summary>
    public static readonly string[] OfTheShape =
    [
        "There is no such key", "The key is missing", "Here belong", "none of the words", "The list is empty",
        "The text is empty", "no name of the kind", "is not between",
    ];

    /// <returns>Null: this cannot be wrong there.</returns>
    public static string? Spoil(JsonNode right, string[] place, string sort)
    {
        var root = right.DeepClone();
        if (place.Length == 0) return sort is "one more key" ? With((JsonObject)root) : null;

        var parent = place[..^1].Aggregate(root, (node, part) => Child(node, part)!);
        var name = place[^1];
        var here = Child(parent, name);
        switch (sort)
        {
            case "left out" when parent is JsonObject keys:
                keys.Remove(name);
                break;
            case "misspelt" when parent is JsonObject keys:
                keys.Remove(name);
                keys[$"{name}s"] = here;
                break;
            case "one more key" when here is JsonObject keys:
                keys["colour"] = "red";
                break;
            case "null":
                Put(null);
                break;
            case "a text" when here is not JsonValue:
                Put("red");
                break;
            case "a text" when here!.GetValueKind() is not JsonValueKind.String:
                Put("seven");
                break;
            case "a number" when here is not JsonValue || here.GetValueKind() is not JsonValueKind.Number:
                Put(7);
                break;
            case "a list" when here is not JsonArray:
                Put(new JsonArray());
                break;
            case "an object" when here is not JsonObject:
                Put(new JsonObject());
                break;
            case "empty" when here is JsonArray or JsonValue && here.GetValueKind() is not JsonValueKind.Number:
                Put(here is JsonArray ? new JsonArray() : "");
                break;
            case "negative" or "huge" when here is JsonValue && here.GetValueKind() is JsonValueKind.Number:
                Put(sort is "negative" ? -7 : 2_000_000_000);
                break;
            default:
                return null;
        }
        return root.ToJsonString();

        void Put(JsonNode? value)
        {
            if (parent is JsonArray list) list[int.Parse(name)] = value;
            else parent[name] = value;
        }
    }

    static string With(JsonObject root)
    {
        root["colour"] = "red";
        return root.ToJsonString();
    }

    static JsonNode? Child(JsonNode node, string part) => node is JsonArray list ? list[int.Parse(part)] : node[part];
}
