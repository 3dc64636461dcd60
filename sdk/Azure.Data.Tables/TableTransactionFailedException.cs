using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>A transaction was refused, and none of its actions took place.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(
            requestFailedException?.Status ?? throw new ArgumentNullException(nameof(requestFailedException)),
            requestFailedException.Message,
            requestFailedException.ErrorCode,
            requestFailedException.InnerException) =>
        FailedTransactionActionIndex = requestFailedException.Data[FailedAction] as int?;

    /// <summary>Which of the submitted actions was refused, from 0; null when the service did not say.</summary>
    public int? FailedTransactionActionIndex { get; }

    internal static TableTransactionFailedException At(int? index, RequestFailedException refusal)
    {
        refusal.Data[FailedAction] = index;
        return new(refusal);
    }

    /// <summary>The service's words begin with the action's index: "2:The specified entity already exists."</summary>
    internal static int? IndexIn(string message)
    {
        var colon = message.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                ? index
                : null;
    }

    const string FailedAction = "FailedAction";
}
