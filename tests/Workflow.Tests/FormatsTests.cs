using OutreachBot.Workflow.Forms;

namespace OutreachBot.Workflow.Tests;

// Numbers, money and days as cards, phones and people give them.
public sealed class FormatsTests
{
    [Theory]
    [InlineData("2", "2")]
    [InlineData("1.0", "1")]
    [InlineData("+2", "2")]
    [InlineData("02", "2")]
    [InlineData(" 2 ", "2")]
    [InlineData("2 days", "2")]
    [InlineData("٢", "2")]
    [InlineData("２", "2")]
    [InlineData("-3", "-3")]
    [InlineData("1,000", "1000")]
    [InlineData("2.5", "2.5")]
    [InlineData("2,5", "2,5")]
    [InlineData("two", "two")]
    [InlineData("999999999999999999999999999999", "999999999999999999999999999999")]
    public void Whole_numbers(string typed, string kept) =>
        Assert.Equal(kept, Formats.Kept(QuestionKind.Number, typed));

    [Theory]
    [InlineData("250", "250")]
    [InlineData("£250", "250")]
    [InlineData("£1,000", "1000")]
    [InlineData("1,000.50", "1000.5")]
    [InlineData("250.00", "250")]
    [InlineData("250.50", "250.5")]
    [InlineData("£ 250.00 per day", "250")]
    [InlineData("250 pounds", "250")]
    [InlineData("٢٥٠", "250")]
    [InlineData("250,50", "250.5")]
    [InlineData("250.005", "250.005")]
    [InlineData("-250", "-250")]
    [InlineData("a lot", "a lot")]
    public void Money(string typed, string kept) => Assert.Equal(kept, Formats.Kept(QuestionKind.Money, typed));

    [Theory]
    [InlineData("2027-03-16", "2027-03-16")]
    [InlineData("٢٠٢٧-٠٣-١٦", "2027-03-16")]
    [InlineData("16/03/2027", "2027-03-16")]
    [InlineData("16 March 2027", "2027-03-16")]
    [InlineData("Tuesday 16 March 2027", "2027-03-16")]
    [InlineData("31/02/2027", "31/02/2027")]
    [InlineData("soon", "soon")]
    public void Days(string typed, string kept) => Assert.Equal(kept, Formats.Kept(QuestionKind.Date, typed));

    [Theory]
    [InlineData(QuestionKind.Text)]
    [InlineData(QuestionKind.LongText)]
    public void Words_stay_as_they_are(QuestionKind kind) =>
        Assert.Equal("1.0 £1,000 per day", Formats.Kept(kind, "1.0 £1,000 per day"));
}
