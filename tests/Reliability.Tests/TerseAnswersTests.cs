using System.Text;
using OutreachBot.Bot.Storage;

namespace OutreachBot.Reliability.Tests;

/// <summary>Answers of storage to transactions, which are cut down before the library reads them.</summary>
public sealed class TerseAnswersTests
{
    [Fact]
    public void An_answer_that_all_is_written_is_cut_down_to_a_status_and_a_tag_for_each_row() => Assert.Equal(
        "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n"
            + "--c\r\n\r\nHTTP/1.1 204 No Content\r\nETag: W/\"1\"\r\n\r\n\r\n--c\r\n\r\nHTTP/1.1 204 No "
            + "Content\r\nETag: W/\"2\"\r\n\r\n\r\n--c--\r\n--b--\r\n",
        Shortened(Answer("204 No Content", "204 No Content")));

    [Fact]
    public void An_answer_with_a_refusal_stays_as_it_is() => Assert.Null(Shortened(Answer("409 Conflict")));

    // Rows of which nothing was said must not be taken for written.
    [Fact]
    public void An_answer_that_breaks_off_stays_as_it_is()
    {
        var answer = Answer("204 No Content", "204 No Content");

        Assert.All(Enumerable.Range(0, answer.TrimEnd().Length), length => Assert.Null(Shortened(answer[..length])));
    }

    static string? Shortened(string answer) =>
        TerseAnswers.Shortened(Encoding.UTF8.GetBytes(answer), "b"u8) is { } terse
            ? Encoding.UTF8.GetString(terse)
            : null;

    static string Answer(params string[] statuses) => "--b\r\nContent-Type: multipart/mixed; boundary=change\r\n\r\n"
        + string.Concat(statuses.Select((status, index) =>
            "--change\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
            + $"HTTP/1.1 {status}\r\nDataServiceVersion: 3.0;\r\nETag: W/\"{index + 1}\"\r\n\r\n\r\n"))
        + "--change--\r\n--b--\r\n";
}
