using AdaptiveCards;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;
using OutreachBot.Cards.Elements;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Conversation;

/// <summary>
/// What could not be delivered, as a coordinator sees it and has it sent again. Nobody else may do either.
/// </summary>
public sealed class UndeliveredMessages(
    DeadLetters deadLetters, CaseStore store, UndeliveredReports reports, CurrentAuthority current,
    DispatchSignals signals)
{
    /// <summary>All of them.</summary>
    public async Task<AdaptiveCard> AllAsync(Actor viewer, int page, CancellationToken cancel) =>
        viewer.Is(Role.Coordinator)
            ? UndeliveredCard.All(await ReadAsync(await deadLetters.AllAsync(cancel), cancel), page)
            : UndeliveredCard.ForCoordinatorsOnly();

    /// <summary>Those about one case, as they are reported to a coordinator. Null: there are none.</summary>
    public async Task<AdaptiveCard?> OfAsync(CaseId id, Actor viewer, CancellationToken cancel)
    {
        if (!viewer.Is(Role.Coordinator)) return null;
        var messages = await ReadAsync(await deadLetters.OfAsync(id, cancel), cancel);
        return messages.Count == 0 ? null : UndeliveredCard.Of(id, messages);
    }

    /// <summary>Whether somebody has not got messages about a case because Teams does not reach them.</summary>
    public async Task<bool> IsUnreachableAsync(PersonId person, CaseId id, CancellationToken cancel) =>
        (await deadLetters.OfAsync(id, cancel))
            .Any(letter => letter.Item.Person == person && IsUnreachable(letter));

    /// <summary>People of a tenant whom Teams does not reach.</summary>
    public async Task<Organisation> OfTenantAsync(string tenant, CancellationToken cancel)
    {
        var letters = (await deadLetters.AllAsync(cancel))
            .Where(letter => IsUnreachable(letter) && letter.Item.Person.Tenant == tenant).ToList();
        var names = letters.Select(letter => letter.Item.Person)
            .Distinct().Select(person => current.Authority.Find(person)?.Person.Name);
        return new([.. names.Order(StringComparer.Ordinal)], letters.DistinctBy(letter => letter.Item.Case).Count());
    }

    /// <summary>Sends those about a case again, or all of them. What is on its way already is left alone.</summary>
    public async Task<AdaptiveCard> SendAgainAsync(Actor viewer, CaseId? about, CancellationToken cancel)
    {
        if (!viewer.Is(Role.Coordinator)) return UndeliveredCard.ForCoordinatorsOnly();

        var letters = about is { } id ? await deadLetters.OfAsync(id, cancel) : await deadLetters.AllAsync(cancel);
        foreach (var letter in letters)
        {
            await deadLetters.SendAgainAsync(letter, cancel);
            signals.Wake(letter.Item.Bucket);
        }
        await reports.ForgetAsync(viewer.Person.Id, cancel);
        return UndeliveredCard.SentAgain(letters.Count);
    }

    static bool IsUnreachable(DeadLetter letter) => letter.Reason is DeadLetter.Unreachable;

    async Task<IReadOnlyList<Undelivered>> ReadAsync(IReadOnlyList<DeadLetter> letters, CancellationToken cancel)
    {
        var found = await Task.WhenAll(letters
            .GroupBy(letter => (letter.Item.Case, letter.Item.Person))
            .Select(async group => new Undelivered(
                group.Key.Case,
                current.Authority.Find(group.Key.Person)?.Person.Name,
                (await store.FindAsync(group.Key.Case, cancel))?.Case.Turns
                    .Any(turn => turn.Person.Id == group.Key.Person) is true,
                group.Last().Reason switch
                {
                    DeadLetter.Unreachable => NotArrived.Unreachable,
                    DeadLetter.Left => NotArrived.Left,
                    _ => NotArrived.Failed,
                })));
        return [.. found.OrderByDescending(message => message.IsWaitedFor)];
    }
}
