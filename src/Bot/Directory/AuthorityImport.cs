using System.Text.Json;
using OutreachBot.Bot.Storage;

namespace OutreachBot.Bot.Directory;

/// <summary>What came of reading a folder.</summary>
public abstract record Import
{
    Import()
    {
    }

    /// <summary>It is in use from now on.</summary>
    public sealed record Done(Changes Changes) : Import;

    /// <summary>The folder holds what is in use already.</summary>
    public sealed record Same : Import;

    /// <summary>Something in the files cannot stand. Nothing was changed.</summary>
    public sealed record Refused(IReadOnlyList<Finding> Findings) : Import;

    /// <summary>It would make the directory smaller by more than a fifth, which has to be confirmed. Nothing was changed.</summary>
    public sealed record Shrinks(Changes Changes) : Import;
}

/// <summary>Takes the files of a folder over into the store.</summary>
public sealed class AuthorityImport(AuthorityTable table, CurrentAuthority current, TimeProvider clock)
{
    // A file that was cut off or filtered looks like an authority from which many have left.
    const double MostGone = 0.2;

    /// <summary>At a start: only files that have changed since they were last read, or that a store needs to be whole.</summary>
    public async Task<Import> AtStartAsync(string folder, CancellationToken cancel)
    {
        var files = FolderFiles.Read(folder);
        var fingerprint = FolderFiles.Fingerprint(files);
        var (stored, isSpoilt) = await StoredAsync(cancel);
        return !isSpoilt && stored is not null && await table.FingerprintAsync(cancel) == fingerprint
            ? new Import.Same()
            : await RunAsync(files, fingerprint, stored, isConfirmed: false, isDryRun: false, cancel);
    }

    /// <summary>Whenever somebody asks for it.</summary>
    public async Task<Import> RunAsync(string folder, bool isConfirmed, bool isDryRun, CancellationToken cancel)
    {
        var files = FolderFiles.Read(folder);
        var (stored, _) = await StoredAsync(cancel);
        return await RunAsync(files, FolderFiles.Fingerprint(files), stored, isConfirmed, isDryRun, cancel);
    }

    async Task<Import> RunAsync(
        IReadOnlyDictionary<string, byte[]> files, string fingerprint, AuthorityData? stored, bool isConfirmed, bool isDryRun, CancellationToken cancel)
    {
        AuthorityData read;
        try
        {
            read = AuthorityFiles.Read(files, current.Schemes);
        }
        catch (DirectoryFilesException wrong)
        {
            return new Import.Refused(wrong.Findings);
        }

        var changes = Changes.Between(stored, read);
        if (!isConfirmed && stored is not null && (IsShrinking(stored.People.Count, read.People.Count) || IsShrinking(stored.Schools.Count, read.Schools.Count)))
            return new Import.Shrinks(changes);
        if (isDryRun) return new Import.Done(changes);

        if (stored is null || changes.Any) await table.WriteAsync(read, clock.GetUtcNow().ToString("O"), cancel);
        await table.KeepFingerprintAsync(fingerprint, cancel);
        return new Import.Done(changes);
    }

    /// <summary>What is in use, and whether an earlier version has left it so that it cannot be read.</summary>
    async Task<(AuthorityData? Stored, bool IsSpoilt)> StoredAsync(CancellationToken cancel)
    {
        if (await table.StampAsync(cancel) is null) return (null, false);
        try
        {
            return (await table.ReadAsync(cancel), false);
        }
        catch (JsonException)
        {
            return (null, true);
        }
    }

    static bool IsShrinking(int before, int after) => after < before * (1 - MostGone);
}
