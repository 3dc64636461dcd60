using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json.Linq;
using OutreachBot.Bot.Storage;
using OutreachBot.Cards;
using OutreachBot.Workflow;
using OutreachBot.Workflow.Outreach;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Bot;

/// <summary>
/// A button that somebody pressed, with what its card carried and what stood in its fields. Nothing of it is trusted:
/// who pressed comes from the activity, and what they may do from the request.
/// </summary>
public sealed record Press(Actor By, string Verb, JObject Data, Held? Card)
{
    static readonly HashSet<string> OurOwn =
        [Carried.Request, Carried.Version, Carried.Operation, Carried.Form, Carried.Step, Carried.Draft, Carried.Visit, Carried.Try, Carried.For];

    public RequestId? Request => RequestId.TryParse(Text(Carried.Request), out var id) ? id : null;

    public int Version => Number(Carried.Version) ?? 0;

    public int Try => Math.Clamp(Number(Carried.Try) ?? 0, 0, 1000);

    public string Form => Text(Carried.Form);

    public string Message => Typed.Text(Carried.Message);

    /// <summary>The press, if its card was drawn for this person; null when it was drawn for somebody else or never.</summary>
    public Operation? Operation(RequestId id)
    {
        var expected = OperationId.For(id, Version, Verb, By.Person.Id);
        return Text(Carried.Operation) == expected ? new(expected, By.Person.Id, Verb, InputHash(), Version) : null;
    }

    /// <summary>What stood in the fields, by the question's id, as it was typed.</summary>
    public Answers Typed { get; } = Answers.Of(Data.Properties()
        .Where(field => !OurOwn.Contains(field.Name))
        .Select(field => KeyValuePair.Create(Carried.WithoutTry(field.Name), AsText(field.Value)))
        .DistinctBy(field => field.Key));

    public int? Number(string name) =>
        int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public string Text(string name) => AsText(Data[name]);

    // Clients send numbers and dates as text or as what they are.
    static string AsText(JToken? value) => value switch
    {
        null or { Type: JTokenType.Null or JTokenType.Object or JTokenType.Array } => "",
        JValue { Value: DateTime day } => DateOnly.FromDateTime(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        JValue single => Convert.ToString(single.Value, CultureInfo.InvariantCulture) ?? "",
        _ => "",
    };

    string InputHash()
    {
        var input = new StringBuilder(Form).Append('\n').Append(Text(Carried.Step)).Append('\n').Append(Text(Carried.Draft));
        foreach (var (question, answer) in Typed) input.Append('\n').Append(question).Append('=').Append(answer);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(input.ToString())).AsSpan(0, 16));
    }
}
