using Azure.Data.Tables;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Storage;

/// <summary>One item in place of all that what has happened calls for.</summary>
/// <param name="Case">What something happened to.</param>
/// <param name="By">Who did it.</param>
/// <param name="Before">The version before it.</param>
/// <param name="Last">The version after it.</param>
/// <param name="Name">Its name.</param>
/// <param name="RowKey">Its place.</param>
public sealed record FanOutItem(CaseId Case, PersonId By, int Before, int Last, string Name, string RowKey)
    : OutboxItem(Case, Name, RowKey)
{
    public const string AsKind = "FanOut";

    public override PersonId Person => By;

    public override int Version => Last;

    public override string Kind => AsKind;

    /// <summary>
    /// What it stands for, as long as whoever wrote it has it in hand. Null: the events say it again.
    /// </summary>
    public Consequences? InHand { get; init; }

    /// <param name="id">What something happened to.</param>
    /// <param name="before">The version before it.</param>
    /// <param name="last">The last of what happened.</param>
    /// <param name="inHand">What it calls for.</param>
    public static FanOutItem Of(CaseId id, int before, Recorded last, Consequences inHand)
    {
        var name = $"{last.Number:D6}-all";
        return new(id, last.By.Id, before, last.Number, name, Keys.Outbox(last.At, id, name))
        {
            InHand = inHand,
        };
    }

    protected override void Write(TableEntity row) => row["Before"] = Before;
}
