using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AdaptiveCards;
using OutreachBot.Bot.Storage;
using OutreachBot.Cards;
using OutreachBot.Workflow;
using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Outreach.Command;

namespace OutreachBot.Bot;

/// <summary>What people type. Every button has its word here, because buttons fail on some phones.</summary>
public sealed partial class Messages(Outreaches outreaches, Lists lists, UndeliveredMessages undelivered, RefusalLog refusals)
{
    public Task<Reply> AnswerAsync(Actor from, string text, string activityId, CancellationToken cancel)
    {
        var words = Line().Match(Mention().Replace(text, " ").Trim());
        var word = words.Groups["word"].Value.ToLowerInvariant();
        if (RequestId.TryParse(word, out var named)) return ShowAsync(from, named, cancel);

        if (RequestId.TryParse(words.Groups["id"].Value, out var id))
        {
            if (word is "status" or "open" or "show") return ShowAsync(from, id, cancel);
            if (word is "resend") return AnswerAsync(undelivered.SendAgainAsync(from, id, cancel));
            if (CommandFor(word, words.Groups["rest"].Value) is { } command)
                return DecideAsync(from, id, new(OperationId.For(id, 0, activityId, from.Person.Id), from.Person.Id, word, Hash(text), Version: 0), command, cancel);
        }
        return word switch
        {
            "hi" or "hello" or "hey" or "start" or "welcome" => Answer(HelpCard.Welcome(from)),
            "help" or "?" => Answer(HelpCard.Help(from)),
            "request" or "new" => lists.StartAsync(from, activityId, held: null, cancel),
            "tasks" or "task" or "approve" or "decline" or "sign" => AnswerAsync(lists.TasksAsync(from, cancel)),
            "undelivered" => AnswerAsync(undelivered.AllAsync(from, cancel)),
            "resend" => AnswerAsync(undelivered.SendAgainAsync(from, request: null, cancel)),
            "status" or "requests" => AnswerAsync(lists.StatusAsync(from, cancel)),
            _ => Answer(HelpCard.NotUnderstood(from)),
        };
    }

    /// <summary>The command that a word asks for, given the request and who types. Null: no such word.</summary>
    static Func<Request, Actor, Facts, Command?>? CommandFor(string word, string rest) => word switch
    {
        "approve" or "yes" or "sign" or "accept" or "close" => (request, from, _) => Answering.Yes(request, from, rest),
        "decline" or "no" or "reject" => (request, from, _) => Answering.No(request, from, rest),
        "ask" => (_, _, _) => new AskQuestion(rest),
        "answer" => (_, _, _) => new AnswerQuestion(rest),
        "match" => (request, _, facts) => new MatchLeadingTeacher(Named(Candidates.For(request, facts).Select(one => one.Person), rest).FirstOrDefault() ?? ""),
        "teachers" => (request, _, facts) => new NameTeachers(request.School is { } school ? [.. Named(facts.Authority.TeachersOf(school), rest)] : []),
        "withdraw" => (_, _, _) => new WithdrawRequest(rest),
        "cancel" => (_, _, _) => new CancelProgramme(rest),
        "change" => (_, _, _) => new ChangeForm2(rest),
        "note" => (request, _, _) => new NoteFollowUp(request.Visits.FindLast(visit => visit.Record is not null)?.Number ?? 0, rest),
        "send" => (request, from, _) => request.TurnOf(from) is null ? null : request.Drafts.Keys.Where(form => MayWrite(request, form, from)).Select(form => new SendForm(form)).FirstOrDefault(),
        _ => null,
    };

    // A message that is delivered twice has the same id and says the same.
    async Task<Reply> DecideAsync(
        Actor from, RequestId id, Operation operation, Func<Request, Actor, Facts, Command?> commandFor, CancellationToken cancel)
    {
        if (await outreaches.FindAsync(id, from, cancel) is not { Parts.Count: > 0 } seen) return NoSuchRequest(from, id);

        Command? asked = null;
        var outcome = await outreaches.DecideAsync(
            id, operation, held: null, from, request => asked = commandFor(request, from, seen.Facts), cancel);
        if (outcome.Decision is Decision.Rejected { Why: var why }) refusals.Rejected(why, from.Person.Id, id);
        var view = await outreaches.ViewAsync(outcome.Request, from, cancel);
        return new(Replies.ToTyped(asked, outcome, view), id);
    }

    async Task<Reply> ShowAsync(Actor from, RequestId id, CancellationToken cancel) =>
        await outreaches.FindAsync(id, from, cancel) is { } view && CardFor.Request(view) is { } card ? new(card, id) : NoSuchRequest(from, id);

    Reply NoSuchRequest(Actor from, RequestId id)
    {
        refusals.Suspect("a request that is not there, or not theirs", from.Person.Id, id);
        return new(Replies.NoSuchRequest());
    }

    static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    static bool MayWrite(Request request, string form, Actor from) =>
        Decider.MayBeAskedBy(request, new SendForm(form)) is { } writers && writers.Any(part => request.Has(from, part));

    static IEnumerable<string> Named(IEnumerable<Person> people, string text) =>
        people.Where(person => text.Contains(person.Name, StringComparison.OrdinalIgnoreCase)).Select(person => person.Id.Key);

    static Task<Reply> Answer(AdaptiveCard card) => Task.FromResult(new Reply(card));

    static async Task<Reply> AnswerAsync(Task<AdaptiveCard> card) => new(await card);

    [GeneratedRegex(@"^(?<word>\S+)(\s+(?<id>\S+)(\s+(?<rest>.*))?)?", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();

    // Teams writes a mention of the bot as markup; it is no part of what was said.
    [GeneratedRegex("<at>[^<]*</at>")]
    private static partial Regex Mention();
}
