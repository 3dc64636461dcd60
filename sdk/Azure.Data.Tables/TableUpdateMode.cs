namespace Azure.Data.Tables;

public enum TableUpdateMode
{
    /// <summary>Properties that are not sent stay.</summary>
    Merge,

    /// <summary>Properties that are not sent go.</summary>
    Replace
}
