using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Forms;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Scenarios.Stories;

/// <summary>Who plays in a story.</summary>
public enum Player
{
    Head,
    Teacher,
    SecondTeacher,
    Inspector,
    LeadingTeacher,
    ProvidingHead,
}

/// <summary>
/// One thing that happens in a story, told so that it can be decided, said in a chat or done on a page. Texts and
/// answers may name the cast: {teacher}, {name of head}, {area}, {day-1} …
/// </summary>
public abstract record StoryStep
{
    StoryStep()
    {
    }

    /// <summary>What others see of it.</summary>
    public IReadOnlyList<Seen> Seen { get; init; } = [];

    /// <summary>Somebody opens form 1.</summary>
    public sealed record Start(Player By) : StoryStep;

    /// <summary>Somebody fills in a form, screen by screen, up to its review.</summary>
    /// <param name="Card">The heading of its card.</param>
    public sealed record Write(Player By, string Form, string Card, Answers Answers) : StoryStep;

    /// <summary>
    /// Somebody forgets these answers of the form's first screen, and is told with this sentence. What they wrote
    /// stays.
    /// </summary>
    public sealed record Forget(
        Player By, string Form, string Card, Answers Answers, IReadOnlyList<string> Forgotten, string Told) : StoryStep;

    /// <summary>Somebody sends a form from its review.</summary>
    /// <param name="Button">What the button says.</param>
    public sealed record Send(Player By, string Form, string Card, string Button) : StoryStep;

    /// <summary>Somebody answers a card that asks them something.</summary>
    /// <param name="Card">Its heading.</param>
    /// <param name="Button">What the button says.</param>
    /// <param name="Asks">The same as a command, given the request and how the cast's people are named in it.</param>
    public sealed record Answer(
        Player By, string Card, string Button, Func<Request, Func<Player, string>, Command> Asks) : StoryStep
    {
        /// <summary>What they say with it. Empty: nothing.</summary>
        public string Message { get; init; } = "";

        /// <summary>Whom they choose. Null: nothing is to be chosen.</summary>
        public Player? Chosen { get; init; }
    }

    /// <summary>The day of a visit comes.</summary>
    public sealed record Day(int Visit) : StoryStep;
}

/// <summary>What somebody else sees of a step.</summary>
/// <param name="By">Who sees it.</param>
/// <param name="Text">The part of it that matters.</param>
/// <param name="IsNew">A message comes, and says so on their phone. False: the card they hold is changed.</param>
public sealed record Seen(Player By, string Text, bool IsNew);
