using System.Text;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Workflow.Outreach;

/// <summary>The names under which a request keeps its forms.</summary>
public static class FormKeys
{
    public const string Form1 = "form1";
    public const string Form2 = "form2";
    public const string Form3Teacher = "form3-teacher";
    public const string Form3LeadingTeacher = "form3-leading-teacher";
    public const string Evaluation = "evaluation";

    public static string Record(int visit) => $"record-{visit}";

    /// <summary>The number of the visit whose record this is. Null for other forms.</summary>
    public static int? VisitOf(string key) =>
        key.StartsWith("record-", StringComparison.Ordinal) && int.TryParse(key.AsSpan(7), out var visit)
            ? visit
            : null;
}

/// <summary>A scheme's forms as one request needs them: conditions applied, days counted, fields filled in.</summary>
public static class RequestForms
{
    const int DaysPerStep = 3;

    // What has been written in one step, in bytes, so that a card that shows it again can be sent.
    const int MostOfAStep = 12_000;

    /// <summary>The form behind a key, or null when the scheme has none of that name.</summary>
    public static Form? For(string key, Request request, Scheme scheme)
    {
        var id = FormKeys.VisitOf(key) is null ? key : "record";
        return scheme.Forms.FirstOrDefault(form => form.Id == id) is { } form
            ? form with
            {
                Steps =
                [
                    .. form.Steps.SelectMany(step => Expand(step, request))
                        .SelectMany(step => Split(step, request.Draft(key).Answers))
                ]
            }
            : null;
    }

    /// <summary>The same with all that its writer may answer, and the rules between the answers.</summary>
    internal static WritableForm Writing(string key, Request request, Facts facts)
    {
        var choices = Choices(request, facts);
        return new(
            key,
            For(key, request, facts.Scheme)!,
            request.Draft(key),
            question => choices.For(question, facts.Scheme),
            (questions, answers) => Between(key, questions, answers, request, facts)
                .Concat(Days.CheckNearness(questions, answers, facts.Today)));
    }

    static IEnumerable<AnswerError> Between(
        string key, IReadOnlyList<Question> questions, Answers answers, Request request, Facts facts) => key switch
        {
            FormKeys.Form1 => Requesting.Check(questions, answers, request, facts),
            FormKeys.Form2 => Confirming.Check(questions, answers, request, facts),
            _ when request.Visit(FormKeys.VisitOf(key)) is { } visit =>
                Visiting.Check(questions, answers, visit, request, facts),
            _ => [],
        };

    static IEnumerable<FormStep> Split(FormStep step, Answers written)
    {
        List<List<Question>> parts = [[]];
        var bytes = 0;
        foreach (var question in step.Questions)
        {
            var more = Encoding.UTF8.GetByteCount(written.Text(question.Id));
            if (parts[^1].Count > 0 && bytes + more > MostOfAStep) (parts, bytes) = ([.. parts, []], 0);
            parts[^1].Add(question);
            bytes += more;
        }
        return parts.Count == 1
            ? [step]
            : parts.Select((questions, part) => step with { Questions = questions, Text = part == 0 ? step.Text : [] });
    }

    static IEnumerable<FormStep> Expand(FormStep step, Request request)
    {
        if (!step.PerDay)
        {
            var asked = step with { Questions = [.. step.Questions.Where(question => IsAsked(question, request))] };
            return asked.Questions.Count > 0 ? [asked] : [];
        }
        return Enumerable.Range(1, request.Days).Chunk(DaysPerStep).Select(days => step with
        {
            Questions = [.. days.SelectMany(day => step.Questions.Select(question => question with
            {
                Id = $"{question.Id}-{day}",
                Label = question.Label.Replace("{day}", $"{day}", StringComparison.Ordinal),
                DefaultFrom = question.DefaultFrom?.Replace("{day}", $"{day}", StringComparison.Ordinal),
            }))],
        });
    }

    static bool IsAsked(Question question, Request request) => question.When?.Split('=') switch
    {
        null => true,
        ["school", "to-choose"] => IsToChoose(request),
        [[.. var id, '!'], var option] => !request.Form1.Choices(id).Contains(option),
        [var id, var option] => request.Form1.Choices(id).Contains(option),
        _ => throw new InvalidDataException($"Question {question.Id}: 'when' is question=option or question!=option."),
    };

    /// <summary>What stands in a field that nobody has written in yet.</summary>
    public static string Default(Question question, string key, Request request) =>
        question.Default ?? question.DefaultFrom switch
        {
            null => "",
            "requester" => request.Requester?.Name ?? "",
            "requester-if-teacher" => request.RequesterRole is Role.Teacher ? request.Requester!.Id.Key : "",
            "providing-school" => request.Match?.School.Name ?? "",
            "visit-date" => VisitOf(key, request) is { } visit ? Formats.Text(visit.Date) : "",
            "visit-plan" => VisitOf(key, request)?.Plan ?? "",
            var from when from.Split('.') is [var form, var id] =>
                request.Sent.GetValueOrDefault(form, Answers.None).Text(id),
            _ => throw new InvalidDataException($"Question {question.Id}: 'defaultFrom' is form.question."),
        };

    static Visit? VisitOf(string key, Request request) =>
        FormKeys.VisitOf(key) is { } number ? request.Visits.FirstOrDefault(visit => visit.Number == number) : null;

    /// <summary>What the directory offers for the questions of this request.</summary>
    public static DirectoryChoices Choices(Request request, Facts facts)
    {
        var authority = facts.Authority;
        var chosen = request.School ?? authority.School(request.Form1.Text("school"))?.School;
        var area = request.Form1.Text("area");
        return new()
        {
            Schools = request.Requester is { } requester && IsToChoose(request)
                ? [.. Schools(request, requester.Id, facts).Select(school => new Option(school.Urn, school.Name))]
                : [],
            Teachers = chosen is null ? [] : [.. authority.TeachersOf(chosen).Select(Option)],
            LeadingTeachers =
            [
                .. authority.LeadingTeachersFor(area)
                    .Select(one => authority.Find(one.Id)!)
                    .Where(member =>
                        !member.Schools.Contains(chosen?.Urn) && facts.Authority.IsAtAnOpenSchool(member, facts.Today))
                    .Select(member => Option(member.Person)),
            ],
        };
    }

    // A district manager, or somebody with posts in several schools, says on form 1 which one it is for.
    static bool IsToChoose(Request request) => request.School is null || request.Form1.ContainsKey("school");

    static IEnumerable<School> Schools(Request request, PersonId requester, Facts facts) =>
        request.RequesterRole is Role.DistrictManager ? facts.Authority.SchoolsManagedBy(requester, facts.Today)
        : facts.Authority.ActorFor(requester) is { } actor ? facts.Authority.SchoolsOf(actor, facts.Today)
        : [];

    static Option Option(Person person) => new(person.Id.Key, person.Name);
}
