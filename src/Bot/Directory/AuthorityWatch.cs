using System.Text.Json;
using Azure;
using Azure.Identity;
using OutreachBot.Bot.Storage;

namespace OutreachBot.Bot.Directory;

/// <summary>
/// Makes the tables, loads the directory into an empty store, and from then on notices when it changes. Until it has
/// been read once the bot is not ready; storage that cannot be reached is tried again and again.
/// </summary>
public sealed partial class AuthorityWatch(
    AuthorityTable table, CurrentAuthority current, Handovers handovers, DirectorySettings settings,
    TimeProvider clock, ILogger<AuthorityWatch> log) : BackgroundService
{
    static readonly TimeSpan Rhythm = TimeSpan.FromMinutes(1);
    static readonly TimeSpan RhythmUntilReady = TimeSpan.FromSeconds(1);

    string? seen;

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
            catch (Exception unreadable) when (unreadable is InvalidDataException or JsonException)
            {
                // What was read before goes on being used.
                LogUnreadable(unreadable is InvalidDataException ? unreadable.Message : "a row of the directory");
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

        var stamp = await table.StampAsync(cancel);
        if (stamp is null && settings.Import is { } folder)
        {
            stamp = clock.GetUtcNow().ToString("O");
            await table.WriteAsync(AuthorityFiles.Read(folder), stamp, cancel);
        }
        if (stamp is null || stamp == seen) return;

        var data = await table.ReadAsync(cancel);
        current.Replace(data.ToAuthority());
        LogLoaded(data.People.Count, data.Schools.Count);

        // Until it is done it is done again with the next look.
        await handovers.FollowAsync(stamp, cancel);
        seen = stamp;
    }

    [LoggerMessage(1, LogLevel.Warning, "Storage cannot be reached (status {Status}, {Code}). Trying again.")]
    partial void LogUnreachable(int status, string? code);

    [LoggerMessage(3, LogLevel.Critical, "The directory cannot be read: {What}. Trying again.")]
    partial void LogUnreadable(string what);

    [LoggerMessage(2, LogLevel.Information, "Directory loaded: {People} people, {Schools} schools.")]
    partial void LogLoaded(int people, int schools);
}
