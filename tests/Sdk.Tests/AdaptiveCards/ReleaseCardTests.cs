using AdaptiveCards;
using Newtonsoft.Json;

namespace OutreachBot.Sdk.Tests.AdaptiveCards;

public sealed class ReleaseCardTests
{
    [Fact]
    public void A_whole_card_is_written_as_recorded() =>
        CardText.AssertSame(CardText.Recorded("release"), CardText.Written(ReleaseCard.New()));

    [Fact]
    public void Writing_a_card_into_other_JSON_allocates_next_to_nothing()
    {
        var card = ReleaseCard.New();
        var serializer = JsonSerializer.Create();
        Write();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Write();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4096);

        void Write() => serializer.Serialize(new JsonTextWriter(TextWriter.Null), card);
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
