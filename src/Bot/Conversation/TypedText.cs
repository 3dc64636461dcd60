using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Conversation;

/// <summary>Somebody who is mentioned in a message.</summary>
/// <param name="Id">Their id in Teams.</param>
/// <param name="Text">The mention as it stands in the message, with its markup.</param>
public sealed record Mentioned(string? Id, string? Text);

/// <summary>A message as a client has sent it.</summary>
/// <param name="Text">The text, in the client's format. Null or blank: it stands in the HTML alone.</param>
/// <param name="Format">plain, markdown, extendedMarkdown or xml. Null: plain.</param>
/// <param name="Html">The same again as HTML, where the client sends it.</param>
/// <param name="Mentions">Who is mentioned in it.</param>
/// <param name="BotId">The bot's own id in Teams.</param>
/// <param name="BotName">The bot's own name.</param>
public sealed record SentMessage(
    string? Text, string? Format, string? Html, IReadOnlyList<Mentioned> Mentions, string? BotId, string? BotName)
{
    /// <summary>A message of which only the words are known.</summary>
    public static SentMessage Plain(string text) => new(text, null, null, [], null, null);
}

/// <summary>What somebody said, without what their client has put around it.</summary>
public static partial class TypedText
{
    /// <summary>
    /// The words as they were meant: no markup, no mention of the bot, no quoted card, no invisible characters, one
    /// kind of blank.
    /// </summary>
    public static string Of(SentMessage message)
    {
        var text = Plain(message.Text ?? "", message);
        return text.Length > 0 ? text : Plain(message.Html ?? "", message with { Format = "xml" });
    }

    static string Plain(string written, SentMessage message)
    {
        var text = Quoted().Replace(written, " ");
        text = At().Replace(text, mention => IsBot(mention, message) ? " " : mention.Groups["name"].Value);
        text = WebUtility.HtmlDecode(Tag().Replace(LineEnd().Replace(text, "\n"), ""));

        // Entities may have been written twice, and a mention's markup may have been one of them.
        text = WebUtility.HtmlDecode(text);
        if (message.Format?.Contains("markdown", StringComparison.OrdinalIgnoreCase) is true)
            text = Emphasis().Replace(Escaped().Replace(text, "$1"), "$2");
        return Visible(text);
    }

    static bool IsBot(Match mention, SentMessage message) =>
        message.Mentions.FirstOrDefault(one => one.Text == mention.Value) is { Id: { } id } ? id == message.BotId
        : mention.Groups["id"].Value.StartsWith("28:", StringComparison.Ordinal)
            || message.BotName is { Length: > 0 } name && Same(mention.Groups["name"].Value, name)
            || Same(mention.Groups["name"].Value, "OutreachBot") || Same(mention.Groups["name"].Value, "Bot");

    static bool Same(string one, string other) => string.Equals(one.Trim(), other, StringComparison.OrdinalIgnoreCase);

    // One form for what looks the same, and nothing that cannot be seen.
    static string Visible(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n') kept.Append('\n');
            else if (Rune.IsWhiteSpace(rune) || rune.Value is 0x3164 or 0x2800) kept.Append(' ');
            else if (Rune.IsControl(rune) || rune == Rune.ReplacementChar || IsInvisible(rune)) continue;
            else kept.Append(rune.ToString());
        }
        return Accents.Joined(kept.ToString().Trim());
    }

    // Zero-width characters, what turns the direction of writing, and the variation selectors of emojis.
    static bool IsInvisible(Rune rune) =>
        rune.Value is 0x00AD or 0x034F or 0x061C or 0xFEFF or (>= 0x200B and <= 0x200F)
            or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or (>= 0xFE00 and <= 0xFE0F)
            or (>= 0xE0000 and <= 0xE01EF);

    // Each of these looks only so far ahead: a message of nothing but openings must not take long.
    [GeneratedRegex(
        """<quoted\b[^<>]{0,300}/>|<quoted\b[^<>]{0,500}>(?:(?!</?quoted\b).)*</quoted>"""
        + """|<blockquote\b[^<>]{0,500}Reply[^<>]{0,500}>(?:(?!</?blockquote\b).)*</blockquote>""",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Quoted();

    [GeneratedRegex(
        """<at\b(?:[^<>]{0,100}?\bid=["'](?<id>[^"'<>]{0,200})["'])?[^<>]{0,300}>(?<name>[^<]{0,300})</at>""",
        RegexOptions.IgnoreCase)]
    private static partial Regex At();

    [GeneratedRegex("""<br\s?/?>|</(?:p|div|li|tr|h[1-6]|blockquote|pre)>""", RegexOptions.IgnoreCase)]
    private static partial Regex LineEnd();

    // Elements that Teams writes, and no others: "fewer than <5 pupils" is what somebody said.
    [GeneratedRegex(
        """</?(?:p|div|span|b|i|u|s|strong|em|del|strike|sub|sup|font|a|ul|ol|li|pre|code|codeblock|blockquote|h[1-6]|table|thead|tbody"""
        + """|tr|td|th|hr|img|emoji|attachment|at|quoted|html|body|readonly)\b[^<>]{0,2000}>""",
        RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex("""\\([\\`*_{}\[\]()#+\-.!>~|])""")]
    private static partial Regex Escaped();

    [GeneratedRegex("""(\*\*|__|~~|`|\*(?=\S)|_(?=\S))(.{1,500}?)\1""", RegexOptions.Singleline)]
    private static partial Regex Emphasis();
}
