using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Workflow.Cases;

/// <summary>
/// The name of one press: the same for every copy of a card, different for every case, version, action and person.
/// It is computed and not handed out, so that a press can be checked without having kept a list of cards.
/// </summary>
public static class OperationId
{
    /// <summary>22 letters, digits, hyphens and underscores.</summary>
    public static string For(CaseId id, int version, string action, PersonId recipient)
    {
        var press = Encoding.UTF8.GetBytes($"{id.Value}\n{version}\n{action}\n{recipient.Key}");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(press, hash);
        return Base64Url.EncodeToString(hash[..16]);
    }
}
