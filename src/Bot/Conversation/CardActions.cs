using AdaptiveCards;
using OutreachBot.Bot.Operations;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Workflows;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Conversation;

/// <summary>The one door for buttons: a press becomes a command, and its outcome becomes a card.</summary>
public sealed class CardActions(
    CaseAccess cases, Registry registry, Lists lists, UndeliveredMessages undelivered, SentCards sentCards,
    RefusalLog refusals)
{
    /// <summary>Every verb that a card of ours may send.</summary>
    public IReadOnlySet<string> KnownVerbs => registry.Verbs;

    public async Task<AdaptiveCard> AnswerAsync(Press press, string activityId, CancellationToken cancel)
    {
        if (press.Verb is Verbs.Undelivered or Verbs.SendAgain && !press.By.Is(Role.Coordinator))
            refusals.Suspect("a coordinator's verb", press.By.Person.Id, press.Case);
        return press.Verb switch
        {
            Verbs.Tasks => await lists.TasksAsync(press.By, press.Page, cancel),
            Verbs.Status => await lists.StatusAsync(press.By, press.Page, cancel),
            Verbs.Undelivered => await undelivered.AllAsync(press.By, press.Page, cancel),
            Verbs.SendAgain => await undelivered.SendAgainAsync(press.By, press.Case, cancel),
            _ when registry.WithVerb(press.Verb) is { } started && started.Start.Verb == press.Verb =>
                (await lists.StartAsync(started, press.By, activityId, press.Card, cancel)).Card,
            _ when press.Case is { } id => await AnswerAsync(press, id, cancel),
            _ when press.Text(ActionData.Request).Length > 0 => NoSuchCase(press, about: null),

            // A press that has lost what its button carried.
            _ => HelpCard.Help(press.By, registry.MenuFor(press.By)),
        };
    }

    Task<AdaptiveCard> AnswerAsync(Press press, CaseId id, CancellationToken cancel) =>
        CommandFor(press) is { } command ? DecideAsync(press, id, command, cancel) : ShowAsync(press, id, cancel);

    // A verb that is not here changes nothing.
    Command? CommandFor(Press press) => press.Verb switch
    {
        Verbs.Next => new Command.SaveStep(press.Form, press.Number(ActionData.Step) ?? -1, press.Typed),
        Verbs.Back =>
            new Command.SaveStep(press.Form, press.Number(ActionData.Step) ?? -1, press.Typed, Back: true),
        Verbs.Send => new Command.SendForm(press.Form),
        var verb => registry.WithVerb(verb)?.Commands.GetValueOrDefault(verb)?.Invoke(press.Input),
    };

    async Task<AdaptiveCard> DecideAsync(Press press, CaseId id, Command command, CancellationToken cancel)
    {
        if (press.Operation(id) is not { } operation)
        {
            if (await cases.FindAsync(id, press.By, cancel) is not { } seen) return NoSuchCase(press, id);
            refusals.Suspect("a card that was made for somebody else, or changed", press.By.Person.Id, id);
            return Replies.NotYourCard(seen);
        }

        if (await cases.DecideAsync(id, workflow: null, operation, press.Card, press.By, _ => command, cancel)
            is not { } outcome)
            return NoSuchCase(press, id);

        var view = await cases.ViewAsync(outcome.Case, press.By, cancel);
        var card = Replies.To(press, command, outcome, view);
        if (outcome.Decision is not Decision.Rejected { Why: var why }) return card;

        refusals.Rejected(why, press.By.Person.Id, id);
        return view.Reason(press.Verb) is not null && !Fields.AreIn(card)
            ? await UsedAsync(press, id, card, inUse: false, cancel)
            : card;
    }

    async Task<AdaptiveCard> ShowAsync(Press press, CaseId id, CancellationToken cancel)
    {
        if (await cases.FindAsync(id, press.By, cancel) is not { } view || view.Card() is not { } current)
            return NoSuchCase(press, id);
        if (!view.IsTheirs) return current;
        if (!KnownVerbs.Contains(press.Verb))
            refusals.Suspect("a verb that no card has", press.By.Person.Id, id);
        return press.Verb switch
        {
            Verbs.Read => ReadCard.For(view, press.Form is { Length: > 0 } form ? form : null),
            Verbs.GiveReason when view.Reason(press.Text(ActionData.For)) is not null =>
                await UsedAsync(
                    press, id, ReasonCard.For(view, press.Text(ActionData.For)), inUse: true, cancel),
            Verbs.Find => Replies.Found(press, view),
            Verbs.Show => await UsedAsync(press, id, current, inUse: false, cancel),
            var verb when registry.CardsOf(view.Case).Openings.GetValueOrDefault(verb) is { } opens
                && opens(view, press.Input) is { } opened => await UsedAsync(press, id, opened, inUse: true, cancel),
            _ => current,
        };
    }

    // A reason is typed where the news of others would be shown; they wait until it is given, or not.
    async Task<AdaptiveCard> UsedAsync(
        Press press, CaseId id, AdaptiveCard card, bool inUse, CancellationToken cancel)
    {
        if (press.Card is { } pressed) await sentCards.UseAsync(id, press.By.Person.Id, pressed, inUse, cancel);
        return card;
    }

    // What is not there and what is not theirs is one to people, and one in the log.
    AdaptiveCard NoSuchCase(Press press, CaseId? about)
    {
        refusals.Suspect("a request that is not there, or not theirs", press.By.Person.Id, about);
        return Replies.NoSuchCase();
    }
}
