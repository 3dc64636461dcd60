using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;

namespace OutreachBot.Bot.Storage;

/// <summary>
/// Where the tables are. One of the two is set; the endpoint is reached with the app's managed identity.
/// </summary>
public sealed record StorageSettings
{
    public string? ConnectionString { get; init; }
    public Uri? Endpoint { get; init; }

    /// <summary>How long a call may take. A press has ten seconds, and time for another try.</summary>
    public TimeSpan AnswersWithin { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How many partitions new cases are spread over. It may grow: old cases keep theirs.</summary>
    public int Buckets { get; init; } = 16;

    /// <summary>These settings, if they name one storage.</summary>
    /// <exception cref="InvalidOperationException">They contradict one another; says what to set.</exception>
    public StorageSettings Checked() => Problem is { } problem ? throw new InvalidOperationException(problem) : this;

    // The bucket is written into a case's id with two digits.
    string? Problem => (ConnectionString, Endpoint) switch
    {
        (null or "", null) => "Please set Storage:ConnectionString or Storage:Endpoint.",
        ({ Length: > 0 }, not null) =>
            "Storage:ConnectionString and Storage:Endpoint are both set. Leave one of them out.",
        _ when Buckets is < 1 or > 100 => "Storage:Buckets must be from 1 to 100.",
        _ => null,
    };
}

/// <summary>The tables of the bot.</summary>
public sealed class Tables
{
    /// <param name="settings">Where the tables are.</param>
    /// <param name="transport">What carries the calls. Null: the library's own.</param>
    public Tables(StorageSettings settings, HttpPipelineTransport? transport = null)
    {
        var options = Options(settings, transport);
        var credential = settings.Checked().Endpoint is null ? null : new DefaultAzureCredential();
        // The name that stores of every version have.
        Cases = Table("requests");
        WorkLists = Table("worklists");
        Conversations = Table("conversations");
        Bookings = Table("bookings");
        Directory = Table("directory");

        TableClient Table(string name) => credential is null
            ? new LimitedTable(settings.ConnectionString!, name, options)
            : new LimitedTable(settings.Endpoint!, name, credential, options);
    }

    public TableClient Cases { get; }
    public TableClient WorkLists { get; }
    public TableClient Conversations { get; }
    public TableClient Bookings { get; }
    public TableClient Directory { get; }

    public Task CreateAsync(CancellationToken cancel) =>
        Task.WhenAll(Array.ConvertAll(
            (TableClient[])[Cases, WorkLists, Conversations, Bookings, Directory],
            table => table.CreateIfNotExistsAsync(cancel)));

    /// <summary>Whether a write that failed like this may have been made all the same, or may still be.</summary>
    // An answer that does not come in time is a cancellation of the library's, not of ours.
    public static bool MayHaveHappened(Exception failure) =>
        failure is OperationCanceledException or RequestFailedException { Status: 0 or 408 or >= 500 };

    // The library's own retry turns a write that was made, and whose answer was lost, into a false conflict; our code
    // decides.
    static TableClientOptions Options(StorageSettings settings, HttpPipelineTransport? transport)
    {
        var options = new TableClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = settings.AnswersWithin } };
        options.AddPolicy(new TerseAnswers(), HttpPipelinePosition.BeforeTransport);
        if (transport is not null) options.Transport = transport;
        return options;
    }
}
