using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json.Linq;
using OutreachBot.Bot.Storage;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Bot.Conversation;

/// <summary>
/// A button that somebody pressed, with what its card carried and what stood in its fields. Nothing of it is trusted:
/// who pressed comes from the activity, and what they may do from the case.
/// </summary>
public sealed record Press(Actor By, string Verb, JObject Data, SentCard? Card)
{
    static readonly HashSet<string> OurOwn =
        [ActionData.Request, ActionData.Version, ActionData.Operation, ActionData.Form, ActionData.Step,
            ActionData.Draft, ActionData.Visit, ActionData.Try, ActionData.For, ActionData.Page];

    public CaseId? Case => CaseId.TryParse(Text(ActionData.Request), out var id) ? id : null;

    public int Version => Number(ActionData.Version) ?? 0;

    public int Try => Math.Clamp(Number(ActionData.Try) ?? 0, 0, 1000);

    public int Page => Number(ActionData.Page) ?? 1;

    public string Form => Input.Form;

    public string Message => Input.Message;

    /// <summary>
    /// The press, if its card was drawn for this person; null when it was drawn for somebody else or never.
    /// </summary>
    public Operation? Operation(CaseId id)
    {
        var expected = OperationId.For(id, Version, Verb, By.Person.Id);
        return Text(ActionData.Operation) == expected ? new(expected, By.Person.Id, Verb, InputHash(), Version) : null;
    }

    /// <summary>What its button carried and what stood in the fields, as a workflow's cards read it.</summary>
    public ActionInput Input { get; } = new(
        Data.Properties().Where(one => OurOwn.Contains(one.Name))
            .ToDictionary(one => one.Name, one => AsText(one.Value)),
        Answers.Of(Data.Properties()
            .Where(one => !OurOwn.Contains(one.Name))
            .Select(one => KeyValuePair.Create(ActionData.WithoutTry(one.Name), AsText(one.Value)))
            .DistinctBy(one => one.Key)));

    /// <summary>What stood in the fields, by the question's id, as it was typed.</summary>
    public Answers Typed => Input.Typed;

    public int? Number(string name) => Input.Number(name);

    public string Text(string name) => Input.Text(name);

    // Clients send numbers and dates as text or as what they are.
    static string AsText(JToken? value) => value switch
    {
        null or { Type: JTokenType.Null or JTokenType.Object or JTokenType.Array } => "",
        JValue { Value: DateTime day } =>
            DateOnly.FromDateTime(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        JValue single => Convert.ToString(single.Value, CultureInfo.InvariantCulture) ?? "",
        _ => "",
    };

    /// <summary>
    /// The same press to be made again. Nothing of it is trusted, and storage is not asked: it is what the client has
    /// sent.
    /// </summary>
    /// <param name="schemes">Where the labels of fields are.</param>
    public Retried Retried(IEnumerable<Scheme> schemes)
    {
        var form = schemes.Select(
            scheme => scheme.Forms.FirstOrDefault(one => one.Id == Form || one.Id == OneOfMany(Form)))
            .FirstOrDefault(one => one is not null);
        var typed = Typed.Select(answer => (answer.Key, Label: LabelOf(answer.Key, form), answer.Value)).ToList();

        var data = new Dictionary<string, string>(Input.Carried);
        foreach (var (field, label, text) in typed)
            if (label is null) data[field] = text;
        data[ActionData.Try] = $"{Try + 1}";
        return new(
            Verb,
            data,
            form is null ? null : $"{form.Title} · {Case}",
            [.. typed.Where(one => one.Label is not null)
                .Select(one => (ActionData.Field(one.Key, Try + 1), one.Label!, one.Value))],
            Case is { } id ? $"status {id}" : null);
    }

    // What is chosen from a list goes along with the button: the list is not at hand.
    static string? LabelOf(string field, Form? form)
    {
        if (field == ActionData.Message) return "Your message";
        var id = OneOfMany(field);
        var day = field[id.Length..].TrimStart('-');
        var question = form?.Questions.FirstOrDefault(one => one.Id == field)
            ?? form?.Questions.FirstOrDefault(one => one.Id == id);
        return question?.Kind is QuestionKind.Text or QuestionKind.LongText or QuestionKind.Number or QuestionKind.Money
            or QuestionKind.Date
            ? question.Label.Replace("{day}", day, StringComparison.Ordinal)
            : null;
    }

    // A form or a question that is asked several times has its number behind it: record-2, date-1.
    static string OneOfMany(string id) =>
        id.LastIndexOf('-') is > 0 and var at && id[(at + 1)..].All(char.IsAsciiDigit) ? id[..at] : id;

    string InputHash()
    {
        var input = new StringBuilder(Form)
            .Append('\n').Append(Text(ActionData.Step)).Append('\n').Append(Text(ActionData.Draft));
        foreach (var (question, answer) in Typed) input.Append('\n').Append(question).Append('=').Append(answer);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(input.ToString())).AsSpan(0, 16));
    }
}
