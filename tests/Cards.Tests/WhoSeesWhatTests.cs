using System.Text.Json;
using OutreachBot.Cards.Outreach;

namespace OutreachBot.Cards.Tests;

public sealed class WhoSeesWhatTests
{
    // The whole matrix on one page: for every scenario who sees which card, what its notification says, what can be
    // pressed.
    [Fact]
    public void In_every_scenario() => Snapshot.Matches(JsonSerializer.SerializeToNode(Given.Everything.ToDictionary(
        given => given.Key,
        given => Some.Everybody
            .Select(viewer => (viewer.Person.Name, Card: CardFor.Request(given.Value.As(viewer))))
            .Where(seen => seen.Card is not null)
            .ToDictionary(seen => seen.Name, seen => Told(new Shown(seen.Name, seen.Card!)))))!);

    static string[] Told(Shown shown) =>
    [
        (string)shown.OfType("TextBlock").First(block => (string?)block["style"] == "heading")["text"]!,
        (string)shown.Card["fallbackText"]!,
        string.Join(" | ", shown.Buttons.Select(button => (string)button["title"]!)),
    ];
}
