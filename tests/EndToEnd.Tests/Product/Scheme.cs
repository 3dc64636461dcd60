using System.Text.Json.Nodes;
using OutreachBot.Rehearsal;

namespace OutreachBot.EndToEnd.Tests.Product;

/// <summary>What the scheme calls things.</summary>
static class Scheme
{
    static readonly JsonNode File = JsonNode.Parse(
        System.IO.File.ReadAllText(Path.Combine(Repository.Root, "src", "Workflow", "Schemes", "hampshire-lt.json")))!;

    public static string Area(string id) =>
        (string)File["curriculumAreas"]!.AsArray().Single(area => (string?)area!["id"] == id)!["label"]!;
}
