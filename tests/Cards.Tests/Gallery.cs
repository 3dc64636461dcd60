using OutreachBot.Cards.Elements;
using OutreachBot.Cards.Outreach;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Cards.Tests;

/// <summary>
/// Every card of every scenario as everybody sees it, by a name that says which: rules are checked on all of them.
/// </summary>
static class Gallery
{
    static readonly Lazy<IReadOnlyList<Shown>> Hung = new(() => [.. Draw()]);

    public static IReadOnlyList<Shown> Everything => Hung.Value;

    static IEnumerable<Shown> Draw() => Given.Everything.Select(given => (Name: given.Key, Scenario: given.Value))
        .Concat(Longest.Everything)
        .SelectMany(given => Some.Everybody.SelectMany(viewer => Of(given.Name, given.Scenario.As(viewer))))
        .Concat(Enum.GetValues<NoteKind>().Select(Noted))
        .Append(new(
            "An older card", MovedCard.For(Given.ARelease.As(Some.Headteacher)), Given.ARelease.As(Some.Headteacher)))
        .Concat(Mistakes.Everything)
        .Concat(Crowds.Everything)
        .Concat(General.Everything);

    static Shown Noted(NoteKind kind)
    {
        var view = Given.ARelease.As(Some.ProvidingHeadteacher) with { Note = new(kind, "Something has happened.") };
        return new($"A note, {kind}", CardFor.Request(view)!, view);
    }

    static IEnumerable<Shown> Of(string scenario, RequestView view)
    {
        var name = $"{scenario}, {view.Viewer.Person.Name}";
        if (CardFor.Request(view) is not { } card) yield break;

        yield return new(name, card, view);
        if (view.Parts.Count == 0) yield break;

        foreach (var (key, step) in Steps(
            view))
            yield return new($"{name}, {key} step {step}", FormCard.For(view, key, step), view);
        foreach (var key in Readable(view)) yield return new($"{name}, reads {key}", ReadCard.For(view, key), view);
        foreach (var (verb, _) in Ends.Where(
            end => Decider.MayBeAskedBy(view.Request, end.Command)?.Any(view.Is) is true))
            yield return new($"{name}, reason to {verb}", ReasonCard.For(view, verb), view);
    }

    static readonly (string Verb, Command Command)[] Ends =
    [
        (RequestVerbs.Withdraw, new RequestCommand.WithdrawRequest("")),
        (RequestVerbs.Cancel, new RequestCommand.CancelProgramme("")),
        (RequestVerbs.ChangeForm2, new RequestCommand.ChangeForm2("")),
    ];

    static IEnumerable<(string Key, int Step)> Steps(RequestView view) =>
        from key in Keys(view)
        where Writes(view, key)
        from step in Enumerable.Range(0, RequestForms.For(key, view.Request, view.Scheme)!.Review + 1)
        select (key, step);

    static bool Writes(RequestView view, string key) =>
        Decider.MayBeAskedBy(view.Request, new Command.SendForm(key))?.Any(view.Is) is true;

    static IEnumerable<string> Readable(RequestView view) => Keys(view)
        .Where(key => view.Request.Sent.ContainsKey(key)
            || view.Request.Visits.Any(visit => visit.Record is not null && FormKeys.Record(visit.Number) == key))
        .SelectMany(key => new[] { key, $"{key}~2" });

    static IEnumerable<string> Keys(RequestView view) =>
    [
        FormKeys.Form1, FormKeys.Form2, .. view.Request.Visits.Select(visit => FormKeys.Record(visit.Number)),
        FormKeys.Form3Teacher, FormKeys.Form3LeadingTeacher, FormKeys.Evaluation,
    ];
}
