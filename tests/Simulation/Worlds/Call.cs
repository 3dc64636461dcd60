namespace OutreachBot.Simulation;

/// <summary>Where a call of the bot goes.</summary>
public enum CallKind
{
    Storage,
    Connector,
    Token,
}

/// <summary>One call of an instance to the outside.</summary>
/// <param name="Number">Counted over all instances of a world, from 1.</param>
/// <param name="Instance">Who calls.</param>
/// <param name="Kind">Where it goes.</param>
/// <param name="Method">Of HTTP.</param>
/// <param name="Path">Of the address; for storage the table and the keys.</param>
/// <param name="Body">What is sent.</param>
public sealed record Call(
    int Number, string Instance, CallKind Kind, string Method, string Path, ReadOnlyMemory<byte> Body)
{
    public bool IsTransaction => Kind is CallKind.Storage && Path.EndsWith("$batch", StringComparison.Ordinal);

    /// <summary>It changes something in the store.</summary>
    public bool IsWrite => Kind is CallKind.Storage && Method != "GET";

    /// <summary>It brings a new message into somebody's chat.</summary>
    public bool IsSend =>
        Kind is CallKind.Connector && Method == "POST" && Path.Contains("/activities", StringComparison.Ordinal);

    /// <summary>It changes a message that is there.</summary>
    public bool IsUpdate => Kind is CallKind.Connector && Method == "PUT";

    public override string ToString() => $"{Number} {Instance} {Method} {Path}";
}
