using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Bot.Tests;

/// <summary>What tests of one workflow read and write: its cases are requests.</summary>
static class AsRequests
{
    extension(Bot.Storage.Outcome outcome)
    {
        public Request Request => (Request)outcome.Case;
    }

    extension(Bot.Storage.Stored stored)
    {
        public Request Request => (Request)stored.Case;
    }

    public static Task<bool> ClaimAsync(
        this Bookings bookings, PersonId person, IEnumerable<DateOnly> days, Request request,
        CancellationToken cancel) =>
        bookings.ClaimAsync(
            person,
            [
                .. days.Select(day => new Booking(
                    day, request.Id, request.School!.Urn, Payments.IsObservationWindow(request)))
            ],
            cancel);

    public static Task SettleAsync(
        this Bookings bookings, PersonId person, Request request, CancellationToken cancel) =>
        bookings.SettleAsync(person, request.Id, request.Holds, cancel);

    public static Task SettleAsync(
        this Diaries diaries, PersonId person, Request request, CancellationToken cancel) =>
        diaries.SettleAsync(person, request.Id, request.Holds, cancel);
}
