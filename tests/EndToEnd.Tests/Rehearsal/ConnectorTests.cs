using System.Text.Json.Nodes;
using static OutreachBot.EndToEnd.Tests.Rehearsal.TinyBot;

namespace OutreachBot.EndToEnd.Tests.Rehearsal;

public sealed class ConnectorTests : IAsyncLifetime
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rehearsal-");
    TinyBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await TinyBot.StartAsync(folder.FullName);

    [Theory]
    [InlineData(Inspector)]
    [InlineData($"29:{Inspector}")]
    public async Task A_person_has_one_conversation_whichever_id_the_bot_uses(string id)
    {
        var (status, body) = await bot.ConnectorAsync("POST", "", new { members = new[] { new { id } } });

        Assert.Equal(201, status);
        Assert.Equal($"a:{Inspector}", (string?)body!["id"]);
        Assert.Equal(bot.ServiceUrl.ToString(), (string?)body["serviceUrl"]);
    }

    [Fact]
    public async Task Nobody_knows_a_stranger()
    {
        var created = await bot.ConnectorAsync("POST", "", new { members = new[] { new { id = "29:nobody" } } });
        var sent = await bot.ConnectorAsync("POST", "/a%3Anobody/activities", new { type = "message", text = "Hello" });

        Assert.Equal((403, "BotNotInConversationRoster"), (created.Status, (string?)created.Body!["error"]!["code"]));
        Assert.Equal((404, "ConversationNotFound"), (sent.Status, (string?)sent.Body!["error"]!["code"]));
    }

    [Theory]
    [InlineData("/activities")]
    [InlineData("/activities/0f8fad5b")]
    [InlineData("%3Bmessageid%3D1764100000000/activities")]
    public async Task A_message_comes_into_the_chat_by_either_form_of_sending_and_from_a_thread_in_it(string path)
    {
        var (status, body) = await bot.ConnectorAsync(
            "POST", $"/a%3A{Head}{path}", new { type = "message", text = "Hello" });

        var message = Assert.Single(await bot.ChatAsync(Head))!;
        Assert.Equal(201, status);
        Assert.Equal((string?)body!["id"], (string?)message["id"]);
        Assert.Equal("Hello", (string?)message["activity"]!["text"]);
        Assert.True((bool)message["fromBot"]!);
    }

    [Fact]
    public async Task An_update_replaces_the_message_and_keeps_its_id()
    {
        var id = await bot.TellAsync(Head, new { type = "message", text = "Waiting" });
        var (status, _) = await bot.ConnectorAsync(
            "PUT", $"/a%3A{Head}/activities/{id}", new { type = "message", text = "Agreed" });

        var message = Assert.Single(await bot.ChatAsync(Head))!;
        Assert.Equal(200, status);
        Assert.Equal((id, "Agreed"), ((string?)message["id"], (string?)message["activity"]!["text"]));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task What_is_not_in_the_conversation_cannot_be_changed(string method)
    {
        var theirs = await bot.TellAsync(Teacher, new { type = "message", text = "Hello" });
        var (status, body) = await bot.ConnectorAsync(
            method, $"/a%3A{Head}/activities/{theirs}", new { type = "message" });

        Assert.Equal((404, "ActivityNotFoundInConversation"), (status, (string?)body!["error"]!["code"]));
    }

    [Fact]
    public async Task A_deleted_message_says_so_and_can_no_longer_be_updated()
    {
        var id = await bot.TellAsync(Head, new { type = "message", text = "Oops" });
        var (deleted, _) = await bot.ConnectorAsync("DELETE", $"/a%3A{Head}/activities/{id}");
        var (updated, _) = await bot.ConnectorAsync("PUT", $"/a%3A{Head}/activities/{id}", new { type = "message" });

        Assert.Equal((200, 404), (deleted, updated));
        Assert.True((bool)Assert.Single(await bot.ChatAsync(Head))!["deleted"]!);
    }

    [Fact]
    public async Task A_message_that_Teams_would_refuse_for_its_size_is_refused()
    {
        var (status, body) = await bot.ConnectorAsync(
            "POST", $"/a%3A{Head}/activities", new { type = "message", text = new string('x', 60_000) });

        Assert.Equal((413, "MessageSizeTooBig"), (status, (string?)body!["error"]!["code"]));
        Assert.Empty(await bot.ChatAsync(Head));
    }

    [Fact]
    public async Task The_member_of_a_chat_is_found_by_Teams_id_and_by_object_id()
    {
        var (_, all) = await bot.ConnectorAsync("GET", $"/a%3A{Teacher}/members");
        var (_, byTeamsId) = await bot.ConnectorAsync("GET", $"/a%3A{Teacher}/members/29%3A{Teacher}");
        var (_, byObjectId) = await bot.ConnectorAsync("GET", $"/a%3A{Teacher}/members/{Teacher}");
        var (stranger, _) = await bot.ConnectorAsync("GET", $"/a%3A{Teacher}/members/{Head}");

        foreach (var member in new[] { Assert.Single(all!.AsArray()), byTeamsId, byObjectId })
            Assert.Equal(
                ($"29:{Teacher}", "Cerys O'Neill", "tenant-a", "cerys@school.example"),
                (Text(member, "id"), Text(member, "name"), Text(member, "tenantId"), Text(member, "email")));
        Assert.Equal(404, stranger);

        static string? Text(JsonNode? member, string name) => (string?)member![name];
    }

    [Fact]
    public async Task What_is_not_JSON_is_bad_syntax()
    {
        var (status, body) = await bot.ConnectorAsync("POST", $"/a%3A{Head}/activities", new[] { "no activity" });

        Assert.Equal((400, "BadSyntax"), (status, (string?)body!["error"]!["code"]));
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
