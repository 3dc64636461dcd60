using OutreachBot.Bot.Directory;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Tests;

// terms.csv: when schools are open, for all of them or for one.
public sealed class TermsTests
{
    const string Heading = "schoolUrn,from,to,kind";

    readonly WrittenFiles files = new();

    [Fact]
    public void Terms_of_all_schools_and_days_of_one_are_read()
    {
        files.Write(
            "terms.csv", Heading,
            ",2026-09-01,2026-12-18,term",
            ",26/10/2026,30/10/2026,Half-Term",
            "900101,2026-11-27,2026-11-27,closure",
            "900102,2026-12-14,2026-12-18,holiday");

        var data = files.Read();

        Assert.Equal(
            [
                new(null, new(2026, 9, 1), new(2026, 12, 18), TermKind.Term),
                new(null, new(2026, 10, 26), new(2026, 10, 30), TermKind.HalfTerm),
                new("900101", new(2026, 11, 27), new(2026, 11, 27), TermKind.Closure),
                new("900102", new(2026, 12, 14), new(2026, 12, 18), TermKind.Holiday),
            ],
            data.Terms);
        Assert.Equal(
            ShutBecause.Closure, data.ToAuthority().Calendar.WhyShut("900101", new(2026, 11, 27)));
    }

    [Fact]
    public void Without_the_file_every_weekday_but_a_bank_holiday_is_a_school_day()
    {
        var data = files.Read();

        Assert.True(data.ToAuthority().Calendar.IsOpen("900101", new(2026, 8, 12)));
        Assert.False(data.ToAuthority().Calendar.IsOpen("900101", new(2026, 8, 31)));
    }

    [Fact]
    public void Whoever_imports_without_terms_is_told_what_that_means()
    {
        const string Told = "No terms are known, so every weekday but a bank holiday is a school day.";
        Assert.Contains(Told, Changes.Between(null, files.Read()).Left);

        files.Write("terms.csv", Heading, ",2026-09-01,2026-12-18,term");
        Assert.DoesNotContain(Told, Changes.Between(null, files.Read()).Left);
    }

    [Theory]
    [InlineData("900199,2026-11-27,2026-11-27,closure", "schoolUrn")]
    [InlineData(",,2026-11-27,closure", "from")]
    [InlineData(",2026-11-27,,closure", "to")]
    [InlineData(",2026-11-31,2026-12-01,closure", "from")]
    [InlineData(",2026-11-27,2026-11-26,closure", "to")]
    [InlineData(",2026-11-27,2028-11-26,term", "to")]
    [InlineData(",2026-11-27,2026-11-27,inset", "kind")]
    [InlineData(",2026-11-27,2026-11-27,", "kind")]
    public void A_mistake_is_named_with_its_place(string row, string column)
    {
        files.Write("terms.csv", Heading, row);

        Assert.Equal([$"terms.csv, line 2, {column}"], files.Places());
    }

    [Fact]
    public void A_kind_that_is_nearly_right_is_refused_with_the_nearest()
    {
        files.Write("terms.csv", Heading, ",2026-11-27,2026-11-27,halfterm");

        Assert.Equal(
            ["terms.csv, line 2, kind: There is no such kind of days. Did you mean half-term?"], files.Findings());
    }

    [Fact]
    public void The_same_days_twice_are_refused_with_both_lines()
    {
        files.Write("terms.csv", Heading, ",2026-11-27,2026-11-27,closure", ",27-11-2026,27-11-2026,Closure");

        Assert.StartsWith("terms.csv, line 3: Line 2 has", Assert.Single(files.Findings()), StringComparison.Ordinal);
    }
}
