using System.Security.Cryptography;
using System.Text;
using AdaptiveCards;
using OutreachBot.Bot.Operations;
using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Workflows;
using OutreachBot.Cards;
using OutreachBot.Workflow;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Outreach.Command;

namespace OutreachBot.Bot.Conversation;

/// <summary>What people type. Every button has its word here, because buttons fail on some phones.</summary>
public sealed class TypedCommands(
    Outreaches outreaches, Lists lists, UndeliveredMessages undelivered, RefusalLog refusals)
{
    public Task<Reply> AnswerAsync(Actor from, string text, string activityId, CancellationToken cancel)
    {
        var line = TypedLine.Read(text);
        if (line.Request is { } id) return AnswerAsync(from, line, id, text, activityId, cancel);
        if (line.Unreadable is { } number) return Answer(UnclearCard.Number(from, number));
        if (IsDecision(line.Word) && (line.Rest.Length > 0 || line.IsGuess))
            return Answer(UnclearCard.WhichRequest(from, line.Word));

        return line.Word switch
        {
            "hello" => Answer(HelpCard.Welcome(from)),
            "help" => Answer(HelpCard.Help(from)),
            "request" => lists.StartAsync(from, activityId, pressed: null, cancel),
            "tasks" or "approve" or "decline" => AnswerAsync(lists.TasksAsync(from, Page(line), cancel)),
            "undelivered" => AnswerAsync(undelivered.AllAsync(from, Page(line), cancel)),
            "resend" => AnswerAsync(undelivered.SendAgainAsync(from, request: null, cancel)),
            "status" => AnswerAsync(lists.StatusAsync(from, Page(line), cancel)),
            _ when IsDecision(line.Word) => Answer(UnclearCard.WhichRequest(from, line.Word)),
            _ => Answer(HelpCard.NotUnderstood(from)),
        };
    }

    Task<Reply> AnswerAsync(
        Actor from, TypedLine line, RequestId id, string text, string activityId,
        CancellationToken cancel) => line.Word switch
        {
            "resend" => AnswerAsync(undelivered.SendAgainAsync(from, id, cancel)),
            "correct" => CorrectAsync(from, id, cancel),
            _ when CommandFor(line.Word, line.Rest) is not { } => ShowAsync(from, id, cancel),

            // A slip of the finger decides nothing.
            _ when line.IsGuess =>
                AnswerAsync(from, id, () => UnclearCard.DidYouMean(id, line.Word, line.Rest), cancel),
            _ => DecideAsync(
                from, id,
                new(OperationId.For(id, 0, activityId, from.Person.Id), from.Person.Id, line.Word, Hash(text),
                    Version: 0),
                CommandFor(line.Word, line.Rest)!, cancel),
        };

    /// <summary>
    /// For somebody who has changed or deleted a message: nothing is undone by it, and here is where it stands.
    /// </summary>
    public async Task<Reply> ShowAsync(Actor from, string text, CancellationToken cancel)
    {
        if (TypedLine.Read(text).Request is not { } id) return new(HelpCard.ActedOnWhatWasSent(from));
        return await outreaches.FindAsync(id, from, cancel) is { } view
            && CardFor.Request(view with { Note = new(NoteKind.News, HelpCard.ActedOn) }) is { } card
            ? new(card, id)
            : NoSuchRequest(from, id);
    }

    // "tasks page 2"
    static int Page(TypedLine line) =>
        line.Rest.StartsWith("page ", StringComparison.OrdinalIgnoreCase)
            && int.TryParse(line.Rest.AsSpan(5), out var page) ? page : 1;

    static bool IsDecision(string word) => CommandFor(word, "") is not null;

    /// <summary>What a word asks for, given the request and who types. Null: no such word.</summary>
    static Func<Request, Actor, Facts, Asked>? CommandFor(string word, string rest) => word switch
    {
        "approve" => (request, from, _) => new(Answering.Yes(request, from, rest)),
        "decline" => (request, from, _) => new(Answering.No(request, from, rest)),
        "ask" => (_, _, _) => new(new AskQuestion(rest)),
        "answer" => (_, _, _) => new(new AnswerQuestion(rest)),
        "match" => (request, _, facts) => Chosen(
            TypedNames.Read(Candidates.For(request, facts).Select(one => one.Person), rest),
            people => people is [var one]
                ? new(new MatchLeadingTeacher(one.Id.Key))
                : new(null, "Please name one leading teacher only.")),
        "teachers" => (request, _, facts) => Chosen(
            TypedNames.Read(request.School is { } school ? facts.Authority.TeachersOf(school) : [], rest),
            people => new(new NameTeachers([.. people.Select(person => person.Id.Key)]))),
        "withdraw" => (_, _, _) => new(new WithdrawRequest(rest)),
        "cancel" => (_, _, _) => new(new CancelProgramme(rest)),
        "change" => (_, _, _) => new(new ChangeForm2(rest)),
        "note" => (request, _, _) =>
            new(new NoteFollowUp(request.Visits.FindLast(visit => visit.Record is not null)?.Number ?? 0, rest)),
        "send" => (request, from, _) => new(request.TurnOf(from) is null
            ? null
            : request.Drafts.Keys.Select(form => new SendForm(form))
                .FirstOrDefault(send => Decider.May(request, send, from))),
        _ => null,
    };

    static Asked Chosen(TypedNames names, Func<IReadOnlyList<Person>, Asked> asked) =>
        names.Unclear is null ? asked(names.People) : new(null, names.Unclear);

    /// <param name="Command">Null: nothing there, or it is not clear what.</param>
    /// <param name="Unclear">What is not clear, in words.</param>
    sealed record Asked(Command? Command, string? Unclear = null);

    // A message that is delivered twice has the same id and says the same.
    async Task<Reply> DecideAsync(
        Actor from, RequestId id, Operation operation, Func<Request, Actor, Facts, Asked> askedFor,
        CancellationToken cancel)
    {
        if (await outreaches.FindAsync(id, from, cancel) is not { Parts.Count: > 0 } seen)
            return NoSuchRequest(from, id);

        Asked asked = new(null);
        var outcome = await outreaches.DecideAsync(
            id, operation, pressed: null, from, request => (asked = askedFor(request, from, seen.Facts)).Command,
            cancel);
        if (outcome.Decision is Decision.Rejected { Why: var why }) refusals.Rejected(why, from.Person.Id, id);
        var view = await outreaches.ViewAsync(outcome.Request, from, cancel);
        return new(
            asked.Unclear is { } unclear
                ? Replies.Unclear(unclear, view)
                : Replies.ToTyped(asked.Command, outcome, view), id);
    }

    // The record of the newest visit that has one.
    async Task<Reply> CorrectAsync(Actor from, RequestId id, CancellationToken cancel)
    {
        if (await outreaches.FindAsync(id, from, cancel) is not { } view) return NoSuchRequest(from, id);

        var record = FormKeys.Record(view.Request.Visits.FindLast(visit => visit.Record is not null)?.Number ?? 0);
        return FormCard.MayCorrect(view, record)
            ? new(FormCard.For(view, record), id)
            : await ShowAsync(from, id, cancel);
    }

    Task<Reply> ShowAsync(Actor from, RequestId id, CancellationToken cancel) =>
        AnswerAsync(from, id, card: null, cancel);

    async Task<Reply> AnswerAsync(Actor from, RequestId id, Func<AdaptiveCard>? card, CancellationToken cancel) =>
        await outreaches.FindAsync(id, from, cancel) is { } view && CardFor.Request(view) is { } current
            ? new(card is null ? current : card(), card is null ? id : null)
            : NoSuchRequest(from, id);

    Reply NoSuchRequest(Actor from, RequestId id)
    {
        refusals.Suspect("a request that is not there, or not theirs", from.Person.Id, id);
        return new(Replies.NoSuchRequest());
    }

    static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    static Task<Reply> Answer(AdaptiveCard card) => Task.FromResult(new Reply(card));

    static async Task<Reply> AnswerAsync(Task<AdaptiveCard> card) => new(await card);
}
