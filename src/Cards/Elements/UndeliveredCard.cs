using AdaptiveCards;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Cards.Elements;

/// <summary>Messages about one case that one person has not got.</summary>
/// <param name="Request">The request.</param>
/// <param name="Name">Who has not got them. Null: the directory does not know them any more.</param>
/// <param name="IsWaitedFor">The request stands still until they act.</param>
/// <param name="Why">What kept them.</param>
public sealed record Undelivered(CaseId Request, string? Name, bool IsWaitedFor, NotArrived Why);

/// <summary>People of one organisation whom Teams does not reach.</summary>
/// <param name="Names">Who they are. Null: the directory does not know them any more.</param>
/// <param name="Requests">How many requests they have messages about.</param>
public sealed record Organisation(IReadOnlyList<string?> Names, int Requests);

/// <summary>Why messages have not arrived.</summary>
public enum NotArrived
{
    /// <summary>Teams does not reach the person.</summary>
    Unreachable,

    /// <summary>It was their turn, and the directory does not know them any more, or not in that office.</summary>
    Left,

    /// <summary>Something was wrong with the message.</summary>
    Failed,
}

/// <summary>
/// For coordinators: who has not been reached, and a button to try again. It shows nothing of the case itself.
/// </summary>
public static class UndeliveredCard
{
    const int Most = 10;

    /// <summary>What has just been laid aside.</summary>
    public static AdaptiveCard Of(CaseId request, IReadOnlyList<Undelivered> messages) => Card(
        messages,
        $"{string.Join(", ", messages.Take(Most).Select(Who))}: a message about {request} has not arrived.",
        Buttons.About(request, "Send again", Verbs.SendAgain));

    /// <summary>All that has been laid aside and not been sent again.</summary>
    /// <param name="messages">All of them.</param>
    /// <param name="page">Which page, from 1; beyond the last is the last.</param>
    public static AdaptiveCard All(IReadOnlyList<Undelivered> messages, int page = 1) => messages.Count == 0
        ? HelpCard.Problem("Every message has arrived", "There is nothing to send again.")
        : Card(messages, "Messages that have not arrived.", Buttons.General("Send all again", Verbs.SendAgain), page);

    /// <summary>One task for all people of an organisation, however many messages they have not got.</summary>
    public static AdaptiveCard Of(Organisation organisation)
    {
        var names = organisation.Names.Select(Who).ToList();
        var heading =
            names.Count == 1 ? "I cannot reach somebody" : "I cannot reach several people of one organisation";
        return Element.Card(
            $"{heading}: {string.Join(", ", names.Take(Most))}.",
            [
                Element.Heading(heading),
                Element.Text(names.Count > Most
                    ? $"{string.Join(", ", names.Take(Most))} and {names.Count - Most} more."
                    : $"{string.Join(", ", names)}."),
                Element.Text(organisation.Requests == 1
                    ? "They have not got messages about one request."
                    : $"They have not got messages about {organisation.Requests} requests."),
                Element.Text(names.Count == 1
                    ? "They may have removed OutreachBot, or blocked it. Please speak to them."
                    : "OutreachBot may be blocked for the whole organisation. Please ask whoever looks after Teams "
                        + "there."),
                Element.Text("When they can be reached in Teams again, press the button."),
                Element.Small("No buttons? Type: undelivered, or resend"),
            ],
            [Buttons.General("Send all again", Verbs.SendAgain),
                Buttons.General("What has not arrived", Verbs.Undelivered)]);
    }

    public static AdaptiveCard SentAgain(int messages) => messages == 0
        ? HelpCard.Problem(
            "They are on their way", "There is nothing left to send again. If a message does not arrive, I tell you.")
        : Element.Card(
            "Sent again.",
            [
                Element.Heading("Sent again"),
                Element.Text(messages == 1
                    ? "The message is on its way. If it does not arrive, I tell you."
                    : $"{messages} messages are on their way. If one does not arrive, I tell you."),
            ],
            [Buttons.General("What has not arrived", Verbs.Undelivered)]);

    public static AdaptiveCard ForCoordinatorsOnly() => HelpCard.Problem(
        "That is for coordinators",
        "Only an outreach coordinator can see and send again what has not arrived. Nothing was done.");

    static AdaptiveCard Card(
        IReadOnlyList<Undelivered> messages, string summary, AdaptiveAction sendAgain, int asked = 1)
    {
        var page = Paging<Undelivered>.Of(messages, Most, asked);
        return Element.Card(
            summary,
            [
                Element.Heading(messages.Count == 1 ? "A message has not arrived" : "Messages have not arrived"),
                .. page.Shown.Select(Lines),
                page.Line(Verbs.Undelivered),
                Element.Text("Please speak to them. When they can be reached in Teams again, press the button."),
                Element.Small("No buttons? Type: resend, or resend and the request's id"),
            ],
            [sendAgain, page.Turn(Verbs.Undelivered)]);
    }

    static AdaptiveElement Lines(Undelivered message) => Element.Box(
        AdaptiveContainerStyle.Default,
        Element.Line(Element.Bold(Who(message)), Element.Run($"  {message.Request}")),
        message.IsWaitedFor ? Element.Text("It is their turn: the request stands still until they answer.") : null,
        Element.Small(Why(message)));

    static string Who(Undelivered message) => Who(message.Name);

    static string Who(string? name) => name ?? "Somebody who has left the directory";

    static string Why(Undelivered message) => message.Why switch
    {
        NotArrived.Unreachable => "Teams cannot reach them. They may have removed OutreachBot, or blocked it.",
        NotArrived.Left =>
            "They do not have that office any more. If nobody else has it, please correct the directory.",
        NotArrived.Failed =>
            "The message could not be sent, though I tried. If that happens again, please tell whoever looks after "
            + "OutreachBot.",
    };
}

/// <summary>The line for whoever can act when somebody else cannot be reached.</summary>
public static class UnreachedNote
{
    /// <summary>Null: it is not that person's turn any more, or not the viewer's business.</summary>
    public static Note? For(View view, PersonId? missing) =>
        view.Case.Turns.FirstOrDefault(turn => turn.Person.Id == missing) is { } turn && view.MayName(turn)
            ? new(NoteKind.Problem,
                $"I cannot reach {turn.Person.Name}, whose turn it is. Please speak to them, or to the outreach "
                + "coordinator.")
            : null;
}
