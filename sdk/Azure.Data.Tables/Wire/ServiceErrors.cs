using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary><c>{"odata.error":{"code":"…","message":{"lang":"…","value":"…"}}}</c></summary>
sealed class ServiceErrors : RequestFailedDetailsParser
{
    public static readonly ServiceErrors Parser = new();

    /// <exception cref="RequestFailedException">Always, with the answer's status and error code.</exception>
    [DoesNotReturn]
    public static void Throw(Response response) => throw Failure(response);

    public static RequestFailedException Failure(Response response) => new(response, null, Parser);

    public override bool TryParse(
        Response response, out ResponseError? error, out IDictionary<string, string>? data)
    {
        (error, data) = (Read(response), null);
        return error is not null;
    }

    public static ResponseError? Read(Response response)
    {
        if (response.ContentStream is not MemoryStream { Length: > 0 }) return null;
        try
        {
            using var json = JsonDocument.Parse(response.Content.ToMemory());
            if (!json.RootElement.TryGetProperty("odata.error", out var error)) return null;
            var message = error.GetProperty("message").GetProperty("value");
            return new(error.GetProperty("code").GetString(), message.GetString());
        }
        // A proxy on the way may answer with a page of its own; its status is all there is to say.
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
