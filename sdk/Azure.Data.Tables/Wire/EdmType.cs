namespace Azure.Data.Tables.Wire;

/// <summary>The names of types on the wire, and of the annotation that carries them.</summary>
static class EdmType
{
    public const string Suffix = "@odata.type";

    public static ReadOnlySpan<byte> SuffixUtf8 => "@odata.type"u8;

    public static ReadOnlySpan<byte> Binary => "Edm.Binary"u8;

    public static ReadOnlySpan<byte> DateTime => "Edm.DateTime"u8;

    public static ReadOnlySpan<byte> Double => "Edm.Double"u8;

    public static ReadOnlySpan<byte> Guid => "Edm.Guid"u8;

    public static ReadOnlySpan<byte> Int64 => "Edm.Int64"u8;
}
