using System.Text.Json;
using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Bot.Directory;

/// <summary>What came of reading a folder.</summary>
public abstract record ImportOutcome
{
    ImportOutcome()
    {
    }

    /// <summary>It is in use from now on.</summary>
    public sealed record Done(Changes Changes) : ImportOutcome;

    /// <summary>The folder holds what is in use already.</summary>
    public sealed record Same : ImportOutcome;

    /// <summary>Something in the files cannot stand. Nothing was changed.</summary>
    public sealed record Refused(IReadOnlyList<Finding> Findings) : ImportOutcome;

    /// <summary>
    /// It would make the directory smaller by more than a fifth, which has to be confirmed. Nothing was changed.
    /// </summary>
    public sealed record Shrinks(Changes Changes) : ImportOutcome;
}

/// <summary>Takes the files of a folder over into the store.</summary>
public sealed class AuthorityImport(
    AuthorityTable table, StoredSchemes schemes, CurrentAuthority current, DirectorySettings settings,
    TimeProvider clock)
{
    // A file that was cut off or filtered looks like an authority from which many have left.
    const double MostGone = 0.2;

    /// <summary>
    /// At a start: only files that have changed since they were last read, or that a store needs to be whole.
    /// </summary>
    public async Task<ImportOutcome> AtStartAsync(CancellationToken cancel)
    {
        if (settings.Import is not { Length: > 0 } folder) return new ImportOutcome.Same();

        var files = FolderFiles.Read(folder);
        var fingerprint = FolderFiles.Fingerprint(files);
        var (stored, isSpoilt) = await StoredAsync(cancel);
        return !isSpoilt && stored is not null && await table.FingerprintAsync(cancel) == fingerprint
            ? new ImportOutcome.Same()
            : await RunAsync(files, fingerprint, stored, isConfirmed: false, isDryRun: false, cancel);
    }

    /// <summary>
    /// Keeps the schemes' files under their versions, and learns those with which cases began before, here or at
    /// another instance.
    /// </summary>
    /// <exception cref="InvalidDataException">A file says something else under the same version.</exception>
    public async Task KeepSchemesAsync(CancellationToken cancel)
    {
        foreach (var (scheme, text) in current.SchemeTexts)
            if (!await schemes.KeepAsync(scheme.Id, scheme.Version, text, cancel))
                throw new InvalidDataException(
                    $"{scheme.Id}.json says something else than it did, and its version is still {scheme.Version}. "
                    + $"Please make it {scheme.Version + 1}: requests that have begun go on as they were.");
        await LearnSchemesAsync(cancel);
    }

    /// <summary>The same where the files are kept.</summary>
    public async Task LearnSchemesAsync(CancellationToken cancel) => current.Know(
        (await schemes.OthersAsync(current.KnownSchemes, cancel)).Select(file => SchemeFile.Read(file).Scheme));

    /// <summary>Whenever somebody asks for it.</summary>
    public async Task<ImportOutcome> RunAsync(string folder, bool isConfirmed, bool isDryRun, CancellationToken cancel)
    {
        var files = FolderFiles.Read(folder);
        var (stored, _) = await StoredAsync(cancel);
        return await RunAsync(files, FolderFiles.Fingerprint(files), stored, isConfirmed, isDryRun, cancel);
    }

    async Task<ImportOutcome> RunAsync(
        IReadOnlyDictionary<string, byte[]> files, string fingerprint, AuthorityData? stored, bool isConfirmed,
        bool isDryRun,
        CancellationToken cancel)
    {
        var (read, findings) = AuthorityFiles.Read(files, current.Schemes);
        if (findings.Count > 0) return new ImportOutcome.Refused(findings);

        var changes = Changes.Between(stored, read);
        if (!isConfirmed && stored is not null && IsShrinking(stored, read)) return new ImportOutcome.Shrinks(changes);
        if (isDryRun) return new ImportOutcome.Done(changes);

        if (stored is null || changes.Any) await table.WriteAsync(read, clock.GetUtcNow().ToString("O"), cancel);
        await table.SaveFingerprintAsync(fingerprint, cancel);
        return new ImportOutcome.Done(changes);
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

    static bool IsShrinking(AuthorityData before, AuthorityData after) =>
        after.People.Count < before.People.Count * (1 - MostGone)
            || after.Schools.Count < before.Schools.Count * (1 - MostGone);
}
