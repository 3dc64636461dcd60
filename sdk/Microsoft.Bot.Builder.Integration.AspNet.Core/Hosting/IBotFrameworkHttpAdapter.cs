using Microsoft.AspNetCore.Http;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

public interface IBotFrameworkHttpAdapter
{
    /// <summary>Takes one POST to the messaging endpoint and writes its answer.</summary>
    Task ProcessAsync(
        HttpRequest httpRequest, HttpResponse httpResponse, IBot bot,
        CancellationToken cancellationToken = default);
}
