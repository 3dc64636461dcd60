using AdaptiveCards;
using Newtonsoft.Json.Linq;
using OutreachBot.Workflow.Cases;

namespace OutreachBot.Cards.Elements;

/// <summary>Buttons that name their case, its version and this one press.</summary>
static class Buttons
{
    public static AdaptiveAction Primary(
        this View view, string title, string verb, params IEnumerable<(string, object)> carried) =>
        view.Button(title, verb, "positive", carried);

    public static AdaptiveAction Destructive(
        this View view, string title, string verb, params IEnumerable<(string, object)> carried) =>
        view.Button(title, verb, "destructive", carried);

    public static AdaptiveAction Plain(
        this View view, string title, string verb, params IEnumerable<(string, object)> carried) =>
        view.Button(title, verb, null, carried);

    /// <summary>Withdraw, cancel, change: the button asks for the reason first.</summary>
    public static AdaptiveAction WithReason(this View view, string title, string verb) =>
        view.Plain(title, Verbs.GiveReason, (ActionData.For, verb));

    static AdaptiveExecuteAction Button(
        this View view, string title, string verb, string? style, IEnumerable<(string Name, object Value)> carried)
    {
        var about = view.Case;
        var data = new JObject
        {
            [ActionData.Request] = about.Id.Value,
            [ActionData.Version] = about.Version,
            [ActionData.Operation] = OperationId.For(about.Id, about.Version, verb, view.Viewer.Person.Id),
        };
        foreach (var (name, value) in carried) data[name] = new JValue(value);
        if (view.Typed is { Try: var attempt }) data[ActionData.Try] = attempt;

        var button = new AdaptiveExecuteAction { Title = title, Verb = verb, Data = data };
        if (style is not null) button.Style = style;
        return button;
    }

    /// <summary>A button that belongs to no case.</summary>
    public static AdaptiveAction General(string title, string verb) =>
        new AdaptiveExecuteAction { Title = title, Verb = verb, Data = new JObject() };

    /// <summary>A button to a page of a list.</summary>
    public static AdaptiveAction Paging(string title, string verb, int page) =>
        new AdaptiveExecuteAction { Title = title, Verb = verb, Data = new JObject { [ActionData.Page] = page } };

    /// <summary>A button that carries what another one carried, as text.</summary>
    public static AdaptiveAction Again(string title, string verb, IReadOnlyDictionary<string, string> carried) =>
        new AdaptiveExecuteAction
        {
            Title = title,
            Verb = verb,
            Style = "positive",
            Data = new JObject(carried.Select(one => new JProperty(one.Key, one.Value))),
        };

    /// <summary>A button about a case, whatever its version.</summary>
    public static AdaptiveAction About(CaseId request, string title, string verb) =>
        new AdaptiveExecuteAction
        {
            Title = title,
            Verb = verb,
            Data = new JObject { [ActionData.Request] = request.Value }
        };
}
