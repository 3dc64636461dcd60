using System.Collections.Immutable;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Bot.Directory;

/// <summary>Where the directory comes from when the store has none, and which schemes there are.</summary>
public sealed record DirectorySettings
{
    /// <summary>A folder of CSV files to load into an empty store. Null: nothing is loaded.</summary>
    public string? Import { get; init; }

    /// <summary>The folder of the schemes' files.</summary>
    public string Schemes { get; init; } = Path.Combine(AppContext.BaseDirectory, "schemes");

    /// <summary>The scheme of new requests.</summary>
    public string Scheme { get; init; } = "hampshire-lt";
}

/// <summary>
/// The directory and the schemes as this instance knows them now. What it holds is read again from the store.
/// </summary>
public sealed class CurrentAuthority(DirectorySettings settings, TimeProvider clock)
{
    readonly IReadOnlyDictionary<string, (Scheme Scheme, string Text)> files =
        SchemeFolder.Read(settings).ToDictionary(one => one.Scheme.Id);

    volatile ImmutableDictionary<(string Id, int Version), Scheme> known =
        ImmutableDictionary<(string Id, int Version), Scheme>.Empty;

    volatile Authority authority = Authority.Empty;

    /// <summary>Every scheme there is a file of.</summary>
    public IReadOnlyCollection<Scheme> Schemes => [.. files.Values.Select(file => file.Scheme)];

    /// <summary>The same with the text of each file as it was when it was read, whatever the file says now.</summary>
    public IEnumerable<(Scheme Scheme, string Text)> SchemeTexts => files.Values;

    /// <summary>Those, and earlier versions with which cases have begun.</summary>
    public IEnumerable<(string Id, int Version)> KnownSchemes =>
        Schemes.Select(scheme => (scheme.Id, scheme.Version)).Concat(known.Keys);

    /// <summary>
    /// Why there is no directory, or why a newer one is not used, in words for an operator. Null: all is well.
    /// </summary>
    public string? Problem { get; set; }

    public Authority Authority => authority;

    public bool IsLoaded => !authority.IsEmpty;

    public void Replace(Authority newer) => authority = newer;

    /// <summary>
    /// A case was met that began, at an instance of a newer version, with a scheme that is not known here.
    /// </summary>
    public bool LacksScheme { get; private set; }

    /// <summary>Goes on by schemes that are not in use here, for cases that began with them.</summary>
    public void Know(IEnumerable<Scheme> others)
    {
        known = known.SetItems(
            others.Select(scheme => KeyValuePair.Create((scheme.Id, scheme.Version), scheme)));
        LacksScheme = false;
    }

    /// <summary>
    /// What decisions about this case rest on today. A new one has the scheme of the settings as it stands, and keeps
    /// it.
    /// </summary>
    public Facts FactsFor(Case one) =>
        new(one.Version == 0 ? files[settings.Scheme].Scheme : SchemeOf(one), Today, authority);

    Scheme SchemeOf(Case one)
    {
        var version = one.SchemeVersion ?? 1;
        if (files.TryGetValue(one.Scheme, out var file) && file.Scheme.Version == version) return file.Scheme;
        if (known.TryGetValue((one.Scheme, version), out var other)) return other;

        LacksScheme = true;
        throw new InvalidOperationException(
            $"Version {version} of the scheme {one.Scheme} is not known here yet.");
    }

    // School days are British days, also between midnight in Greenwich and midnight in summer time.
    DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), London).DateTime);

    static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
}
