using OutreachBot.Cards.Elements;
using OutreachBot.Cards.Outreach;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Tests.Rules;

/// <summary>Everybody sees what is theirs to see, and no more.</summary>
public sealed class SecrecyTests
{
    static readonly string[] OneAskedInVain =
    [
        Some.LeadingTeacher.Person.Name, Some.ProvidingHeadteacher.Person.Name, Some.ProvidingSchool.Name,
        "March is full.", "We are inspected that week.",
    ];

    [Fact]
    public void A_stranger_sees_nothing() =>
        Assert.All(Given.Everything.Values, given => Assert.Null(CardFor.Request(given.As(Some.Stranger))));

    [Fact]
    public void Whoever_has_no_part_and_never_had_one_sees_nothing() => Assert.Empty(
        from given in Given.Everything
        from person in Some.Everybody
        let view = given.Value.As(person)
        where view.Parts.Count == 0 && !view.Sight.MayKnowVacancy
            && !given.Value.Request.Former.Contains(person.Person.Id) && CardFor.Request(view) is not null
        select $"{given.Key}, {person.Person.Name}");

    [Fact]
    public void Whoever_was_asked_once_sees_that_it_has_gone_on_and_nothing_of_it() => Assert.All(
        new[]
        {
            Given.AMatchThatWasDeclined.As(Some.LeadingTeacher),
            Given.AReleaseThatWasDeclined.As(Some.ProvidingHeadteacher),
            Given.ARequestEveryTeacherLeft.As(Some.Teacher),
        },
        view => Assert.Equal(
            [$"{view.Request.Id}", "Nothing more is needed",
                "This request has gone on without you. Thank you for answering."],
            new Shown("", CardFor.Request(view)!).Lines));

    [Fact]
    public void Only_the_inspector_sees_who_was_asked_in_vain_and_why()
    {
        var again = new RequestCommand.MatchLeadingTeacher(Some.SecondLeadingTeacher.Person.Id.Key);
        foreach (var given in new[] { Given.AMatchThatWasDeclined, Given.AReleaseThatWasDeclined })
        {
            var asked = given.After(Some.Inspector, again);
            var accepted = asked.After(Some.SecondLeadingTeacher, new RequestCommand.AcceptMatch(""));
            var released = accepted.After(Some.DistantHeadteacher, new RequestCommand.AgreeRelease(""));
            Scenario[] stages = [given, asked, accepted, released];

            Assert.All(stages, stage => Assert.DoesNotContain(Seen(stage, Others), Tells(OneAskedInVain)));
            Assert.Contains(
                Seen(given, [Some.Inspector]), line => line.Contains("March is full.", StringComparison.Ordinal)
                    || line.Contains("We are inspected that week.", StringComparison.Ordinal));
        }
    }

    static readonly Actor[] Others =
        [Some.Headteacher, Some.Teacher, Some.SecondLeadingTeacher, Some.DistantHeadteacher];

    [Fact]
    public void The_school_that_asked_does_not_hear_who_is_asked_before_that_school_agrees() => Assert.All(
        new[] { Given.AMatch, Given.ARelease, Given.AWithdrawnRequest },
        given => Assert.DoesNotContain(Seen(given, [Some.Headteacher, Some.Teacher]), Tells(OneAskedInVain)));

    [Fact]
    public void A_form_that_is_being_written_is_its_writers_own()
    {
        Assert.Empty(Seen(Given.ADraftAtItsReview, Some.Everybody.Except([Some.Headteacher])));
        Assert.Empty(Seen(Given.AFirstFormSentBack, Some.Everybody.Except([Some.Teacher])));
        Assert.DoesNotContain(
            Seen(Given.AForm2AtItsReview, Some.Everybody.Except([Some.LeadingTeacher])),
            Tells(Some.Form2["plan-1"], Some.Form2["planning"]));
        Assert.DoesNotContain(
            Seen(Given.AForm2ToChange, Some.Everybody.Except([Some.LeadingTeacher])),
            Tells(Some.Form2["plan-1"], Some.Form2["planning"]));
    }

    [Fact]
    public void What_is_said_to_the_inspector_stays_with_the_inspector_and_the_writer()
    {
        var comment = Some.LeadingTeachersReflection["comment"];
        Actor[] readers = [Some.Inspector, Some.LeadingTeacher];

        Assert.DoesNotContain(Seen(Given.AClosedRequest, Some.Everybody.Except(readers)), Tells(comment));
        Assert.All(readers, reader => Assert.Contains(Seen(Given.AClosedRequest, [reader]), Tells(comment)));
    }

    [Fact]
    public void Finance_sees_the_payment_and_reads_no_form()
    {
        var lines = Seen(Given.AClosedRequest, [Some.Finance]).ToList();

        Assert.Contains("Amount: 2 days × £250 = £500", lines);
        Assert.DoesNotContain(
            lines, Tells(Some.Form1["need"], Some.TeachersReflection["evidence"], Some.Evaluation["most"]));
    }

    static Predicate<string> Tells(params string[] secrets) =>
        line => secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal));

    // All that these people can read: the card itself, its summary, and every form behind "Read it all".
    static IEnumerable<string> Seen(Scenario given, IEnumerable<Actor> viewers) =>
        from viewer in viewers
        let view = given.As(viewer)
        where view.Parts.Count > 0
        from card in Cards(view)
        from line in card.Lines.Append((string)card.Card["fallbackText"]!)
        select line;

    static IEnumerable<Shown> Cards(RequestView view) => view.Request.Sent.Keys
        .Concat(view.Request.Drafts.Keys)
        .Concat(view.Request.Visits.Select(visit => FormKeys.Record(visit.Number)))
        .Select(key => new Shown(key, ReadCard.For(view, key)))
        .Prepend(new Shown("", CardFor.Request(view)!));
}
