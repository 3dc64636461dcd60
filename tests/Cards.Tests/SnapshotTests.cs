using System.Text.Json.Nodes;

namespace OutreachBot.Cards.Tests;

public sealed class SnapshotTests
{
    [Fact]
    public void Every_approved_file_belongs_to_a_test()
    {
        var tests = typeof(SnapshotTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}"))
            .ToHashSet();

        Assert.NotEmpty(Snapshot.Approved);
        Assert.Empty(Snapshot.Approved.Except(tests));
    }

    [Theory]
    [InlineData("""{"b":1,"a":2}""", """{"a":2,"b":1}""")]
    [InlineData("""{"min":3.0,"max":2.50}""", """{"max":2.5,"min":3}""")]
    [InlineData("""{"verb":"","refresh":{"userIds":[]}}""", """{"refresh":{}}""")]
    [InlineData("""{"items":[{"verb":"next","userIds":["a"]}]}""", """{"items":[{"userIds":["a"],"verb":"next"}]}""")]
    public void Whoever_writes_the_json_the_same_card_is_the_same_text(string json, string canonical) =>
        Assert.Equal(canonical, Snapshot.Canonical(JsonNode.Parse(json))!.ToJsonString());
}
