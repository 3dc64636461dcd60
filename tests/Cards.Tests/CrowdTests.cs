using OutreachBot.Cards.Elements;
using OutreachBot.Cards.Outreach;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Tests;

// Long lists: everything in them can be reached.
public sealed class CrowdTests
{
    static readonly RequestView Inspector = new(Given.ARequestTheTeacherAgreedTo.Request, Some.Inspector, Crowds.Facts);
    static readonly RequestView Writer = new(Given.ADraftAtItsReview.Request, Some.Headteacher, Crowds.Facts);

    [Fact]
    public void Each_of_two_hundred_leading_teachers_is_found_by_their_name()
    {
        foreach (var one in Crowds.Facts.Authority.LeadingTeachersFor("mathematics"))
        {
            var name = Crowds.Facts.Authority.Find(one.Id)!.Person.Name;
            Assert.Contains(one.Id.Key, Values(CardFor.Request(Searching(Inspector, name))!, ActionData.Person));
        }
    }

    [Fact]
    public void A_name_is_found_without_its_accents_and_in_small_letters() => Assert.Contains(
        Some.SecondLeadingTeacher.Person.Id.Key,
        Values(CardFor.Request(Searching(Inspector, "eilir pen"))!, ActionData.Person));

    [Fact]
    public void Each_of_sixty_teachers_is_found_and_those_who_were_chosen_stay()
    {
        var chosen = Some.Teacher.Person.Id.Key;
        foreach (var teacher in Crowds.Facts.Authority.TeachersOf(Some.School))
        {
            var view = Searching(Writer, teacher.Name, ("teachers", chosen));
            var values = Values(FormCard.For(view, FormKeys.Form1, 1), "teachers");

            Assert.Contains(teacher.Id.Key, values);
            Assert.Contains(chosen, values);
        }
    }

    [Fact]
    public void What_was_typed_beside_a_search_stays()
    {
        var card = CardFor.Request(Searching(Inspector, "Eilir", (ActionData.Message, "Which year first?")))!;

        Assert.Contains(card.Body.OfType<AdaptiveTextInput>(), input => input.Value == "Which year first?");
        Assert.Contains(card.Body.OfType<AdaptiveTextInput>(), input => input.Value == "Eilir");
    }

    [Fact]
    public void Whoever_was_sought_is_the_one_who_would_be_asked_and_not_whom_the_list_had_chosen_before()
    {
        var before = Candidates.For(Inspector.Request, Inspector.Facts)[0].Person.Id.Key;
        var searching = Searching(Inspector, "Eilir", (ActionData.Person, before));

        Assert.Equal(
            Some.SecondLeadingTeacher.Person.Id.Key, Choice(CardFor.Request(searching)!, ActionData.Person).Value);
    }

    [Fact]
    public void A_name_that_nobody_has_is_said()
    {
        var card = CardFor.Request(Searching(Inspector, "Nobody at all"))!;

        Assert.Empty(Choice(card, ActionData.Person).Choices);
        Assert.Contains(
            "Nobody is called like that.",
            new Shown("", card).Lines.Single(line => line.Contains("called", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_list_has_no_search() =>
        Assert.DoesNotContain(
            Given.ARequestTheTeacherAgreedTo.SeenBy(Some.Inspector).Actions.OfType<AdaptiveExecuteAction>(),
            button => button.Verb == Verbs.Find);

    [Theory]
    [InlineData(true, 0)]
    [InlineData(true, 3)]
    [InlineData(false, 0)]
    public void Each_of_thirty_requests_is_on_one_page(bool mayAsk, int undelivered)
    {
        var views = Enumerable.Range(0, Crowds.Requests)
            .Select(number => new RequestView(
                Given.ARelease.Request with { Id = CaseId.From((ulong)number, 16) }, Some.ProvidingHeadteacher,
                Some.Facts)).ToList();
        var (opened, page) = (new List<string>(), 1);
        while (true)
        {
            var buttons =
                ListCard.Tasks(views, Menus.Of(mayAsk), undelivered, page).Actions.OfType<AdaptiveExecuteAction>()
                    .ToList();
            Assert.InRange(buttons.Count, 1, 6);
            opened.AddRange(buttons.Where(button => button.Verb == Verbs.Show).Select(button => button.Title));
            if (buttons.Find(button => button.Verb == Verbs.Tasks) is not { Title: "More" }) break;
            page++;
        }

        Assert.Equal(views.Select(view => $"Open {view.Request.Id}").Order(), opened.Order());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(99)]
    public void A_page_that_is_not_there_is_the_nearest(int page) => Assert.Equal(
        page > 1 ? "First page" : "More",
        ListCard.Status(General.Requests(9, Some.Headteacher), Menus.OfNothing, page).Actions
            .OfType<AdaptiveExecuteAction>().Last().Title);

    // Four answers of two thousand letters of three bytes each would make a card of 24 KB.
    [Fact]
    public void A_step_in_which_much_was_written_is_cut_in_two_and_loses_nothing()
    {
        var much = Some.TeachersReflection.With([
            .. new[] { "outcomes", "evidence", "future", "comment" }.Select(
                question => (question, new string('界', 2000)))
        ]);
        var written = Given.AReflection.After(Some.Teacher, new Command.SaveStep(FormKeys.Form3Teacher, 0, much));
        var form = RequestForms.For(FormKeys.Form3Teacher, written.Request, written.Facts.Scheme)!;

        Assert.Equal(2, form.Review);
        Assert.Equal(much, written.Request.Draft(FormKeys.Form3Teacher).Answers);
        var sent = written.After(Some.Teacher, new Command.SaveStep(FormKeys.Form3Teacher, 1, much))
            .After(Some.Teacher, new Command.SendForm(FormKeys.Form3Teacher));
        Assert.Equal(much, sent.Request.Sent[FormKeys.Form3Teacher]);
    }

    static RequestView Searching(RequestView view, string name, params IReadOnlyList<(string, string)> typed) =>
        view with { Typed = new(Some.Of([(ActionData.Find, name), .. typed]), [], 1) };

    static IEnumerable<string> Values(AdaptiveCard card, string field) =>
        Choice(card, field).Choices.Select(choice => choice.Value);

    static AdaptiveChoiceSetInput Choice(AdaptiveCard card, string field) =>
        card.Body.OfType<AdaptiveChoiceSetInput>().First(input => ActionData.WithoutTry(input.Id) == field);
}
