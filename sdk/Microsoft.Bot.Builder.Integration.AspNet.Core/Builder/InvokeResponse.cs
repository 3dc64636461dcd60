namespace Microsoft.Bot.Builder;

/// <summary>The HTTP answer to an invoke. A body must be a JObject or a type with setters.</summary>
public class InvokeResponse
{
    public int Status { get; set; }

    public object Body { get; set; }

    public bool IsSuccessStatusCode() => Status is >= 200 and <= 299;
}
