using System.Net;

namespace Microsoft.Rest;

/// <summary>A copy of an HTTP message that outlives it. Header names compare without regard to case.</summary>
public abstract class HttpMessageWrapper
{
    protected HttpMessageWrapper() =>
        Headers = new Dictionary<string, IEnumerable<string>>(StringComparer.OrdinalIgnoreCase);

    public string Content { get; protected set; }

    public IDictionary<string, IEnumerable<string>> Headers { get; private set; }

    internal void Keep(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers)
    {
        foreach (var (name, values) in headers)
            Headers[name] = [.. values];
    }
}

/// <summary>Method and address only: the token and the text of a request stay out of exceptions.</summary>
public class HttpRequestMessageWrapper : HttpMessageWrapper
{
    public HttpRequestMessageWrapper(HttpRequestMessage httpRequest, string content)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        Method = httpRequest.Method;
        RequestUri = httpRequest.RequestUri;
        Content = content;
    }

    public HttpMethod Method { get; protected set; }

    public Uri RequestUri { get; protected set; }
}

public class HttpResponseMessageWrapper : HttpMessageWrapper
{
    public HttpResponseMessageWrapper(HttpResponseMessage httpResponse, string content)
    {
        ArgumentNullException.ThrowIfNull(httpResponse);
        StatusCode = httpResponse.StatusCode;
        ReasonPhrase = httpResponse.ReasonPhrase;
        Content = content;
        Keep(httpResponse.Headers);
        Keep(httpResponse.Content.Headers);
    }

    public HttpStatusCode StatusCode { get; protected set; }

    public string ReasonPhrase { get; protected set; }
}
