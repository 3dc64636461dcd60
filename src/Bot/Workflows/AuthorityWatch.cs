using System.Text.Json;
using Azure;
using Azure.Identity;
using OutreachBot.Bot.Directory;
using OutreachBot.Bot.Storage;

namespace OutreachBot.Bot.Workflows;

/// <summary>
/// Makes the tables, reads the folder of the directory at a start, and from then on notices when the stored directory
/// changes. Until one has been read the bot is not ready, and says why; a fault of the files is never one of storage.
/// </summary>
public sealed partial class AuthorityWatch(
    AuthorityTable table, AuthorityImport import, CurrentAuthority current, Handovers handovers, TimeProvider clock,
    ILogger<AuthorityWatch> log) : BackgroundService
{
    static readonly TimeSpan Rhythm = TimeSpan.FromMinutes(1);
    static readonly TimeSpan RhythmUntilReady = TimeSpan.FromSeconds(1);

    string? seen;
    string? said;
    bool hasReadFolder;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (RequestFailedException unreachable)
            {
                LogUnreachable(unreachable.Status, unreachable.ErrorCode);
            }
            catch (TimeoutException)
            {
                LogUnreachable(0, "a request that kept changing");
            }
            catch (AuthenticationFailedException)
            {
                LogUnreachable(0, "no token");
            }
            catch (JsonException)
            {
                // What was read before goes on being used.
                Say("A row of the stored directory cannot be read. Please import the directory again.");
            }
            catch (Exception unreadable)
                when (unreadable is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                Say(unreadable.Message);
            }
            catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
            {
                LogUnreachable(0, "timeout");
            }
            await Task.Delay(current.IsLoaded ? Rhythm : RhythmUntilReady, clock, stoppingToken);
        }
    }

    /// <summary>Looks once whether there is a newer directory.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        if (!current.IsLoaded) await table.CreateAsync(cancel);
        if (!hasReadFolder)
        {
            await import.KeepSchemesAsync(cancel);
            await ReadFolderAsync(cancel);
        }
        else if (current.LacksScheme)
        {
            await import.LearnSchemesAsync(cancel);
        }
        hasReadFolder = true;

        var stamp = await table.StampAsync(cancel);
        if (stamp is null)
            Say(current.Problem ?? "The store has no directory. Please import one: dotnet run -- import FOLDER.");
        if (stamp is null || stamp.Value == seen) return;

        var data = await table.ReadAsync(cancel);
        current.Replace(data.ToAuthority());
        LogLoaded(data.People.Count, data.Schools.Count);

        // Until it is done it is done again with the next look.
        await handovers.FollowAsync(stamp.Value, cancel);
        seen = stamp.Value;
    }

    async Task ReadFolderAsync(CancellationToken cancel)
    {
        switch (await import.AtStartAsync(cancel))
        {
            case ImportOutcome.Refused { Findings: var findings }:
                Say($"The directory has mistakes ({findings.Count}), and none of it was "
                    + $"read:\n{string.Join('\n', findings)}");
                break;
            case ImportOutcome.Shrinks:
                Say("The directory would shrink by more than a fifth, and none of it was read. If that is right: "
                    + "dotnet run -- import --confirm.");
                break;
            case ImportOutcome.Done or ImportOutcome.Same:
                current.Problem = said = null;
                break;
        }
    }

    // Once for each cause, and not with every look.
    void Say(string problem)
    {
        current.Problem = problem;
        if (said == problem) return;
        said = problem;
        if (current.IsLoaded) LogNotUsed(problem);
        else LogNotReady(problem);
    }

    [LoggerMessage(1, LogLevel.Warning, "Storage cannot be reached (status {Status}, {Code}). Trying again.")]
    partial void LogUnreachable(int status, string? code);

    [LoggerMessage(3, LogLevel.Critical, "Not ready: {Problem}")]
    partial void LogNotReady(string problem);

    [LoggerMessage(4, LogLevel.Error, "The directory that was read before stays in use: {Problem}")]
    partial void LogNotUsed(string problem);

    [LoggerMessage(2, LogLevel.Information, "Directory loaded: {People} people, {Schools} schools.")]
    partial void LogLoaded(int people, int schools);
}
