using Newtonsoft.Json.Linq;

namespace OutreachBot.Sdk.Tests.Bots;

/// <summary>Activities as Teams sends them, recorded in files; names and ids are made up.</summary>
static class Activities
{
    public static string Message(string? serviceUrl = null, string channelId = "msteams")
    {
        var activity = JObject.Parse(Recorded("message"));
        activity["channelId"] = channelId;
        if (serviceUrl is not null)
            activity["serviceUrl"] = serviceUrl;
        return activity.ToString();
    }

    public static string Recorded(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Bots", "activities", $"{name}.json"));
}
