namespace OutreachBot.Rehearsal;

/// <summary>Where the rehearsal finds its people and keeps their chats.</summary>
public sealed record RehearsalOptions
{
    /// <summary>The connector's path; with the bot's own address in front it is the service URL.</summary>
    public const string ConnectorPath = "/rehearsal/connector/";

    /// <summary>CSV: aadObjectId, tenantId, name, email, role (several separated by ;), schoolUrn.</summary>
    public required string PeopleFile { get; init; }

    /// <summary>CSV with at least URN and EstablishmentName, as in the national school register.</summary>
    public required string SchoolsFile { get; init; }

    /// <summary>One JSON-lines file per chat is kept here; deleting the folder forgets every chat.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The node_modules folder that holds <c>adaptivecards</c> and <c>markdown-it</c>.</summary>
    public required string NodeModules { get; init; }

    /// <summary>The Teams app manifest whose bot commands are suggested; a short list stands in for it.</summary>
    public string? ManifestFile { get; init; }

    /// <summary>How long the page waits for the bot before it says that something went wrong, as Teams does.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(10);

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The service URL for conversations that the bot starts before anybody has opened the page.</summary>
    public static Uri ServiceUrlFor(Uri baseAddress) => new(baseAddress, ConnectorPath);
}
