using System.Text;
using System.Text.Json.Nodes;

namespace OutreachBot.Simulation;

/// <summary>
/// Messages that were sent and of which the store does not know yet. Whoever is interrupted just then cannot know
/// either, and sends once more: these are the copies that are forgiven.
/// </summary>
sealed class OpenSends
{
    readonly Dictionary<string, HashSet<int>> open = [];
    readonly Dictionary<string, (string Instance, int Call)> sent = [];

    /// <summary>How many copies are forgiven.</summary>
    public int Forgiven { get; private set; }

    public void Began(Call call, Fate? fate)
    {
        if (IsOfOutbox(call) && (fate is null or Fate.Slow)) Of(call.Instance).Add(call.Number);
        if (fate is { IsAmbiguous: true } && IsOfOutbox(call)) Forgiven++;
        if (fate is not (null or Fate.Slow) && IsRecord(call)) Forgiven++;
    }

    /// <summary>The service has done it, or has refused it.</summary>
    public void Done(Call call, int status, ReadOnlyMemory<byte> answer)
    {
        if (IsOfOutbox(call) && status >= 300) Of(call.Instance).Remove(call.Number);
        else if (IsOfOutbox(call) && (string?)JsonNode.Parse(answer.Span)?["id"] is { } message)
            sent[message] = (call.Instance, call.Number);
        else if (IsRecord(call) && (string?)JsonNode.Parse(call.Body.Span)?["Activity"] is { } recorded
            && sent.Remove(recorded, out var by)) Of(by.Instance).Remove(by.Call);
    }

    /// <summary>The instance does not wait for the answer any longer. A slow send takes effect all the same.</summary>
    public void GivenUp(Call call)
    {
        if (IsOfOutbox(call) && Of(call.Instance).Remove(call.Number)) Forgiven++;
    }

    /// <summary>The instance dies or stands still.</summary>
    public void Interrupted(string instance) => Forgiven += Of(instance).Count;

    HashSet<int> Of(string instance) => open.TryGetValue(instance, out var all) ? all : open[instance] = [];

    static bool IsOfOutbox(Call call) => call.IsSend
        && !Encoding.UTF8.GetString(call.Body.Span).Contains("\"replyToId\":\"said-", StringComparison.Ordinal);

    static bool IsRecord(Call call) => call.IsWrite && call.Path.Contains("|card|", StringComparison.Ordinal);
}
