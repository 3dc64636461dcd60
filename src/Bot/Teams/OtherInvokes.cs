using Microsoft.Bot.Builder;
using Newtonsoft.Json.Linq;

namespace OutreachBot.Bot.Teams;

/// <summary>
/// What Teams asks of apps that have dialogs, searches, tabs and the like, which this one has not: each gets the empty
/// answer of its kind, or a sentence that says what to do. Source: Teams, "Invoke activities".
/// </summary>
static class OtherInvokes
{
    const string WhatToDo = "OutreachBot works in your own chat with it. Please open that chat, and type help.";

    /// <summary>Null: Teams knows no such name.</summary>
    public static InvokeResponse? Answer(string? name) => name switch
    {
        "task/fetch" or "task/submit" or "composeExtension/fetchTask" or "composeExtension/submitAction"
            or "message/fetchTask" =>
            Ok(new JObject { ["task"] = new JObject { ["type"] = "message", ["value"] = WhatToDo } }),
        "composeExtension/query" =>
            Ok(new JObject { ["composeExtension"] = new JObject { ["type"] = "message", ["text"] = WhatToDo } }),
        "composeExtension/queryLink" or "composeExtension/anonymousQueryLink" or "composeExtension/selectItem" =>
            Ok(new JObject
            {
                ["composeExtension"] = new JObject
                {
                    ["type"] = "result",
                    ["attachmentLayout"] = "list",
                    ["attachments"] = new JArray()
                }
            }),
        "application/search" => Ok(new JObject
        {
            ["statusCode"] = 200,
            ["type"] = "application/vnd.microsoft.search.searchResponse",
            ["value"] = new JObject { ["results"] = new JArray() },
        }),
        "config/fetch" or "config/submit" =>
            Ok(new JObject
            {
                ["responseType"] = "config",
                ["config"] = new JObject { ["type"] = "message", ["value"] = WhatToDo }
            }),
        "tab/fetch" or "tab/submit" => Ok(new JObject
        {
            ["tab"] = new JObject
            {
                ["type"] = "continue",
                ["value"] = new JObject { ["cards"] = new JArray { new JObject { ["card"] = Card() } } }
            },
        }),
        "composeExtension/querySettingUrl" or "composeExtension/setting" or "composeExtension/onCardButtonClicked"
            or "signin/verifyState" or "signin/tokenExchange" or "signin/failure" or "fileConsent/invoke"
            or "message/submitAction"
            or "actionableMessage/executeAction" or "handoff/action" or "meeting/participantRole" => Ok(new JObject()),
        _ => null,
    };

    static InvokeResponse Ok(JObject body) => new() { Status = 200, Body = body };

    static JObject Card() => new()
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["body"] = new JArray { new JObject { ["type"] = "TextBlock", ["text"] = WhatToDo, ["wrap"] = true } },
    };
}
