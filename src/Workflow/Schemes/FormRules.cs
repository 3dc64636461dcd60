using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Workflow.Schemes;

/// <summary>What must be true of the lists and forms of any scheme, whatever runs by it.</summary>
static class FormRules
{
    static readonly string[] OfTheScheme = ["curriculum-areas", "support-kinds", "year-groups"];
    static readonly string[] OfTheDirectory = ["schools", "teachers", "leading-teachers"];

    static readonly string[] KnownLists = [.. OfTheScheme, .. OfTheDirectory];

    /// <summary>Every question with its place in the file.</summary>
    public static IEnumerable<(string Place, Question Question)> QuestionsOf(Scheme scheme) =>
        from form in scheme.Forms
        from step in form.Steps.Index()
        from question in step.Item.Questions
        select ($"forms[{form.Id}].steps[{step.Index + 1}].questions[{question.Id}]", question);

    public static IEnumerable<SchemeMistake> Check(Scheme scheme) =>
    [
        .. Lists(scheme).SelectMany(list => CheckOptions(list.Place, list.Options)),
        .. Repeated("forms", scheme.Forms.Select(form => form.Id)),
        .. scheme.Forms.SelectMany(form => Repeated(
            $"forms[{form.Id}]", form.Questions.Select(question => question.Id))),
        .. QuestionsOf(scheme).SelectMany(one => CheckQuestion(one.Place, one.Question)),
        .. QuestionsOf(SchemeWords.Filled(scheme)).SelectMany(one => CheckDefault(one.Place, one.Question, scheme)),
        .. CheckReminders(scheme),
    ];

    static IEnumerable<(string Place, IReadOnlyList<Option> Options)> Lists(Scheme scheme) =>
    [
        ("curriculumAreas", scheme.CurriculumAreas),
        ("supportKinds", scheme.SupportKinds),
        ("yearGroups", scheme.YearGroups),
        .. QuestionsOf(scheme).Where(one => one.Question.Options is not null)
            .Select(one => ($"{one.Place}.options", one.Question.Options!)),
    ];

    // Chosen ids are kept with commas between them.
    static IEnumerable<SchemeMistake> CheckOptions(string place, IReadOnlyList<Option> options)
    {
        foreach (var mistake in Repeated(place, options.Select(option => option.Id))) yield return mistake;
        foreach (var same in options.GroupBy(option => option.Label.Trim(), StringComparer.OrdinalIgnoreCase))
            if (same.Count() > 1)
                yield return new(
                    $"{place}[{same.Last().Id}].label", $"“{same.Key}” is there twice.",
                    "Please give each its own words, so that people can tell them apart.");
        foreach (var option in options.Where(option => option is { ToOthers: not null, OnlyFor: null }))
            yield return new(
                $"{place}[{option.Id}].toOthers", "It is open to everybody, and so nobody reads other words.",
                "Please add onlyFor, or take toOthers out.");
    }

    static IEnumerable<SchemeMistake> Repeated(string place, IEnumerable<string> ids) =>
        from same in ids.CountBy(id => id)
        where same.Value > 1
        select new SchemeMistake(
            $"{place}[{same.Key}]", $"The id “{same.Key}” is there twice.", "Please give each an id of its own.");

    static IEnumerable<SchemeMistake> CheckQuestion(string place, Question question)
    {
        var isChoice = question.Kind is QuestionKind.Choice or QuestionKind.Choices;
        var hasBounds = question.Kind is QuestionKind.Number or QuestionKind.Money;
        var offers = question.Options is not null || question.OptionsFrom is not null;

        if (isChoice && !offers)
            yield return new(
                place, "There is nothing to choose from.", "Please add options, or optionsFrom with the name of a list.");
        if (isChoice && question is { Options: not null, OptionsFrom: not null })
            yield return new(
                $"{place}.optionsFrom", "There are options as well.", "Please take one of them out.");
        if (!isChoice && offers)
            yield return new(
                place, $"There is something to choose from, and the kind is {Word(question.Kind)}.",
                "Please make it choice or choices, or take the options out.");
        if (question.OptionsFrom is { } list && !KnownLists.Contains(list))
            yield return new(
                $"{place}.optionsFrom", $"No list is called “{list}”.", $"Did you mean {Nearness.Nearest(list, KnownLists)}?");
        if (!hasBounds && (question.Min ?? question.Max) is not null)
            yield return new(
                place, $"min and max are for numbers, and the kind is {Word(question.Kind)}.",
                "Please take them out, or make it number or money.");
        if (question.Min > question.Max)
            yield return new($"{place}.min", "It is more than max.", "Please put the smaller number into min.");
        if (question is { Default: not null, DefaultFrom: not null })
            yield return new($"{place}.defaultFrom", "There is a default as well.", "Please take one of them out.");
        if (question.Readers is { Count: 0 })
            yield return new(
                $"{place}.readers", "Nobody would read the answer.",
                "Please name who reads it, or take readers out: then all who read the form do.");
    }

    // What the directory offers is not known here.
    static IEnumerable<SchemeMistake> CheckDefault(string place, Question question, Scheme scheme)
    {
        var isKnown = question.OptionsFrom is null || OfTheScheme.Contains(question.OptionsFrom);
        if (!isKnown || question.Default is not { } text) yield break;

        var answers = Answers.Of([new(question.Id, text)]);
        if (Checking.Check([question], answers, one => DirectoryChoices.Nothing.For(one, scheme)).Any())
            yield return new(
                $"{place}.default", $"“{text}” is no answer to this question.",
                "Please write one that the question takes.");
    }

    static IEnumerable<SchemeMistake> CheckReminders(Scheme scheme)
    {
        foreach (var (index, (before, after)) in scheme.RemindAfterDays.Zip(scheme.RemindAfterDays.Skip(1)).Index())
            if (after <= before)
                yield return new(
                    $"remindAfterDays[{index + 2}]", $"{after} does not come after {before}.",
                    "Please put the days into order, each once.");
    }

    static string Word(QuestionKind kind) =>
        System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
