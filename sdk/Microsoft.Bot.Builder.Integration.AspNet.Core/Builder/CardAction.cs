#nullable enable
using System.Globalization;
using System.Net;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>
/// The press of an Action.Execute
/// (https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model).
/// </summary>
static class CardAction
{
    public const string InvokeName = "adaptiveCard/action";

    public static AdaptiveCardInvokeValue Of(IInvokeActivity activity)
    {
        var value = activity.Value switch
        {
            null => throw Refused("BadRequest", "The invoke has no value."),
            JObject json => Parse(json),
            _ => throw NoAction(),
        };
        return value.Action switch
        {
            null => throw Refused("BadRequest", "The invoke's value has no action."),
            { Type: "Action.Execute" } => value,
            _ => throw Refused("NotSupported", "Only Action.Execute is supported."),
        };
    }

    static AdaptiveCardInvokeValue Parse(JObject json) => new()
    {
        Action = Value(json, "action") switch
        {
            null => null,
            JObject action => new()
            {
                Type = Text(action, "type"),
                Id = Text(action, "id"),
                Verb = Text(action, "verb"),
                Data = Value(action, "data"),
            },
            _ => throw NoAction(),
        },
        State = Text(json, "state"),
    };

    static JToken? Value(JObject json, string name) =>
        json.GetValue(name, StringComparison.OrdinalIgnoreCase) is { Type: not JTokenType.Null } value ? value : null;

    static string? Text(JObject json, string name) => Value(json, name) switch
    {
        null => null,
        JValue single => Convert.ToString(single.Value, CultureInfo.InvariantCulture),
        _ => throw NoAction(),
    };

    static RefusedInvokeException NoAction() => Refused("BadRequest", "The invoke's value is not a card's action.");

    static RefusedInvokeException Refused(string code, string message) => new(
        HttpStatusCode.BadRequest,
        new AdaptiveCardInvokeResponse
        {
            StatusCode = 400,
            Type = "application/vnd.microsoft.error",
            Value = new Error(code, message),
        });
}

/// <summary>Ends an invoke with this answer.</summary>
sealed class RefusedInvokeException(HttpStatusCode status, object? body = null) : Exception
{
    public InvokeResponse Response { get; } = new() { Status = (int)status, Body = body };
}
