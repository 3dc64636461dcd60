using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace OutreachBot.Bot.Tests;

/// <summary>What came back, however it was asked.</summary>
sealed record Posted(int Status, string Body);

/// <summary>Posts what no client of Teams would.</summary>
static class Posting
{
    public static async Task<Posted> PostAsync(
        HttpClient http, string body, IEnumerable<string> authorization, string? how)
    {
        if (how is "without end" or "and stands still")
            return await RawAsync(http.BaseAddress!, body, authorization, endless: how is "without end");

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = Content(body, how) };
        foreach (var value in authorization) request.Headers.TryAddWithoutValidation("Authorization", value);
        using var answer = await http.SendAsync(request);
        return new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    static ByteArrayContent Content(string body, string? how)
    {
        var bytes = how switch
        {
            null or "as text" => Encoding.UTF8.GetBytes(body),
            "as UTF-16" => Encoding.Unicode.GetBytes(body),
            "with a byte order mark" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(body)],
            "as Latin-1" => Encoding.Latin1.GetBytes(body),
            "packed with gzip" => Gzip(body),
            _ => throw new InvalidDataException($"Nobody sends {how}."),
        };
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(how is "as text" ? "text/plain" : "application/json");
        if (how is "packed with gzip") content.Headers.ContentEncoding.Add("gzip");
        return content;
    }

    static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    // Chunks of spaces as long as anybody reads them, or an item of more that never comes.
    static async Task<Posted> RawAsync(Uri bot, string body, IEnumerable<string> authorization, bool endless)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, bot.Port);
        await using var stream = client.GetStream();
        var head = new StringBuilder("POST /api/messages HTTP/1.1\r\nHost: bot\r\nContent-Type: application/json\r\n");
        foreach (var value in authorization) head.Append("Authorization: ").Append(value).Append("\r\n");
        head.Append(
            endless ? "Transfer-Encoding: chunked\r\n\r\n" : $"Content-Length: {body.Length + 1000}\r\n\r\n{body}");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.ToString()));

        var answer = ReadAsync(stream);
        var chunk = Encoding.ASCII.GetBytes($"4000\r\n{new string(' ', 0x4000)}\r\n");
        try
        {
            while (endless && !answer.IsCompleted) await stream.WriteAsync(chunk);
        }
        catch (IOException)
        {
            // The bot has had enough, and hung up.
        }
        return await answer;
    }

    static async Task<Posted> ReadAsync(NetworkStream stream)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var reader = new StreamReader(stream, leaveOpen: true);
        var status = await reader.ReadLineAsync(limit.Token) ?? "HTTP/1.1 0";
        return new(int.Parse(status.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), "");
    }
}
