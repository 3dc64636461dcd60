using Azure.Core;

namespace Azure.Data.Tables;

public class TableClientOptions(
    TableClientOptions.ServiceVersion serviceVersion = TableClientOptions.ServiceVersion.V2020_12_06)
    : ClientOptions
{
    /// <summary>Whose tokens the service takes; the public cloud when null.</summary>
    public TableAudience? Audience { get; set; }

    internal string Version => serviceVersion switch
    {
        ServiceVersion.V2019_02_02 => "2019-02-02",
        ServiceVersion.V2020_12_06 => "2020-12-06"
    };

    public enum ServiceVersion
    {
        V2019_02_02 = 1,
        V2020_12_06 = 2
    }
}
