using Microsoft.Bot.Builder;
using Microsoft.Bot.Json;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace OutreachBot.Sdk.Tests.Bots;

public sealed class ActivityJsonTests
{
    [Theory]
    [InlineData("message")]
    [InlineData("press")]
    [InlineData("installed")]
    [InlineData("removed")]
    [InlineData("members-added")]
    [InlineData("typing")]
    [InlineData("new-type")]
    public void What_Teams_sends_is_written_back_whole(string recorded)
    {
        var sent = Activities.Recorded(recorded);

        var written = Written(Read(sent));

        Assert.True(JToken.DeepEquals(JToken.Parse(sent), JToken.Parse(written)), written);
    }

    [Fact]
    public void What_the_bot_needs_is_read()
    {
        var activity = Read(Activities.Recorded("message"));

        Assert.Equal("00000000-0000-4000-8000-000000000001", activity.From.AadObjectId);
        Assert.Equal("00000000-0000-4000-8000-00000000000a", activity.Conversation.TenantId);
        Assert.Equal("00000000-0000-4000-8000-00000000000a", activity.GetChannelData<TeamsChannelData>().Tenant.Id);
        Assert.Equal("Europe/London", (string?)activity.Entities.Single().Properties["timezone"]);
        Assert.Equal(9, activity.Timestamp!.Value.Hour);
        Assert.Equal(TimeSpan.FromHours(1), activity.LocalTimestamp!.Value.Offset);
    }

    [Fact]
    public void Channel_data_of_another_shape_is_not_given()
    {
        var text = new Activity { ChannelData = JValue.CreateString("x") };
        Assert.False(text.TryGetChannelData<TeamsChannelData>(out _));
        Assert.False(new Activity().TryGetChannelData<TeamsChannelData>(out _));
    }

    [Fact]
    public void An_anonymous_object_comes_out_empty_as_in_the_original()
    {
        Assert.Equal("""{"value":{}}""", Written(new Activity { Value = new { a = 1 } }));
    }

    [Fact]
    public void A_reference_leads_back_to_the_person()
    {
        var reference = Read(Activities.Recorded("message")).GetConversationReference();
        var answer = MessageFactory.Text("Hello").ApplyConversationReference(reference);

        Assert.Equal("29:1abcDEF_ghi-jkl", answer.Recipient.Id);
        Assert.Equal("28:11111111-1111-4111-8111-111111111111", answer.From.Id);
        Assert.Equal("1740906000123", answer.ReplyToId);
        Assert.Equal("en-GB", answer.Locale);
        var stored = JToken.Parse(Newtonsoft.Json.JsonConvert.SerializeObject(reference))
            .ToObject<ConversationReference>();
        Assert.Equal("a:1xyz_ABC-123", stored!.GetContinuationActivity().Conversation.Id);
    }

    [Theory]
    [InlineData("<at>OutreachBot</at> request", "request")]
    [InlineData("request", "request")]
    public void The_bots_own_name_is_taken_out_of_what_was_said(string said, string left)
    {
        var activity = Read(Activities.Recorded("message"));
        activity.Text = said;
        activity.Entities =
        [
            Read("""
                {"type":"x","entities":[{"type":"mention","text":"<at>OutreachBot</at>",
                "mentioned":{"id":"28:11111111-1111-4111-8111-111111111111"}}]}
                """).Entities[0],
        ];

        Assert.Equal(left, activity.RemoveRecipientMention());
    }

    [Fact]
    public void Half_a_character_waits_for_its_other_half()
    {
        using var text = new Utf8Text();
        foreach (var half in "\U0001F3EB\U0001F9D1")
            text.Write(half);
        Assert.Equal("\U0001F3EB\U0001F9D1"u8, text.Bytes.Span);
    }

    static Activity Read(string json)
    {
        using var text = new StringReader(json);
        return BotJson.Read<Activity>(text)!;
    }

    static string Written(Activity activity)
    {
        using var text = new StringWriter();
        BotJson.Write(text, activity);
        return text.ToString();
    }
}
