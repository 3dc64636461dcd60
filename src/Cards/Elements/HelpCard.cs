using AdaptiveCards;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Cards.Elements;

/// <summary>
/// What the bot is for and what can be typed; the welcome, the help, and the answer to anything else.
/// </summary>
public static class HelpCard
{
    public static AdaptiveCard Welcome(Actor viewer, Menu menu) => Card(
        "Welcome",
        $"Hello {viewer.Person.Name}. I bring schools and leading teachers together. I write when something is "
        + "waiting for you, or when there is news.",
        viewer, menu);

    public static AdaptiveCard Help(Actor viewer, Menu menu) =>
        Card("What I can do", "Press a button, or type one of these.", viewer, menu);

    public static AdaptiveCard NotUnderstood(Actor viewer, Menu menu) => Card(
        "I did not understand that", "Your message changed nothing. Press a button, or type one of these.", viewer, menu);

    public const string ActedOn =
        "I act on what you sent; changing or deleting it later undoes nothing. Here is where it stands.";

    /// <summary>For somebody who has changed or deleted a message that named no case.</summary>
    public static AdaptiveCard ActedOnWhatWasSent(Actor viewer, Menu menu) => Card(
        "I act on what you sent",
        "Changing or deleting a message later undoes nothing. Type status to see where your requests stand.", viewer, menu);

    /// <summary>For somebody whom the directory does not know.</summary>
    public static AdaptiveCard Stranger() => Problem(
        "I do not know you yet",
        "The authority's directory does not list you, so I cannot show you any request. Please ask your outreach "
        + "coordinator to add you.");

    /// <summary>A refusal that belongs to no case, or to one that is none of this person's business.</summary>
    public static AdaptiveCard Problem(string heading, string text) =>
        Element.Card(text, [Element.Heading(heading), Element.Text(text)], []);

    static AdaptiveCard Card(string heading, string text, Actor viewer, Menu menu) => Element.Card(
        $"{heading}. {text}",
        [
            Element.Heading(heading),
            Element.Text(text),
            .. Commands(viewer, menu)
                .Select(command => Element.Line(Element.Bold(command.Typed), Element.Run($"  {command.Means}"))),
        ],
        [
            .. menu.Buttons,
            Buttons.General("What waits for me", Verbs.Tasks),
            Buttons.General("My requests", Verbs.Status),
        ]);

    static IEnumerable<(string Typed, string Means)> Commands(Actor viewer, Menu menu)
    {
        foreach (var start in menu.Starts) yield return (start.Word.Split(' ')[0], start.Means);
        yield return ("tasks", "what waits for you");
        yield return ("status", "where your requests stand");
        yield return ("status 07-K3QX9", "one request");
        yield return ("approve 07-K3QX9", "say yes");
        yield return ("decline 07-K3QX9 and why", "say no");
        foreach (var word in menu.Words) yield return word;
        if (viewer.Is(Role.Coordinator))
        {
            yield return ("undelivered", "messages that have not arrived");
            yield return ("resend 07-K3QX9", "send them once more");
        }
        yield return ("help", "this list");
    }
}
