using AdaptiveCards;

namespace OutreachBot.Sdk.Tests.AdaptiveCards;

public sealed class ReleaseCardTests
{
    [Fact]
    public void A_whole_card_is_written_as_recorded() =>
        CardText.AssertSame(CardText.Recorded("release"), CardText.Written(ReleaseCard.New()));

    [Fact]
    public void Writing_a_card_allocates_little_more_than_its_text()
    {
        var card = ReleaseCard.New();
        var text = card.ToJson();
        card.ToJson();
        var before = GC.GetAllocatedBytesForCurrentThread();
        card.ToJson();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(allocated, 2 * text.Length, 2 * text.Length + 4096);
    }

    [Fact]
    public void Cards_written_side_by_side_do_not_mix()
    {
        // Small and often, so that threads meet where the buffer changes hands.
        var card = new AdaptiveCard("1.5");
        var expected = card.ToJson();
        Parallel.For(0, 100_000, _ => Assert.Equal(expected, card.ToJson()));
    }

    [Fact]
    public void A_card_written_while_another_is_written_does_not_mix_with_it()
    {
        var card = new AdaptiveCard("1.5") { Actions = { new AdaptiveExecuteAction { Data = new Nesting("1.2") } } };
        Assert.Equal(
            """{"type":"AdaptiveCard","version":"1.2"}""", CardText.Written(card)["actions"]![0]!["data"]!["Inner"]);
    }

    sealed class Nesting(string version)
    {
        public string Inner => new AdaptiveCard(version).ToJson();
    }
}
