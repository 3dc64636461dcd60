using System.Security.Cryptography;
using System.Text;

namespace Azure.Data.Tables;

/// <summary>The account's key, which signs each request.</summary>
public class TableSharedKeyCredential
{
    volatile byte[] key = [];

    /// <param name="accountName">The storage account.</param>
    /// <param name="accountKey">Base64, as the portal shows it.</param>
    public TableSharedKeyCredential(string accountName, string accountKey)
    {
        AccountName = accountName ?? throw new ArgumentNullException(nameof(accountName));
        SetAccountKey(accountKey);
    }

    public string AccountName { get; }

    /// <summary>Requests from now on are signed with this key: rotation needs no restart.</summary>
    public void SetAccountKey(string accountKey) => key = Convert.FromBase64String(accountKey);

    internal string Sign(string text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToBase64String(hash);
    }
}
