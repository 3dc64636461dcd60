using OutreachBot.Bot.Conversation;

namespace OutreachBot.Bot.Tests;

// What clients put around words.
public sealed class TypedTextTests
{
    [Theory]
    [InlineData("<quoted messageId=\"1764100000000\"/> approve 07-K3QX9", "approve 07-K3QX9")]
    [InlineData("<quoted messageId='1'>May your leading teacher go?</quoted>approve 07-K3QX9", "approve 07-K3QX9")]
    [InlineData("<at>OutreachBot</at> help", "help")]
    [InlineData("<at id=\"0\">Bot</at>&nbsp;help", "help")]
    [InlineData("<at id=\"28:app\">Anything</at> help", "help")]
    [InlineData(
        "ask 07-K3QX9 <at>Naomi Ibbotson</at> could come on Monday?",
        "ask 07-K3QX9 Naomi Ibbotson could come on Monday?")]
    [InlineData("status\u00A0", "status")]
    [InlineData("sta\u200Btus\uFEFF", "status")]
    [InlineData("Siobha\u0301n", "Siobhán")]
    [InlineData("fewer than <5 pupils & more", "fewer than <5 pupils & more")]
    [InlineData("Tom &amp; Ann &#39;s", "Tom & Ann 's")]
    [InlineData("**help**", "**help**")]
    [InlineData("\u202Ehelp\u202C", "help")]
    public void Plain_text(string written, string said) => Assert.Equal(said, TypedText.Of(SentMessage.Plain(written)));

    [Theory]
    [InlineData("xml", "<div><strong>help</strong></div>", "help")]
    [InlineData("xml", "<p>decline 07-K3QX9</p><p>no budget</p>", "decline 07-K3QX9\nno budget")]
    [InlineData("xml", "<div>a &lt; b<br/>c</div>", "a < b\nc")]
    [InlineData(
        "xml",
        "<blockquote itemtype=\"http://schema.skype.com/Reply\"><p>old words</p></blockquote><p>approve 07-K3QX9</p>",
        "approve 07-K3QX9")]
    [InlineData("markdown", "**help**", "help")]
    [InlineData("extendedMarkdown", "approve 07\\-K3QX9", "approve 07-K3QX9")]
    [InlineData("markdown", "decline 07-K3QX9 _not_ now", "decline 07-K3QX9 not now")]
    public void Formatted_text(string format, string written, string said) =>
        Assert.Equal(said, TypedText.Of(new(written, format, null, [], null, null)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u00A0")]
    public void Text_that_stands_in_the_attachment_alone(string? text) =>
        Assert.Equal("help", TypedText.Of(new(text, null, "<div>help</div>", [], null, null)));

    [Fact]
    public void Only_the_mention_of_the_bot_goes()
    {
        var message = new SentMessage(
            "<at>Otto</at> ask 07-K3QX9 <at>Otto Smith</at>?", null, null,
            [new("28:bot", "<at>Otto</at>"), new("29:smith", "<at>Otto Smith</at>")], "28:bot", "Otto");

        Assert.Equal("ask 07-K3QX9 Otto Smith?", TypedText.Of(message));
    }

    [Fact]
    public void Somebody_who_is_called_like_the_bot_is_named() =>
        Assert.Equal(
            "ask 07-K3QX9 Bot",
            TypedText.Of(new(
                "ask 07-K3QX9 <at>Bot</at>", null, null, [new("29:person", "<at>Bot</at>")], "28:bot", "OutreachBot")));
}
