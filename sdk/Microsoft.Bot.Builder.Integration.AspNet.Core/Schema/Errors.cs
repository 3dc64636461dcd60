using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>A machine-readable code, such as MessageWritesBlocked, and a sentence.</summary>
public class Error
{
    public Error()
    {
    }

    public Error(string code = null, string message = null, InnerHttpError innerHttpError = null)
    {
        Code = code;
        Message = message;
        InnerHttpError = innerHttpError;
    }

    [JsonProperty("code")]
    public string Code { get; set; }

    [JsonProperty("message")]
    public string Message { get; set; }

    [JsonProperty("innerHttpError")]
    public InnerHttpError InnerHttpError { get; set; }
}

public class InnerHttpError
{
    public InnerHttpError()
    {
    }

    public InnerHttpError(int? statusCode = null, object body = null)
    {
        StatusCode = statusCode;
        Body = body;
    }

    [JsonProperty("statusCode")]
    public int? StatusCode { get; set; }

    [JsonProperty("body")]
    public object Body { get; set; }
}

public class ErrorResponse
{
    public ErrorResponse()
    {
    }

    public ErrorResponse(Error error = null) => Error = error;

    [JsonProperty("error")]
    public Error Error { get; set; }
}

/// <summary>
/// The connector refused. <see cref="Response"/> has status and headers (Retry-After), <see cref="Body"/> the
/// channel's error code. The message carries the status only, and <see cref="Request"/> neither token nor text.
/// </summary>
public class ErrorResponseException : RestException
{
    public ErrorResponseException()
    {
    }

    public ErrorResponseException(string message)
        : base(message)
    {
    }

    public ErrorResponseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public HttpRequestMessageWrapper Request { get; set; }

    public HttpResponseMessageWrapper Response { get; set; }

    public ErrorResponse Body { get; set; }
}
