using System.IO.Compression;
using System.Net;
using System.Text;

namespace OutreachBot.Sdk.Tests.Bots;

public sealed class EnvelopeTests
{
    static readonly Dictionary<string, byte[]> Malformed = new()
    {
        ["empty"] = [],
        ["blank"] = Utf8("  \n"),
        ["text"] = Utf8("hello"),
        ["half"] = Message(","),
        ["two"] = [.. Message("}"), .. Message("}")],
        ["array"] = Utf8("""[{"type":"message"}]"""),
        ["string"] = Utf8("\"message\""),
        ["null"] = Utf8("null"),
        ["no type"] = Utf8("""{"text":"x"}"""),
        ["empty type"] = Utf8("""{"type":""}"""),
        ["null type"] = Utf8("""{"type":null}"""),
        ["single quotes"] = Utf8("{'type':'message'}"),
        ["comment"] = Message("/* */}"),
        ["trailing comma"] = Message(",}"),
        ["NaN"] = Message(""","value":NaN}"""),
        ["not UTF-8"] = [.. Message(",\"text\":\""), 0xC3, 0x28, .. Utf8("\"}")],
        ["byte order mark"] = [0xEF, 0xBB, 0xBF, .. Message("}")],
        ["UTF-16"] = Encoding.Unicode.GetBytes("""{"type":"message"}"""),
        ["gzip"] = Gzip(new string(' ', 10_000_000) + """{"type":"message"}"""),
        ["from twice"] = Message(""","from":{"id":"1"},"from":{"id":"2"}}"""),
        ["from in two cases"] = Message(""","from":{"id":"1"},"From":{"id":"2"}}"""),
        ["from escaped"] = Message(""","from":{"id":"1"},"\u0066rom":{"id":"2"}}"""),
        ["twice further down"] = Message(""","value":{"action":{"verb":"a","VERB":"b"}}}"""),
        ["twice in an array"] = Message(""","entities":[{"type":"a"},{"type":"b","type":"c"}]}"""),
        ["name in two cases, not ASCII"] = Message(""","value":{"é":1,"É":2}}"""),
        ["half a surrogate in a name"] = Message(""","value":{"\ud800":1}}"""),
        ["33 deep"] = Deep(32),
        ["200 deep"] = Deep(199),
        ["from is text"] = Message(""","from":"me"}"""),
        ["timestamp is text"] = Message(""","timestamp":"yesterday"}"""),
        ["members are an object"] = Message(""","membersAdded":{}}"""),
    };

    public static TheoryData<string> MalformedNames => [.. Malformed.Keys];

    [Theory]
    [MemberData(nameof(MalformedNames))]
    public async Task What_is_no_activity_is_a_400(string name)
    {
        Assert.Equal((HttpStatusCode.BadRequest, 0), await PostAsync(Malformed[name]));
    }

    [Theory]
    [InlineData("somethingNew")]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("message")]
    public async Task Any_type_is_a_200(string type)
    {
        var json = $$"""{"serviceUrl":"http://127.0.0.1:1/","type":"{{type}}","from":null,"value":null}""";
        Assert.Equal((HttpStatusCode.OK, 1), await PostAsync(Utf8(json)));
    }

    [Fact]
    public async Task One_name_in_two_objects_passes()
    {
        var body = Message(""","from":{"id":"1","name":"a"},"recipient":{"id":"2","name":"b"}}""");
        Assert.Equal((HttpStatusCode.OK, 1), await PostAsync(body));
    }

    [Fact]
    public async Task Nesting_32_deep_passes()
    {
        Assert.Equal((HttpStatusCode.OK, 1), await PostAsync(Deep(31)));
    }

    [Theory]
    [InlineData(256 * 1024, HttpStatusCode.OK)]
    [InlineData(256 * 1024 + 1, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(10_000_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Up_to_256_KB_are_read(int bytes, HttpStatusCode expected)
    {
        byte[] start = Message("}"), body = [.. start, .. Utf8(new string(' ', bytes - start.Length))];

        Assert.Equal(expected, (await PostAsync(body)).Item1);
        Assert.Equal(expected, (await PostAsync(new StreamContent(new WithoutLength(body)))).Item1);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","serviceUrl":null""")]
    [InlineData(""","serviceUrl":"/uk/" """)]
    public async Task Without_an_address_to_answer_to_it_is_a_400(string members)
    {
        Assert.Equal((HttpStatusCode.BadRequest, 0), await PostAsync(Utf8($$"""{"type":"message"{{members}}}""")));
    }

    [Fact]
    public async Task A_stranger_is_refused_before_the_body_is_read()
    {
        var office = new TokenOffice();
        await using var host = await BotHost.StartAsync(
            new InlineBot((_, _) => Task.CompletedTask), office.Authentication());
        var forged = office.Sign(key: TokenOffice.UnpublishedKey);

        var answer = await host.PostAsync(new ByteArrayContent(Malformed["text"]), $"Bearer {forged}");
        var known = await host.PostAsync(new ByteArrayContent(Malformed["text"]), $"Bearer {office.Sign()}");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, known.StatusCode);
    }

    [Fact]
    public async Task Only_POST_is_answered()
    {
        await using var host = await BotHost.StartAsync(new InlineBot((_, _) => Task.CompletedTask));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await host.GetAsync()).StatusCode);
    }

    static Task<(HttpStatusCode, int)> PostAsync(byte[] body) => PostAsync(new ByteArrayContent(body));

    static async Task<(HttpStatusCode, int)> PostAsync(HttpContent body)
    {
        var turns = 0;
        await using var host = await BotHost.StartAsync(new InlineBot((_, _) => Task.FromResult(turns++)));
        using var answer = await host.PostAsync(body);
        return (answer.StatusCode, turns);
    }

    static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    static byte[] Deep(int levels) =>
        Message($$""","value":{{new string('[', levels)}}{{new string(']', levels)}}}""");

    static byte[] Message(string rest) => Utf8("""{"serviceUrl":"http://127.0.0.1:1/","type":"message" """ + rest);

    static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Utf8(text));
        return packed.ToArray();
    }

    /// <summary>Sent in chunks, without saying how long it is.</summary>
    sealed class WithoutLength(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
