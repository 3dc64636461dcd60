using AdaptiveCards;
using OutreachBot.Bot.Operations;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Workflows;
using OutreachBot.Cards;
using OutreachBot.Workflow;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Outreach.Command;

namespace OutreachBot.Bot.Conversation;

/// <summary>The one door for buttons: a press becomes a command, and its outcome becomes a card.</summary>
public sealed class CardActions(
    Outreaches outreaches, Lists lists, UndeliveredMessages undelivered, SentCards sentCards, RefusalLog refusals)
{
    /// <summary>What each verb asks. A verb that is not here changes nothing.</summary>
    public static IReadOnlyDictionary<string, Func<Press, Command>> Commands { get; } =
        new Dictionary<string, Func<Press, Command>>
        {
            [Verbs.Next] = press => new SaveStep(press.Form, press.Number(ActionData.Step) ?? -1, press.Typed),
            [Verbs.Back] = press =>
                new SaveStep(press.Form, press.Number(ActionData.Step) ?? -1, press.Typed, Back: true),
            [Verbs.Send] = press => new SendForm(press.Form),
            [Verbs.ApproveForm1] = press => new ApproveForm1(press.Message),
            [Verbs.ReturnForm1] = press => new ReturnForm1(press.Message),
            [Verbs.Ask] = press => new AskQuestion(press.Message),
            [Verbs.Answer] = press => new AnswerQuestion(press.Message),
            [Verbs.DeclineRequest] = press => new DeclineRequest(press.Message),
            [Verbs.Match] = press => new MatchLeadingTeacher(press.Typed.Text(ActionData.Person)),
            [Verbs.AgreeToTakePart] = press => new AgreeToTakePart(press.Message),
            [Verbs.DeclineToTakePart] = press => new DeclineToTakePart(press.Message),
            [Verbs.NameTeachers] = press => new NameTeachers(press.Typed.Choices(ActionData.Person)),
            [Verbs.AcceptMatch] = press => new AcceptMatch(press.Message),
            [Verbs.DeclineMatch] = press => new DeclineMatch(press.Message),
            [Verbs.AgreeRelease] = press => new AgreeRelease(press.Message),
            [Verbs.DeclineRelease] = press => new DeclineRelease(press.Message),
            [Verbs.SignForm2] = press => new SignForm2(press.Number(ActionData.Draft) ?? 0, press.Message),
            [Verbs.AskForChange] = press => new AskForChange(press.Message),
            [Verbs.ChangeForm2] = press => new ChangeForm2(press.Message),
            [Verbs.NoteFollowUp] = press => new NoteFollowUp(press.Number(ActionData.Visit) ?? 0, press.Message),
            [Verbs.Close] = press => new CloseRequest(press.Message),
            [Verbs.AskForFollowUp] = press => new AskForFollowUp(press.Message),
            [Verbs.Withdraw] = press => new WithdrawRequest(press.Message),
            [Verbs.Cancel] = press => new CancelProgramme(press.Message),
        };

    public async Task<AdaptiveCard> AnswerAsync(Press press, string activityId, CancellationToken cancel)
    {
        if (press.Verb is Verbs.Undelivered or Verbs.SendAgain && !press.By.Is(Role.Coordinator))
            refusals.Suspect("a coordinator's verb", press.By.Person.Id, press.Request);
        return press.Verb switch
        {
            Verbs.Start => (await lists.StartAsync(press.By, activityId, press.Card, cancel)).Card,
            Verbs.Tasks => await lists.TasksAsync(press.By, press.Page, cancel),
            Verbs.Status => await lists.StatusAsync(press.By, press.Page, cancel),
            Verbs.Undelivered => await undelivered.AllAsync(press.By, press.Page, cancel),
            Verbs.SendAgain => await undelivered.SendAgainAsync(press.By, press.Request, cancel),
            _ when press.Request is { } id => await AnswerAsync(press, id, cancel),
            _ when press.Text(ActionData.Request).Length > 0 => NoSuchRequest(press, about: null),

            // A press that has lost what its button carried.
            _ => HelpCard.Help(press.By),
        };
    }

    Task<AdaptiveCard> AnswerAsync(Press press, RequestId id, CancellationToken cancel) =>
        Commands.TryGetValue(press.Verb, out var commandFor)
            ? DecideAsync(press, id, commandFor(press), cancel)
            : ShowAsync(press, id, cancel);

    async Task<AdaptiveCard> DecideAsync(Press press, RequestId id, Command command, CancellationToken cancel)
    {
        if (press.Operation(id) is not { } operation)
        {
            if (await outreaches.FindAsync(id, press.By, cancel) is not { } seen) return NoSuchRequest(press, id);
            refusals.Suspect("a card that was made for somebody else, or changed", press.By.Person.Id, id);
            return Replies.NotYourCard(seen);
        }

        var outcome = await outreaches.DecideAsync(
            id, operation, press.Card, press.By, request => request.Version == 0 ? null : command, cancel);
        if (outcome.Request.Version == 0) return NoSuchRequest(press, id);

        var card = Replies.To(press, command, outcome, await outreaches.ViewAsync(outcome.Request, press.By, cancel));
        if (outcome.Decision is not Decision.Rejected { Why: var why }) return card;

        refusals.Rejected(why, press.By.Person.Id, id);
        return ReasonCard.CanAskFor(press.Verb) && !CardFor.HasFields(card)
            ? await UsedAsync(press, id, card, inUse: false, cancel)
            : card;
    }

    async Task<AdaptiveCard> ShowAsync(Press press, RequestId id, CancellationToken cancel)
    {
        if (await outreaches.FindAsync(id, press.By, cancel) is not { } view
            || CardFor.Request(view) is not { } current)
            return NoSuchRequest(press, id);
        if (view.Parts.Count == 0) return current;
        if (press.Verb is not (Verbs.Show or Verbs.Read or Verbs.GiveReason or Verbs.Correct or Verbs.Find))
            refusals.Suspect("a verb that no card has", press.By.Person.Id, id);
        return press.Verb switch
        {
            Verbs.Read => ReadCard.For(view, press.Form is { Length: > 0 } form ? form : null),
            Verbs.GiveReason when ReasonCard.CanAskFor(press.Text(ActionData.For)) =>
                await UsedAsync(press, id, ReasonCard.For(view, press.Text(ActionData.For)), inUse: true, cancel),
            Verbs.Correct when FormKeys.Record(press.Number(ActionData.Visit) ?? 0) is var record
                && FormCard.MayCorrect(view, record) =>
                await UsedAsync(press, id, FormCard.For(view, record), inUse: true, cancel),
            Verbs.Find => Replies.Found(press, view),
            Verbs.Show => await UsedAsync(press, id, current, inUse: false, cancel),
            _ => current,
        };
    }

    // A reason is typed where the news of others would be shown; they wait until it is given, or not.
    async Task<AdaptiveCard> UsedAsync(
        Press press, RequestId id, AdaptiveCard card, bool inUse, CancellationToken cancel)
    {
        if (press.Card is { } pressed) await sentCards.UseAsync(id, press.By.Person.Id, pressed, inUse, cancel);
        return card;
    }

    // What is not there and what is not theirs is one to people, and one in the log.
    AdaptiveCard NoSuchRequest(Press press, RequestId? about)
    {
        refusals.Suspect("a request that is not there, or not theirs", press.By.Person.Id, about);
        return Replies.NoSuchRequest();
    }
}
