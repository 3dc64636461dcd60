using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A button whose press reaches the bot as an <c>adaptiveCard/action</c> invoke.</summary>
/// <remarks>https://adaptivecards.io/explorer/Action.Execute.html</remarks>
public class AdaptiveExecuteAction : AdaptiveAction
{
    public const string TypeName = "Action.Execute";

    // A time in the data stays the text that it was.
    static readonly JsonSerializerSettings AsWritten = new() { DateParseHandling = DateParseHandling.None };

    public override string Type { get; set; } = TypeName;

    /// <summary>What comes back with the press beside the inputs: a JObject, a string or any other object.</summary>
    public object Data { get; set; }

    /// <summary>What is to be done; written even when it is empty.</summary>
    public string Verb { get; set; } = "";

    /// <summary><see cref="Data"/> as JSON.</summary>
    /// <exception cref="JsonException">What is set is not JSON.</exception>
    public string DataJson
    {
        get => Data is null ? null : JsonConvert.SerializeObject(Data);
        set => Data = value is null ? null : JsonConvert.DeserializeObject(value, AsWritten);
    }

    private protected override void WriteProperties(JsonWriter json)
    {
        base.WriteProperties(json);
        json.Put("verb", Verb);
        if (Data is not null)
        {
            json.PutAny("data", Data);
        }
    }
}
