using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A person as Teams knows them.</summary>
public class TeamsChannelAccount : ChannelAccount
{
    public TeamsChannelAccount()
    {
    }

    public TeamsChannelAccount(
        string id = null, string name = null, string givenName = null, string surname = null,
        string email = null, string userPrincipalName = null, string tenantId = null, string userRole = null)
        : base(id, name)
    {
        GivenName = givenName;
        Surname = surname;
        Email = email;
        UserPrincipalName = userPrincipalName;
        TenantId = tenantId;
        UserRole = userRole;
    }

    [JsonProperty("givenName")]
    public string GivenName { get; set; }

    [JsonProperty("surname")]
    public string Surname { get; set; }

    [JsonProperty("email")]
    public string Email { get; set; }

    [JsonProperty("userPrincipalName")]
    public string UserPrincipalName { get; set; }

    [JsonProperty("tenantId")]
    public string TenantId { get; set; }

    /// <summary>user or guest.</summary>
    [JsonProperty("userRole")]
    public string UserRole { get; set; }
}
