using OutreachBot.Bot.Operations;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Workflows;

/// <summary>
/// Brings what is running in line with a newer directory: successors get turns, cards and lists, and coordinators hear
/// of posts that nobody holds. Interrupted, it is done again, and finds done what was done.
/// </summary>
public sealed class Handovers(CaseAccess cases, WorkLists workLists, AuthorityTable table, RefusalLog refusals)
{
    const string FollowDirectory = "follow-directory";

    // Who stands in the history of a case where nobody has pressed anything.
    static readonly Actor Directory = new(
        new(new("outreachbot", "directory"), "The authority\u2019s directory"), new HashSet<Role>(), SchoolUrn: null);

    /// <param name="stamp">The stamp of the directory that is in use now.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task FollowAsync(string stamp, CancellationToken cancel)
    {
        if (await table.FollowedAsync(cancel) == stamp) return;

        foreach (var id in (await workLists.AllOpenAsync(cancel)).OrderBy(id => id.Value))
            await FollowAsync(id, stamp, cancel);
        await table.FollowAsync(stamp, cancel);
    }

    // A directory changes a case once, whichever instance comes first.
    async Task FollowAsync(CaseId id, string stamp, CancellationToken cancel)
    {
        var operation = new Operation(
            OperationId.For(id, 0, $"{FollowDirectory} {stamp}", Directory.Person.Id), Directory.Person.Id,
            FollowDirectory, InputHash: "", Version: 0);
        try
        {
            await cases.DecideAsync(
                id, workflow: null, operation, pressed: null, Directory, _ => new Command.FollowDirectory(), cancel);
        }
        catch (NewerRowException)
        {
            // One case that cannot be read keeps nobody from the others.
            refusals.Unreadable(id);
        }
    }
}
