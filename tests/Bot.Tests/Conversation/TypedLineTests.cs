using OutreachBot.Bot.Conversation;
using OutreachBot.Bot.Workflows;
using OutreachBot.Cards.Outreach;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Bot.Tests;

// Lines as people type them on phones.
public sealed class TypedLineTests
{
    static readonly TypedWords Known = new([new OutreachCards()]);
    static readonly CaseId Id = CaseId.TryParse("07-K3QX9", out var id) ? id : default;

    [Theory]
    [InlineData("approve 07-K3QX9")]
    [InlineData("Approve 07-k3qx9.")]
    [InlineData("APPROVE: 07-K3QX9!")]
    [InlineData("approve #07-K3QX9")]
    [InlineData("approve 07\u2011K3QX9")]
    [InlineData("approve 07 \u2013 K3QX9")]
    [InlineData("approve 07K3QX9")]
    [InlineData("approve 07 K3QX9")]
    [InlineData("approve request 07-K3QX9")]
    [InlineData("approve the request number 07-K3QX9 please")]
    [InlineData("please approve 07-K3QX9")]
    [InlineData("could you approve 07-K3QX9 please?")]
    [InlineData("Hi, can you please approve 07-K3QX9, thanks")]
    [InlineData("I would like to approve 07-K3QX9")]
    [InlineData("I\u2019d like to approve 07-K3QX9")]
    [InlineData("\U0001F44D approve 07-K3QX9")]
    [InlineData("@OutreachBot approve 07-K3QX9")]
    [InlineData("approved 07-K3QX9")]
    [InlineData("07-K3QX9 approved")]
    [InlineData("07-K3QX9: approve")]
    [InlineData("ok 07-K3QX9")]
    [InlineData("Yes, 07-K3QX9")]
    [InlineData("agreed 07-K3QX9")]
    [InlineData("approve \u0660\u0667-K3QX9")]
    [InlineData("\uFF41\uFF50\uFF50\uFF52\uFF4F\uFF56\uFF45 07-K3QX9")]
    public void Many_ways_to_say_yes_are_one(string text) =>
        Assert.Equal(new TypedLine("approve", Id, ""), TypedLine.Read(text, Known));

    [Theory]
    [InlineData("decline 07-K3QX9: no budget", "decline", "no budget")]
    [InlineData("decline 07-K3QX9 \u2013 it\u2019s sports day", "decline", "it\u2019s sports day")]
    [InlineData("decline 07-K3QX9 Please ask Ann first", "decline", "Please ask Ann first")]
    [InlineData("approve 07-K3QX9 gladly", "approve", "gladly")]
    [InlineData("ask 07-K3QX9 Which scheme of work?", "ask", "Which scheme of work?")]
    [InlineData("ask 07-K3QX9 Is it like 03-ABCDE?", "ask", "Is it like 03-ABCDE?")]
    [InlineData("note 07-K3QX9\nCount every morning.\nAnd evening.", "note", "Count every morning.\nAnd evening.")]
    [InlineData("withdraw 07-K3QX9 because Caf\u00e9 is full", "withdraw", "because Caf\u00e9 is full")]
    [InlineData("07-K3QX9 decline: no budget", "decline", "no budget")]
    public void What_is_said_with_it_stays_as_it_was_written(string text, string word, string rest) =>
        Assert.Equal(new TypedLine(word, Id, rest), TypedLine.Read(text, Known));

    [Theory]
    [InlineData("status", "status")]
    [InlineData("Status?", "status")]
    [InlineData("status\u00A0??", "status")]
    [InlineData("Help!", "help")]
    [InlineData("?", "help")]
    [InlineData("can you help me please", "help")]
    [InlineData("Hello!", "hello")]
    [InlineData("Hi OutreachBot", "hello")]
    [InlineData("good morning, tasks please", "tasks")]
    [InlineData("new", "request")]
    [InlineData("approve", "approve")]
    public void Words_alone_are_read(string text, string word) =>
        Assert.Equal((word, (CaseId?)null), (TypedLine.Read(text, Known).Word, TypedLine.Read(text, Known).Case));

    [Theory]
    [InlineData("status #07-K3QX9")]
    [InlineData("status:07-K3QX9")]
    [InlineData("status 07-K3QX9.")]
    [InlineData("07-K3QX9")]
    [InlineData("where is 07-K3QX9?")]
    public void A_request_is_shown(string text) =>
        Assert.Equal(("status", Id), (TypedLine.Read(text, Known).Word, TypedLine.Read(text, Known).Case!.Value));

