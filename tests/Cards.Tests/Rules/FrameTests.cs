using System.Text;

namespace OutreachBot.Cards.Tests.Rules;

/// <summary>What Teams and its clients ask of every card.</summary>
public sealed class FrameTests
{
    const int MostBytes = 20 * 1024;
    const int MostActions = 6;
    const int LongestTitle = 28;

    [Fact]
    public void No_card_is_too_large_to_be_sent() =>
        Assert.Empty(Offenders.Among(shown => Encoding.UTF8.GetByteCount(shown.Json) > MostBytes));

    [Fact]
    public void No_card_has_more_buttons_than_Teams_shows() =>
        Assert.Empty(Offenders.Among(shown => shown.Buttons.Count() > MostActions));

    [Fact]
    public void Every_card_says_its_version_and_its_language() =>
        Assert.Empty(
            Offenders.Among(shown => (string?)shown.Card["version"] != "1.5" || (string?)shown.Card["lang"] != "en"));

    [Fact]
    public void Every_card_has_a_line_for_notifications_and_for_screen_readers() =>
        Assert.Empty(Offenders.Among(shown => string.IsNullOrWhiteSpace((string?)shown.Card["fallbackText"])
            || (string?)shown.Card["speak"] != (string?)shown.Card["fallbackText"]));

    [Fact]
    public void Every_button_fits_a_narrow_phone() =>
        Assert.Empty(Offenders.Among(
            shown => shown.Buttons.Any(button => ((string)button["title"]!).Length is 0 or > LongestTitle)));

    [Fact]
    public void Every_card_has_one_heading_but_the_old_one_that_points_to_a_newer() => Assert.Equal(
        ["An older card"],
        Offenders.Among(shown => shown.OfType("TextBlock").Count(block => (string?)block["style"] == "heading") != 1));

    [Fact]
    public void No_line_of_a_card_is_empty() =>
        Assert.Empty(Offenders.Among(shown => shown.Lines.Any(string.IsNullOrWhiteSpace)));

    [Fact]
    public void No_more_than_one_button_stands_out() =>
        Assert.Empty(
            Offenders.Among(shown => shown.Buttons.Count(button => (string?)button["style"] == "positive") > 1));
}
