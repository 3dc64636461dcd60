using OutreachBot.Cards.Elements;
using OutreachBot.Cards.Outreach;

namespace OutreachBot.Cards.Tests;

/// <summary>What comes back when something could not be taken.</summary>
public sealed class MistakeTests
{
    [Fact]
    public void A_step_with_nothing_filled_in() =>
        Snapshot.Matches(Mistakes.Named("form1: nothing is filled in").Drawn);

    [Fact]
    public void Days_in_words_and_31_February_come_back_as_they_were_typed() =>
        Snapshot.Matches(Mistakes.Named("form1: days in words and 31 February").Drawn);

    [Fact]
    public void A_day_gone_by_and_a_Saturday() =>
        Snapshot.Matches(Mistakes.Named("form1: no day, a day gone by and a Saturday").Drawn);

    [Fact]
    public void An_amount_in_words_and_no_promise() =>
        Snapshot.Matches(Mistakes.Named("form2: an amount in words and no promise").Drawn);

    [Fact]
    public void A_rate_without_its_reason() => Snapshot.Matches(Mistakes.Named("form2: a rate without a reason").Drawn);

    [Fact]
    public void A_day_that_is_promised_to_another_school() =>
        Snapshot.Matches(Mistakes.Named("form2: a day that is taken").Drawn);

    [Fact]
    public void A_bank_holiday() => Snapshot.Matches(Mistakes.Named("form1: a bank holiday").Drawn);

    [Fact]
    public void A_day_on_which_the_leading_teachers_school_is_shut() =>
        Snapshot.Matches(Mistakes.Named("form2: a closure day of the leading teacher's school").Drawn);

    [Fact]
    public void A_no_without_its_reason() => Snapshot.Matches(Mistakes.Named("DeclineRelease without its words").Drawn);

    [Fact]
    public void No_teacher_is_named() => Snapshot.Matches(Mistakes.Named("NameTeachers without its words").Drawn);

    [Fact]
    public void A_cancellation_without_its_reason() =>
        Snapshot.Matches(Mistakes.Named("cancel without its reason").Drawn);

    [Fact]
    public void An_old_card_says_what_has_happened_since() =>
        Snapshot.Matches(CardFor.Request(Given.AProgramme.As(Some.Headteacher) with
        {
            Note = new(NoteKind.News, "Idris Vaneborough signed form 2, Monday 2 March 2026 at 09:14."),
        })!);

    [Fact]
    public void A_press_that_was_taken_says_so() =>
        Snapshot.Matches(
            CardFor.Request(Given.AMatch.As(Some.LeadingTeacher) with { Note = new(NoteKind.Done, "Done.") })!);
}