    [Theory]
    [InlineData("aprove 07-K3QX9", "approve")]
    [InlineData("approvee 07-K3QX9", "approve")]
    [InlineData("apporve 07-K3QX9", "approve")]
    [InlineData("declne 07-K3QX9 no budget", "decline")]
    [InlineData("stauts 07-K3QX9", "status")]
    public void A_slip_of_the_finger_is_a_guess(string text, string word) =>
        Assert.Equal((word, true), (TypedLine.Read(text, Known).Word, TypedLine.Read(text, Known).IsGuess));

    [Theory]
    [InlineData("approve 07-K3Q", "07-K3Q")]
    [InlineData("approve 7-K3QX9", "7-K3QX9")]
    [InlineData("approve #07-K3QU9", "07-K3QU9")]
    [InlineData("status 07", "07")]
    public void A_number_that_is_none_is_said(string text, string written) =>
        Assert.Equal((null, written),
            (TypedLine.Read(text, Known).Case, TypedLine.Read(text, Known).Unreadable?.TrimStart('#')));

    [Theory]
    [InlineData("")]
    [InlineData("please")]
    [InlineData("the weather is nice")]
    [InlineData("no")]
    [InlineData("yes please")]
    [InlineData("ok")]
    [InlineData("in 12 weeks we are open")]
    [InlineData("thanks a lot")]
    public void What_is_no_word_of_ours_asks_nothing(string text) =>
        Assert.Equal(("", (CaseId?)null), (TypedLine.Read(text, Known).Word, TypedLine.Read(text, Known).Case));

    [Theory]
    [InlineData("07-K3QX9 no news yet?")]
    [InlineData("07-K3QX9 yes it was raining")]
    [InlineData("07-K3QX9 approve of the plan?")]
    [InlineData("07-K3QX9 is still with the inspector")]
    public void A_sentence_that_begins_with_a_number_asks_how_it_stands(string text) =>
        Assert.Equal(new TypedLine("status", Id, ""), TypedLine.Read(text, Known));

    [Theory]
    [InlineData("I will approve 07-K3QX9 tomorrow")]
    [InlineData("will you decline 07-K3QX9?")]
    [InlineData("close look at 07-K3QX9 please")]
    [InlineData("decline the invitation to the meeting about 07-K3QX9")]
    [InlineData("approve what Ann has written in 07-K3QX9")]
    public void What_may_be_meant_otherwise_is_a_guess(string text) =>
        Assert.Equal((Id, true), (TypedLine.Read(text, Known).Case!.Value, TypedLine.Read(text, Known).IsGuess));

    public static TheoryData<string> Mixed
    {
        get
        {
            var all = new TheoryData<string>();
            foreach (var before in new[] { "", "please ", "Could you ", "\U0001F64F ", "hi, " })
                foreach (var blank in new[] { " ", "\u00A0", "  ", ": ", " #" })
                    foreach (var dash in new[] { "-", "\u2010", "\u2013", "\u2212", " - " })
                        foreach (var after in new[] { "", ".", "!", " please", "?" })
                            all.Add($"{before}approve{blank}07{dash}K3QX9{after}");
            return all;
        }
    }

    [Theory, MemberData(nameof(Mixed))]
    public void Whatever_is_put_around_it_a_yes_is_a_yes(string text) =>
        Assert.Equal(new TypedLine("approve", Id, ""), TypedLine.Read(TypedText.Of(SentMessage.Plain(text)), Known));

    [Fact]
    public void Nothing_is_decided_without_a_word_and_a_whole_number_and_nothing_throws()
    {
        string[] pieces =
        [
            "07-K3QX9", "07-K3Q", "07", "-", "K3QX9", "please", "app", "rove", "approve", "decl", "ine", "ask", "yes",
            "no", "the", "budget",
            "\u200D", "\u0301", "\uD83D", "<at>", "&nbsp;", "\\", "'", "\n", ":", ",",
        ];
        var (random, decided) = (new Random(7), 0);
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(
                Enumerable.Range(0, random.Next(8))
                    .Select(_ => pieces[random.Next(pieces.Length)] + (random.Next(2) == 0 ? " " : "")));
            var said = TypedText.Of(SentMessage.Plain(text));
            if (TypedLine.Read(
                said, Known) is not { Case: { } id, IsGuess: false, Word: not ("" or "status") }) continue;

            decided++;
            Assert.Contains(
                $"{id}".Replace("-", "", StringComparison.Ordinal), Letters(said), StringComparison.Ordinal);
            Assert.Matches("(?i)approve|decline|ask|yes|no", said);
        }
        Assert.InRange(decided, 100, 10_000);
    }

    // As a number is read: O for 0, I and L for 1.
    static string Letters(string said) =>
        string.Concat(said.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit))
            .Replace('O', '0').Replace('I', '1').Replace('L', '1');
}
