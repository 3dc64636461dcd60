using OutreachBot.Workflow.Forms;

namespace OutreachBot.Workflow.Tests;

public sealed class CleaningTests
{
    [Theory]
    [InlineData("Plain words.")]
    [InlineData("Ŵyn, llŷn a'r tŷ")]
    [InlineData("الرياضيات للصف الثالث")]
    [InlineData("👩🏽‍🏫 and 🏴󠁧󠁢󠁷󠁬󠁳󠁿")]
    [InlineData("a\tb\nc")]
    [InlineData("e\u0301")]
    [InlineData("*not* <b>markup</b> & \"quotes\"")]
    public void What_people_write_is_kept(string typed) => Assert.Equal(typed, Checking.Clean(typed));

    [Theory]
    [InlineData("  outer space \n", "outer space")]
    [InlineData("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour")]
    [InlineData("bell\u0007 and null\0 and escape\u001b", "bell and null and escape")]
    [InlineData("turned \u202Edeverppa\u202C round", "turned deverppa round")]
    [InlineData("\u2066left\u2069 and \u2067right\u2069", "left and right")]
    public void What_they_did_not_mean_is_not(string typed, string kept) => Assert.Equal(kept, Checking.Clean(typed));

    // Not as data of a theory: half a character does not survive the way to the runner.
    [Fact]
    public void Half_a_character_is_dropped()
    {
        Assert.Equal("ab", Checking.Clean("a\ud83db"));
        Assert.Equal("ab", Checking.Clean("a\ude00b"));
        Assert.Equal("", Checking.Clean("\ud83d"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    [InlineData("\u200B\u200D\uFEFF")]
    [InlineData("\u00A0\u2003")]
    [InlineData("\u202E")]
    [InlineData("\u0007")]
    public void Text_that_shows_nothing_is_no_answer(string typed) => Assert.Equal("", Checking.Clean(typed));

    [Theory]
    [InlineData("a\u0007 b ")]
    [InlineData(" \u200B a \u200B ")]
    [InlineData("\u0007 a")]
    public void Cleaning_twice_changes_nothing_more(string typed) =>
        Assert.Equal(Checking.Clean(typed), Checking.Clean(Checking.Clean(typed)));
}
