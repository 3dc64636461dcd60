using OutreachBot.Workflow.Outreach;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Workflow.Tests;

// Whoever writes a scheme is told where each mistake is, why it is one, and what was probably meant.
public sealed class SchemeMistakesTests
{
    static readonly string Right = File.ReadAllText(Repository.Path("src/Workflow/Schemes/hampshire-lt.json"));

    [Fact]
    public void The_scheme_that_is_shipped_has_none() => Assert.Empty(Read(Right));

    [Theory]
    [InlineData("\"dayRate\": 250", "\"dayrate\": 250", "dayrate: There is no such key. Did you mean dayRate?")]
    [InlineData("\"fieldDays\": 9,", "", "fieldDays: The key is missing. Please add “fieldDays”.")]
    [InlineData("\"fieldDays\": 9,", "\"fieldDays\": \"nine\",", "fieldDays: Here belongs a number.")]
    [InlineData("\"fieldDays\": 9,", "\"fieldDays\": 9.5,", "fieldDays: Here belongs a whole number.")]
    [InlineData("\"fieldDays\": 9,", "\"fieldDays\": 900,", "fieldDays: 900 is not between 0 and 190.")]
    [InlineData("\"fieldDays\": 9,", "\"fieldDays\": 9, \"fieldDays\": 12,", "fieldDays: The key is there twice.")]
    [InlineData("[3, 7]", "[7, 3]", "remindAfterDays[2]: 3 does not come after 7.")]
    [InlineData("\"brokeredInsteadBy\": \"coordinator\"", "\"brokeredInsteadBy\": \"co-ordinator\"",
        "brokeredInsteadBy: “co-ordinator” is none of the words that are known here. Did you mean coordinator?")]
    [InlineData("\"releasedInsteadBy\": \"district-manager\"", "\"releasedInsteadBy\": \"teacher\"",
        "releasedInsteadBy: Somebody of a school")]
    [InlineData("{ \"id\": \"art\", \"label\": \"Art\" }", "{ \"id\": \"ict\", \"label\": \"Art\" }",
        "curriculumAreas[ict]: The id “ict” is there twice.")]
    [InlineData("{ \"id\": \"art\", \"label\": \"Art\" }", "{ \"id\": \"art\", \"label\": \"ICT\" }",
        "curriculumAreas[art].label: “ICT” is there twice.")]
    [InlineData("{ \"id\": \"art\", \"label\": \"Art\" }", "{ \"id\": \"Art, craft\", \"label\": \"Art\" }",
        "curriculumAreas[Art, craft].id: “Art, craft” is no name of the kind that is kept.")]
    [InlineData("\"kind\": \"money\"", "\"kind\": \"pounds\"", "forms[form2].steps[2].questions[rate].kind: “pounds” is")]
    [InlineData("\"optionsFrom\": \"year-groups\"", "\"optionsFrom\": \"yeargroups\"",
        "forms[form1].steps[2].questions[years].optionsFrom: No list is called “yeargroups”. Did you mean year-groups?")]
    [InlineData("\"when\": \"support=observation-window\"", "\"when\": \"support=observation-windows\"",
        "questions[visitors].when: “observation-windows” cannot be chosen there. Did you mean observation-window?")]
    [InlineData("\"when\": \"support=observation-window\"", "\"when\": \"suport=observation-window\"",
        "questions[visitors].when: Form 1 has no question “suport”. Did you mean support?")]
    [InlineData("\"defaultFrom\": \"form1.outcomes\"", "\"defaultFrom\": \"form1.outcome\"",
        "questions[objectives].defaultFrom: The form “form1” has no question “outcome”. Did you mean outcomes?")]
    [InlineData("[\"teacher\", \"inspector\"]", "[\"teacher\", \"inspectors\"]",
        "questions[comment].readers: Nobody in a request is called “inspectors”. Did you mean inspector?")]
    [InlineData("\"id\": \"support\", \"kind\"", "\"id\": \"sort\", \"kind\"",
        "forms[form1]: The question “support” is missing, which the bot counts with.")]
    [InlineData("\"id\": \"evaluation\"", "\"id\": \"evalution\"",
        "forms[evalution].id: No form is called “evalution”. Did you mean evaluation?")]
    [InlineData("If it is not {dayRate}: why?", "If it is not £250: why?",
        "questions[rate-reason].label: £250 is the dayRate, and stands here again. Please write {dayRate}.")]
    [InlineData("If it is not {dayRate}: why?", "If it is not {dayrate}: why?",
        "questions[rate-reason].label: {dayrate} stands for nothing. Did you mean {dayRate}?")]
    [InlineData("\"default\": \"{dayRate}\"", "\"default\": \"250\"",
        "questions[rate].default: £250 is the dayRate, and stands here again.")]
    [InlineData("\"min\": 1, \"max\": 20, \"default\": \"1\"", "\"min\": 1, \"max\": 20, \"default\": \"21\"",
        "questions[visitors].default: “21” is no answer to this question.")]
    [InlineData("\"min\": 1, \"max\": 20,", "\"min\": 30, \"max\": 20,",
        "questions[visitors].min: It is more than max.")]
    [InlineData("\"perDay\": true,", "", "forms[form2].steps[1].perDay: “date” is asked for every day")]
    [InlineData("\"cost\": 500", "\"cost\": 501",
        "examples[1].cost: “2 days cost £500” does not come true: it costs £500.")]
    [InlineData("{ \"days\": \"0.5\" }", "{ \"days\": \"1\" }",
        "examples[3].refused: “Half a day is refused” does not come true: “days” is not refused.")]
    public void A_mistake_is_named_by_its_place_its_reason_and_what_was_meant(string right, string wrong, string said)
    {
        Assert.Contains(right, Right, StringComparison.Ordinal);
        var at = Right.IndexOf(right, StringComparison.Ordinal);
        var file = Right[..at] + wrong + Right[(at + right.Length)..];

        Assert.Contains(Read(file), mistake => $"{mistake}".Contains(said, StringComparison.Ordinal));
        Assert.All(Read(file), mistake => Assert.NotEqual("", mistake.ToDo));
    }

