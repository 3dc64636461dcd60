using System.Security.Cryptography;
using System.Text;
using AdaptiveCards;
using OutreachBot.Bot.Operations;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Workflows;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Conversation;

/// <summary>What people type. Every button has its word here, because buttons fail on some phones.</summary>
public sealed class TypedCommands(
    CaseAccess cases, Registry registry, Lists lists, UndeliveredMessages undelivered, RefusalLog refusals)
{
    public AdaptiveCard Welcome(Actor viewer) => HelpCard.Welcome(viewer, registry.MenuFor(viewer));

    public Task<Reply> AnswerAsync(Actor from, string text, string activityId, CancellationToken cancel)
    {
        var line = TypedLine.Read(text, registry.Words);
        if (line.Case is { } id) return AnswerAsync(from, line, id, text, activityId, cancel);

        var menu = registry.MenuFor(from);
        if (line.Unreadable is { } number) return Answer(UnclearCard.Number(menu, number));
        if (Decides(line.Word) && (line.Rest.Length > 0 || line.IsGuess))
            return Answer(UnclearCard.WhichRequest(menu, line.Word));

        return line.Word switch
        {
            "hello" => Answer(Welcome(from)),
            "help" => Answer(HelpCard.Help(from, menu)),
            "tasks" or "approve" or "decline" => AnswerAsync(lists.TasksAsync(from, Page(line), cancel)),
            "undelivered" => AnswerAsync(undelivered.AllAsync(from, Page(line), cancel)),
            "resend" => AnswerAsync(undelivered.SendAgainAsync(from, about: null, cancel)),
            "status" => AnswerAsync(lists.StatusAsync(from, Page(line), cancel)),
            _ when StartedBy(line.Word) is { } started =>
                lists.StartAsync(started, from, activityId, pressed: null, cancel),
            _ when Decides(line.Word) => Answer(UnclearCard.WhichRequest(menu, line.Word)),
            _ => Answer(HelpCard.NotUnderstood(from, menu)),
        };
    }

    Task<Reply> AnswerAsync(
        Actor from, TypedLine line, CaseId id, string text, string activityId, CancellationToken cancel) =>
        line.Word switch
        {
            "resend" => AnswerAsync(undelivered.SendAgainAsync(from, id, cancel)),
            _ when OwnWord(line.Word) is { Opens: { } opens } => OpenAsync(from, line, id, opens, cancel),
            _ when !Decides(line.Word) => ShowAsync(from, id, cancel),

            // A slip of the finger decides nothing.
            _ when line.IsGuess =>
                AnswerAsync(from, id, () => UnclearCard.DidYouMean(id, line.Word, line.Rest), cancel),
            _ => DecideAsync(
                from, id,
                new(OperationId.For(id, 0, activityId, from.Person.Id), from.Person.Id, line.Word, Hash(text),
                    Version: 0),
                line, cancel),
        };

    /// <summary>
    /// For somebody who has changed or deleted a message: nothing is undone by it, and here is where it stands.
    /// </summary>
    public async Task<Reply> ShowAsync(Actor from, string text, CancellationToken cancel)
    {
        if (TypedLine.Read(text, registry.Words).Case is not { } id)
            return new(HelpCard.ActedOnWhatWasSent(from, registry.MenuFor(from)));
        return await cases.FindAsync(id, from, cancel) is { } view
            && (view with { Note = new(NoteKind.News, HelpCard.ActedOn) }).Card() is { } card
            ? new(card, id)
            : NoSuchCase(from, id);
    }

    // "tasks page 2"
    static int Page(TypedLine line) =>
        line.Rest.StartsWith("page ", StringComparison.OrdinalIgnoreCase)
            && int.TryParse(line.Rest.AsSpan(5), out var page) ? page : 1;

    bool Decides(string word) => word is "approve" or "decline" or "send" || OwnWord(word) is { Asks: not null };

    TypedWord? OwnWord(string word) => registry.WithWord(word)?.Words.FirstOrDefault(one => one.Word == word);

    WorkflowCards? StartedBy(string word) =>
        registry.WithWord(word) is { } one && OwnWord(word) is null ? one : null;

    /// <summary>What a word asks for, given the case and who types.</summary>
    Asked AskedFor(TypedLine line, View view)
    {
        var (now, viewer, workflow) = (view.Case, view.Viewer, registry.Workflows.Of(view.Case));
        return line.Word switch
        {
            "approve" => new(workflow.Yes(now, viewer, line.Rest)),
            "decline" => new(workflow.No(now, viewer, line.Rest)),
            "send" => new(now.TurnOf(viewer) is null
                ? null
                : now.Drafts.Keys.Select(form => new Command.SendForm(form))
                    .FirstOrDefault(send => workflow.May(now, send, viewer))),
            _ when registry.WithWord(line.Word) == registry.CardsOf(now) && OwnWord(line.Word) is { Asks: { } asks } =>
                asks(view, line.Rest),
            _ => new(null),
        };
    }

    // A message that is delivered twice has the same id and says the same.
    async Task<Reply> DecideAsync(
        Actor from, CaseId id, Operation operation, TypedLine line, CancellationToken cancel)
    {
        if (await cases.FindAsync(id, from, cancel) is not { IsTheirs: true } seen) return NoSuchCase(from, id);

        Asked asked = new(null);
        var outcome = await cases.DecideAsync(
            id, workflow: null, operation, pressed: null, from,
            now => (asked = AskedFor(line, registry.CardsOf(now).View(now, from, seen.Facts))).Command, cancel);
        if (outcome is null) return NoSuchCase(from, id);
        if (outcome.Decision is Decision.Rejected { Why: var why }) refusals.Rejected(why, from.Person.Id, id);

        var view = await cases.ViewAsync(outcome.Case, from, cancel);
        return new(
            asked.Unclear is { } unclear
                ? Replies.Unclear(unclear, view)
                : Replies.ToTyped(asked.Command, outcome, view), id);
    }

    async Task<Reply> OpenAsync(
        Actor from, TypedLine line, CaseId id, Func<View, AdaptiveCard?> opens, CancellationToken cancel)
    {
        if (await cases.FindAsync(id, from, cancel) is not { } view) return NoSuchCase(from, id);

        return registry.WithWord(line.Word) == registry.CardsOf(view.Case) && opens(view) is { } opened
            ? new(opened, id)
            : await ShowAsync(from, id, cancel);
    }

    Task<Reply> ShowAsync(Actor from, CaseId id, CancellationToken cancel) =>
        AnswerAsync(from, id, card: null, cancel);

    async Task<Reply> AnswerAsync(Actor from, CaseId id, Func<AdaptiveCard>? card, CancellationToken cancel) =>
        await cases.FindAsync(id, from, cancel) is { } view && view.Card() is { } current
            ? new(card is null ? current : card(), card is null ? id : null)
            : NoSuchCase(from, id);

    Reply NoSuchCase(Actor from, CaseId id)
    {
        refusals.Suspect("a request that is not there, or not theirs", from.Person.Id, id);
        return new(Replies.NoSuchCase());
    }

    static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    static Task<Reply> Answer(AdaptiveCard card) => Task.FromResult(new Reply(card));

    static async Task<Reply> AnswerAsync(Task<AdaptiveCard> card) => new(await card);
}
