using System.Text.Json.Nodes;

namespace OutreachBot.Channel;

/// <summary>One person's own chat with the bot, and what they do in it.</summary>
public sealed class Chat(ITeams teams, TeamsUser user)
{
    readonly List<ChatMessage> messages = [];
    int presses;

    public TeamsUser User => user;

    /// <summary>How often the person has pressed a button.</summary>
    public int Presses => presses;

    /// <summary>What the bot has sent, the oldest first.</summary>
    public IReadOnlyList<ChatMessage> Messages
    {
        get
        {
            lock (messages) return [.. messages];
        }
    }

    public ChatMessage Newest => Messages[^1];

    /// <summary>Says something and returns what the bot replies.</summary>
    public async Task<ChatMessage> SayAsync(string text)
    {
        var activity = Saying(text);
        var answer = await teams.PostAsync(activity);
        if (answer.Status is not (200 or 201 or 202))
            throw new InvalidOperationException($"The bot answered with {answer.Status}.");
        return Messages.LastOrDefault(message => message.ReplyTo == (string)activity["id"]!)
            ?? throw new InvalidOperationException($"The bot said nothing to “{text}”.");
    }

    /// <summary>Presses a button of the newest message.</summary>
    /// <param name="button">The start of the button's title.</param>
    /// <param name="fields">What is typed before, by the start of the fields' labels. The others keep what they
    /// show.</param>
    public Task<CardReader> PressAsync(string button, params (string Label, string Typed)[] fields) =>
        PressAsync(Newest, button, fields);

    /// <summary>Presses a button of a message, and returns the card that takes its place.</summary>
    public async Task<CardReader> PressAsync(
        ChatMessage on, string button, params (string Label, string Typed)[] fields)
    {
        Interlocked.Increment(ref presses);
        var answer = await teams.PostAsync(Pressing(on, button, fields));
        on.Show(answer.Card);
        return on.Card;
    }

    /// <summary>
    /// Waits until the newest message about a request has this heading. Where a card was sent once more, and the other
    /// has gone on since, it is the one with what the person looks for.
    /// </summary>
    public async Task<ChatMessage> CardAsync(string heading, string about, Func<CardReader, bool>? with = null)
    {
        ChatMessage? found = null;
        await teams.UntilAsync(
            () => About(about)?.Card.Heading == heading && (found = Messages.LastOrDefault(Fits)) is not null,
            () => $"{user.Name} ({string.Join(", ", user.Roles)}) was to see “{heading}” about {about} and sees "
                + $"“{About(about)?.Card.Heading}”.");
        return found!;

        bool Fits(ChatMessage message) =>
            message.Card is var card && card.Request == about && card.Heading == heading
                && with?.Invoke(card) is not false;
    }

    /// <summary>The newest message about a request.</summary>
    public ChatMessage? About(string request) => Messages.LastOrDefault(message => message.Card.Request == request);

    /// <summary>The activity of a message, to be posted as it is or changed first.</summary>
    public JsonObject Saying(string text)
    {
        var activity = teams.Activity(user, "message");
        activity["text"] = text;
        return activity;
    }

    /// <summary>The activity of a press, to be posted as it is or changed first.</summary>
    public JsonObject Pressing(ChatMessage on, string button, params (string Label, string Typed)[] fields)
    {
        var pressed = on.Card.Button(button);
        var data = pressed.Data.DeepClone().AsObject();
        foreach (var field in on.Card.Fields.Where(field => field.Value.Length > 0)) data[field.Id] = field.Value;
        foreach (var (label, typed) in fields)
        {
            var field = on.Card.Field(label);
            data[field.Id] = field.Sent(typed);
        }

        var activity = teams.Activity(user, "invoke");
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = on.Id;
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = pressed.Verb, ["data"] = data },
            ["trigger"] = "manual",
        };
        return activity;
    }

    /// <summary>A message of the bot appears.</summary>
    public void Add(ChatMessage message)
    {
        lock (messages) messages.Add(message);
    }

    /// <summary>The bot changes a message of its own. False: it is not there.</summary>
    public bool Change(string id, JsonObject activity)
    {
        lock (messages)
        {
            if (messages.Find(message => message.Id == id) is not { } message) return false;
            message.Activity = activity;
            message.Updates++;
            return true;
        }
    }

    /// <summary>Deletes a message, as a person or a retention rule may.</summary>
    public void Delete(ChatMessage message)
    {
        lock (messages) messages.Remove(message);
    }
}