    // Questions of two forms may have one id.
    [Fact]
    public void A_default_is_held_to_the_question_beside_which_it_stands()
    {
        const string rating = "\"label\": \"How far was the aim reached?\"";
        var file = Right
            .Replace(rating, rating + ", \"default\": \"7\"", StringComparison.Ordinal)
            .Replace(
                "{ \"id\": \"future\"",
                "{ \"id\": \"rating\", \"kind\": \"choice\", \"label\": \"And you?\", \"options\": "
                + "[{ \"id\": \"7\", \"label\": \"Seven\" }], \"default\": \"7\" }, { \"id\": \"future\"",
                StringComparison.Ordinal);

        Assert.Equal(
            "forms[evaluation].steps[1].questions[rating].default", Assert.Single(Read(file)).Place);
    }

    [Fact]
    public void A_mistake_has_the_line_on_which_an_editor_finds_it()
    {
        var lines = Right.Split('\n').ToList();
        var line = lines.FindIndex(text => text.Contains("\"art\"", StringComparison.Ordinal));
        lines[line] = lines[line].Replace("\"label\"", "\"lable\"", StringComparison.Ordinal);

        Assert.All(Read(string.Join('\n', lines)), mistake => Assert.Equal(line + 1, mistake.Line));
    }

    [Fact]
    public void What_is_missing_stands_on_the_line_of_what_it_belongs_to() => Assert.Equal(
        Right.Split('\n').ToList().FindIndex(text => text.Contains("\"art\"", StringComparison.Ordinal)) + 1,
        Assert.Single(Read(Right.Replace(", \"label\": \"Art\"", "", StringComparison.Ordinal))).Line);

    [Theory]
    [InlineData("", 1)]
    [InlineData("{", 1)]
    [InlineData("{\n  \"id\": \"a\"\n  \"name\": \"b\"\n}", 3)]
    [InlineData("[1, 2] 3", 1)]
    public void What_is_no_JSON_is_told_with_its_line(string file, int line)
    {
        var mistake = Assert.Single(Read(file));

        Assert.Equal("This is no JSON.", mistake.What);
        Assert.Equal(line, mistake.Line);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("\"hampshire-lt\"")]
    public void What_is_JSON_and_no_scheme_is_told_once(string file) => Assert.Single(Read(file));

    [Fact]
    public void All_that_is_wrong_is_told_at_once_in_the_order_of_the_file()
    {
        var wrong = Right.Replace("\"dayRate\"", "\"dayrate\"", StringComparison.Ordinal)
            .Replace("\"kind\": \"money\"", "\"kind\": \"pounds\"", StringComparison.Ordinal)
            .Replace("\"cpdDays\": 3", "\"cpdDays\": -3", StringComparison.Ordinal);

        var told = Read(wrong);

        Assert.Equal(
            ["dayRate", "dayrate", "cpdDays", "forms[form2].steps[2].questions[rate].kind"],
            told.Select(mistake => mistake.Place));
        Assert.Equal(told.Select(mistake => mistake.Line).Order(), told.Select(mistake => mistake.Line));
    }

    [Fact]
    public void A_scheme_with_mistakes_is_not_used() => Assert.Throws<InvalidDataException>(
        () => SchemeFile.Read(Right.Replace("\"dayRate\"", "\"dayrate\"", StringComparison.Ordinal)).Scheme);

    static IReadOnlyList<SchemeMistake> Read(string file) =>
        SchemeFile.Read(file).With(new OutreachWorkflow().Check).Mistakes;
}
