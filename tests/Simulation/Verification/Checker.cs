using OutreachBot.Bot.Storage;
using OutreachBot.Bot.Verification;
using OutreachBot.Bot.Workflows;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Simulation.Verification;

/// <summary>
/// Proves of both sides, the store and what the connector received, that nothing was lost or done twice.
/// </summary>
public static class Checker
{
    /// <summary>Everything that is wrong with the store and with what the connector received: I1 to I10.</summary>
    /// <param name="all">Both sides.</param>
    /// <param name="bookings">Days that leading teachers have promised.</param>
    /// <param name="ambiguous">How many sends were made of which the bot could not know whether they had
    /// arrived.</param>
    /// <param name="answers">What people were told about their presses, where that is known.</param>
    public static IEnumerable<Violation> Check(
        Everything all, IEnumerable<(PersonId LeadingTeacher, Booking Booking)> bookings, int ambiguous,
        IEnumerable<Answered> answers)
    {
        var store = all.Requests.Values.SelectMany(StoreChecks.Check)
            .Concat(OutreachBookings.Check(all.Requests, bookings, all.Authority)).ToList();

        // What does not stand on its own feet cannot be unfolded to see who was to be told.
        return store.Exists(fault => fault.Invariant is "I1" or "I3")
            ? store
            : store
                .Concat(OutboxChecks.Check(all)).Concat(Copies.Check(all, ambiguous)).Concat(LastCards.Check(all))
                .Concat(Audience.Check(all)).Concat(Answers.Check(all.Requests, answers));
    }
}
