using System.Text.Json;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Workflow.Tests;

public sealed class SchemeTests
{
    static readonly string File = System.IO.File.ReadAllText(Repository.Path("src/Workflow/Schemes/hampshire-lt.json"));

    [Fact]
    public void Days_and_rates_are_those_of_the_policy()
    {
        Assert.Equal((250, 50), (Some.Scheme.DayRate, Some.Scheme.ObservationRate));
        Assert.Equal((9, 3, 3), (Some.Scheme.FieldDays, Some.Scheme.CpdDays, Some.Scheme.OwnSchoolDays));
    }

    [Fact]
    public void An_authority_may_write_comments_in_its_file() =>
        Assert.Equal("hampshire-lt", SchemeFile.Read("// Ours since 2008.\n" + File).Scheme.Id);

    [Fact]
    public void Every_form_of_the_workflow_is_there_and_no_other() => Assert.Equal(
        [FormKeys.Form1, FormKeys.Form2, "record", FormKeys.Form3Teacher, FormKeys.Form3LeadingTeacher,
            FormKeys.Evaluation],
        Some.Scheme.Forms.Select(form => form.Id));

    [Fact]
    public void Ids_are_not_used_twice()
    {
        foreach (var form in Some.Scheme.Forms) OnlyOnce(form.Questions.Select(question => question.Id));
        foreach (var list in Lists()) OnlyOnce(list.Select(option => option.Id));
    }

    [Fact]
    public void Options_can_be_told_apart_in_a_list() =>
        Assert.All(Lists().SelectMany(list => list), option => Assert.DoesNotContain(',', option.Id));

    [Fact]
    public void Every_choice_has_something_to_choose_from() => Assert.All(
        Some.Scheme.Forms.SelectMany(form => form.Questions)
            .Where(question => question.Kind is QuestionKind.Choice or QuestionKind.Choices),
        question => Assert.True(question.Options is not null || Known(question.OptionsFrom)));

    [Fact]
    public void A_list_that_nobody_knows_is_named_in_the_mistake()
    {
        var question = Some.Scheme.Forms[0].Questions.First() with { OptionsFrom = "planets" };

        var mistake = Assert.Throws<InvalidDataException>(() => DirectoryChoices.Nothing.For(question, Some.Scheme));

        Assert.Contains("planets", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_default_comes_from_something_and_is_an_answer()
    {
        foreach (var form in Some.Scheme.Forms)
            foreach (var question in form.Questions)
            {
                var key = form.Id == "record" ? FormKeys.Record(1) : form.Id;
                var from = question.DefaultFrom?.Replace("{day}", "1", StringComparison.Ordinal);
                var asked = question with { DefaultFrom = from };
                var text = RequestForms.Default(asked, key, Given.AProgramme.Request);

                // Only the question whether a teacher asks for themselves depends on who asks.
                if (from is not null and not "requester-if-teacher") Assert.NotEqual("", text);
                if (text.Length > 0)
                    Assert.Empty(
                        Checking.Check(
                            [asked], Some.Of((asked.Id, text)),
                            one => DirectoryChoices.Nothing.For(one, Some.Scheme)));
            }
    }

    [Fact]
    public void The_readers_of_a_question_are_parts_that_read_its_form()
    {
        var parts = Enum.GetNames<Part>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName).ToHashSet();

        Assert.Empty(Some.Scheme.Forms.SelectMany(form => form.Questions)
            .SelectMany(question => question.Readers ?? []).Except(parts));
    }

    [Fact]
    public void Every_condition_is_about_a_question_of_form_1_and_one_of_its_options()
    {
        var conditions = Some.Scheme.Forms.SelectMany(form => form.Questions)
            .Select(question => question.When).OfType<string>().ToList();

        Assert.NotEmpty(conditions);
        Assert.All(conditions, condition =>
        {
            if (condition is "school=to-choose") return;
            var (id, option) = condition.Split('=') is [var left, var right] ? (left.TrimEnd('!'), right) : default;
            var question = Some.Scheme.Forms[0].Questions.Single(question => question.Id == id);
            Assert.Contains(DirectoryChoices.Nothing.For(question, Some.Scheme), one => one.Id == option);
        });
    }

    [Fact]
    public void A_condition_or_a_default_that_makes_no_sense_names_its_question()
    {
        var first = Some.Scheme.Forms[0];
        var question = first.Questions.First() with { Id = "odd", When = "support", DefaultFrom = "somewhere" };
        FormStep step = new() { Title = "A step", Questions = [question] };
        var scheme = Some.Scheme with { Forms = [first with { Steps = [step] }] };

        Assert.Contains("odd", Assert.Throws<InvalidDataException>(
            () => RequestForms.For(FormKeys.Form1, Given.ADraft.Request, scheme)).Message, StringComparison.Ordinal);
        Assert.Contains("odd", Assert.Throws<InvalidDataException>(
            () => RequestForms.Default(question, FormKeys.Form1, Given.ADraft.Request)).Message,
                StringComparison.Ordinal);
    }

    static IEnumerable<IReadOnlyList<Option>> Lists() =>
        Some.Scheme.Forms.SelectMany(form => form.Questions)
            .Select(question => question.Options).OfType<IReadOnlyList<Option>>()
            .Append(Some.Scheme.CurriculumAreas).Append(Some.Scheme.SupportKinds).Append(Some.Scheme.YearGroups);

    static bool Known(string? list) => list is "schools" or "teachers" or "leading-teachers"
        || DirectoryChoices.Nothing.For(
            new() { Id = "q", Kind = QuestionKind.Choice, Label = "Q?", OptionsFrom = list },
                Some.Scheme).Count > 0;

    static void OnlyOnce(IEnumerable<string> ids) =>
        Assert.DoesNotContain(ids.CountBy(id => id), pair => pair.Value > 1);
}
