using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Workflow.Outreach;

/// <summary>
/// What outreach needs of a scheme's forms: the questions that it counts with, and names that it knows.
/// </summary>
static class SchemeRules
{
    const string Record = "record";

    static readonly Dictionary<string, (string Id, QuestionKind Kind)[]> Needed = new()
    {
        [FormKeys.Form1] =
        [
            ("school", QuestionKind.Choice), ("area", QuestionKind.Choice), ("support", QuestionKind.Choice),
            ("teachers", QuestionKind.Choices), ("days", QuestionKind.Number), ("need", QuestionKind.LongText),
            ("outcomes", QuestionKind.LongText),
        ],
        [FormKeys.Form2] =
            [("date", QuestionKind.Date), ("plan", QuestionKind.LongText), ("rate", QuestionKind.Money)],
        [Record] = [("date", QuestionKind.Date)],
        [FormKeys.Form3Teacher] = [("outcomes", QuestionKind.LongText)],
        [FormKeys.Form3LeadingTeacher] = [("outcomes", QuestionKind.LongText)],
        [FormKeys.Evaluation] = [],
    };

    // Asked for every day, and counted by it.
    static readonly string[] OfEachDay = ["date", "plan"];

    static readonly string[] Sources =
        ["requester", "requester-if-teacher", "providing-school", "visit-date", "visit-plan"];

    public static IEnumerable<SchemeMistake> Check(Scheme scheme)
    {
        SchemeMistake[] ofForms = [.. CheckForms(scheme)];
        if (ofForms.Length > 0) return ofForms;

        SchemeMistake[] mistakes =
            [.. scheme.Forms.SelectMany(form => CheckQuestions(form, scheme)), .. CheckRoles(scheme)];
        return mistakes.Length > 0 ? mistakes : SchemeExamples.Check(scheme);
    }

    static IEnumerable<SchemeMistake> CheckForms(Scheme scheme)
    {
        foreach (var form in scheme.Forms.Where(form => !Needed.ContainsKey(form.Id)))
            yield return new(
                $"forms[{form.Id}].id", $"No form is called “{form.Id}”.",
                $"Did you mean {Nearness.Nearest(form.Id, Needed.Keys)}?");
        foreach (var (id, needed) in Needed)
        {
            if (scheme.Forms.FirstOrDefault(form => form.Id == id) is not { } form)
            {
                yield return new("forms", $"The form “{id}” is missing.", "Please add it.");
                continue;
            }
            foreach (var mistake in needed.SelectMany(question => CheckNeeded(form, question.Id, question.Kind)))
                yield return mistake;
        }
    }

    static IEnumerable<SchemeMistake> CheckNeeded(Form form, string id, QuestionKind kind)
    {
        var steps = form.Steps.Index().Where(step => step.Item.Questions.Any(question => question.Id == id)).ToList();
        if (steps is not [var (index, step), ..])
        {
            yield return new(
                $"forms[{form.Id}]", $"The question “{id}” is missing, which the bot counts with.",
                "Please add it; you may word it as you like.");
            yield break;
        }
        var question = step.Questions.First(question => question.Id == id);
        var place = $"forms[{form.Id}].steps[{index + 1}]";
        if (question.Kind != kind && (kind, question.Kind) is not (QuestionKind.LongText, QuestionKind.Text))
            yield return new(
                $"{place}.questions[{id}].kind", "The bot counts with this question, and this kind is no use for it.",
                $"Please make it {Name(kind)}.");
        // Where no rate is written, a day costs what the scheme says.
        if (question.Optional && id is not "rate")
            yield return new(
                $"{place}.questions[{id}].optional", "The bot counts with this question, and it may be left out.",
                "Please take optional out.");
        if (form.Id == FormKeys.Form2 && OfEachDay.Contains(id) != step.PerDay)
            yield return new(
                $"{place}.perDay",
                step.PerDay ? $"“{id}” is asked once, and this step is asked for every day."
                    : $"“{id}” is asked for every day, and this step is asked once.",
                step.PerDay ? "Please move the question to another step." : "Please add perDay: true to the step.");
    }

    static IEnumerable<SchemeMistake> CheckQuestions(Form form, Scheme scheme)
    {
        foreach (var (place, question) in FormRules.QuestionsOf(scheme with { Forms = [form] }))
        {
            if (question.When is { } when && WrongCondition(when, scheme) is var (what, toDo))
                yield return new($"{place}.when", what, toDo);
            if (question.DefaultFrom is { } from && WrongSource(from, scheme) is var (why, mend))
                yield return new($"{place}.defaultFrom", why, mend);
            foreach (var reader in question.Readers ?? [])
                if (!PartNames.Contains(reader))
                    yield return new(
                        $"{place}.readers", $"Nobody in a request is called “{reader}”.",
                        $"Did you mean {Nearness.Nearest(reader, PartNames)}?");
        }
    }

    static (string, string)? WrongCondition(string when, Scheme scheme)
    {
        if (when is "school=to-choose") return null;
        if (when.Split('=') is not [var left, var option] || left.TrimEnd('!').Length == 0)
            return ($"“{when}” is no condition.", "Please write question=option or question!=option.");

        var questions = scheme.Forms.First(form => form.Id == FormKeys.Form1).Questions.ToList();
        var id = left.TrimEnd('!');
        if (questions.Find(question => question.Id == id) is not { } asked)
            return (
                $"Form 1 has no question “{id}”.",
                $"Did you mean {Nearness.Nearest(id, questions.Select(question => question.Id))}?");

        string[] options = [.. DirectoryChoices.Nothing.For(asked, scheme).Select(one => one.Id)];
        return options.Length == 0 ? ($"“{id}” is no choice with options.", "Please name a question that is.")
            : options.Contains(option) ? null
            : ($"“{option}” cannot be chosen there.", $"Did you mean {Nearness.Nearest(option, options)}?");
    }

    static (string, string)? WrongSource(string from, Scheme scheme)
    {
        if (Sources.Contains(from)) return null;
        if (from.Split('.') is not [var id, var question])
            return ($"“{from}” is no source.", $"Did you mean {Nearness.Nearest(from, Sources)}?");
        if (scheme.Forms.FirstOrDefault(form => form.Id == id) is not { } form)
            return (
                $"No form is called “{id}”.", $"Did you mean {Nearness.Nearest(id, scheme.Forms.Select(one => one.Id))}?");

        string[] ids = [.. form.Questions.Select(one => one.Id)];
        return ids.Contains(question.Replace("-{day}", "-1", StringComparison.Ordinal))
            || ids.Contains(question.Replace("-{day}", "", StringComparison.Ordinal))
            ? null
            : ($"The form “{id}” has no question “{question}”.", $"Did you mean {Nearness.Nearest(question, ids)}?");
    }

    // Somebody whom schools send, or who has a part of their own, cannot decide in the place of either.
    static IEnumerable<SchemeMistake> CheckRoles(Scheme scheme)
    {
        foreach (var (key, role) in new[]
        {
            ("releasedInsteadBy", scheme.ReleasedInsteadBy), ("brokeredInsteadBy", scheme.BrokeredInsteadBy),
        })
            if (role is Role.Teacher or Role.LeadingTeacher or Role.Ast or Role.Headteacher or Role.Finance)
                yield return new(
                    key, "Somebody of a school, or who pays, cannot decide in another's place.",
                    "Please name an officer, such as district-manager or coordinator.");
    }

    static readonly string[] PartNames = [.. Enum.GetNames<Part>().Select(Name)];

    static string Name(QuestionKind kind) => Name(kind.ToString());

    static string Name(string word) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(word);
}
