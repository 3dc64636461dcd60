using System.Text.Json.Nodes;
using NJsonSchema;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Workflow.Tests;

// What an editor says about a scheme's file, and what the loader says, are the same.
public sealed class SchemeSchemaTests
{
    static readonly string Path = Repository.Path("src/Workflow/Schemes/scheme.schema.json");

    static readonly JsonNode Right = JsonNode.Parse(
        File.ReadAllText(Repository.Path("src/Workflow/Schemes/hampshire-lt.json")))!;

    static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(File.ReadAllText(Path)).GetAwaiter().GetResult();

    /// <summary>To approve a change of the keys: ACCEPT=1.</summary>
    [Fact]
    public void The_schema_beside_the_schemes_says_what_they_are_read_into()
    {
        if (Environment.GetEnvironmentVariable("ACCEPT") is "1") File.WriteAllText(Path, SchemeDescription.Text());

        Assert.Equal(SchemeDescription.Text(), File.ReadAllText(Path));
    }

    [Fact]
    public void Every_key_has_a_description_in_plain_words() => Assert.Empty(
        from key in Keys(JsonNode.Parse(SchemeDescription.Text())!)
        where key.Value?["description"] is null
        select key.Key);

    [Fact]
    public void What_is_right_is_right_to_both()
    {
        Assert.Empty(Schema.Validate(Right.ToJsonString()));
        Assert.Empty(SchemeFile.Read(Right.ToJsonString()).Mistakes);
    }

    // One mistake of each sort at every place of the file.
    public static TheoryData<string, string> Mistakes
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var path in Places(Right, []).DistinctBy(Kind))
                foreach (var sort in SchemeSpoiling.Sorts)
                    if (SchemeSpoiling.Spoil(Right, path, sort) is not null)
                        all.Add(string.Join('/', path), sort);
            return all;
        }
    }

    [Theory, MemberData(nameof(Mistakes))]
    public void What_is_wrong_is_wrong_to_both(string place, string sort)
    {
        var wrong = SchemeSpoiling.Spoil(Right, [.. place.Split('/').Where(part => part.Length > 0)], sort)!;

        Assert.Equal(
            Schema.Validate(wrong).Count > 0, SchemeFile.Read(wrong).Mistakes.Any(IsAboutTheShape));
    }

    // The schema knows a file's shape; what one place says about another is the loader's alone.
    static bool IsAboutTheShape(SchemeMistake mistake) => SchemeSpoiling.OfTheShape.Any(
        words => mistake.What.Contains(words, StringComparison.Ordinal));

    static string Kind(string[] path) =>
        string.Join('/', path.Select(part => int.TryParse(part, out _) ? "*" : part));

    static IEnumerable<string[]> Places(JsonNode? node, string[] at) =>
    [
        at,
        .. node switch
        {
            JsonObject keys => keys.SelectMany(key => Places(key.Value, [.. at, key.Key])),
            JsonArray list => list.Index().SelectMany(item => Places(item.Item, [.. at, $"{item.Index}"])),
            _ => [],
        },
    ];

    static IEnumerable<KeyValuePair<string, JsonNode?>> Keys(JsonNode node) => node switch
    {
        JsonObject one => [
            .. one["properties"] is JsonObject keys && one["type"] is not null ? keys : [],
            .. one.SelectMany(member => member.Value is null ? [] : Keys(member.Value)),
        ],
        JsonArray list => list.SelectMany(item => item is null ? [] : Keys(item)),
        _ => [],
    };
}
