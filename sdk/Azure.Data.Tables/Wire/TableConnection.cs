using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>The way to one account: where it is, how requests are signed, tried again and logged.</summary>
sealed class TableConnection(HttpPipeline pipeline, Uri endpoint, string accountName, string version)
{
    public static readonly ResponseClassifier CreatedOrConflict = new StatusCodeClassifier([201, 204, 409]);
    public static readonly ResponseClassifier Done = new StatusCodeClassifier([204]);
    public static readonly ResponseClassifier DoneOrMissing = new StatusCodeClassifier([204, 404]);
    public static readonly ResponseClassifier Found = new StatusCodeClassifier([200]);
    public static readonly ResponseClassifier FoundOrMissing = new StatusCodeClassifier([200, 404]);
    public static readonly ResponseClassifier Accepted = new StatusCodeClassifier([202]);

    /// <summary>Without a slash at the end, so that a path can follow.</summary>
    public string Address { get; } = endpoint.AbsoluteUri.TrimEnd('/');

    public string AccountName => accountName;

    public Uri Endpoint => endpoint;

    /// <param name="path">Escaped, without a leading slash.</param>
    public Uri AddressOf(string path) => new($"{Address}/{path}");

    public HttpMessage CreateMessage(RequestMethod method, string path, ResponseClassifier expected)
    {
        var message = pipeline.CreateMessage(null, expected);
        message.Request.Method = method;
        message.Request.Uri.Reset(AddressOf(path));
        message.Request.Headers.SetValue("x-ms-version", version);
        message.Request.Headers.SetValue("DataServiceVersion", "3.0");
        message.Request.Headers.SetValue(HttpHeader.Names.Accept, "application/json;odata=minimalmetadata");
        return message;
    }

    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancel)
    {
        await pipeline.SendAsync(message, cancel);
        if (message.Response.IsError) ServiceErrors.Throw(message.Response);
        return message.Response;
    }
}
