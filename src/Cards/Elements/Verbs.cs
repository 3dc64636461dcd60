namespace OutreachBot.Cards.Elements;

/// <summary>
/// What buttons send back that all workflows share. With the verbs of each workflow the list is closed: anything else
/// is refused.
/// </summary>
public static class Verbs
{
    public const string Next = "next";
    public const string Back = "back";
    public const string Send = "send";

    /// <summary>Shows the case as it is; changes nothing.</summary>
    public const string Show = "show";

    /// <summary>Shows one form in full; changes nothing.</summary>
    public const string Read = "read";

    /// <summary>
    /// Narrows a list that is too long for a card to the names that hold what was written; changes nothing.
    /// </summary>
    public const string Find = "find";

    /// <summary>Asks for a reason before something is done; changes nothing yet.</summary>
    public const string GiveReason = "give-reason";

    /// <summary>Shows what waits for the person who presses.</summary>
    public const string Tasks = "tasks";

    /// <summary>Shows the cases of the person who presses.</summary>
    public const string Status = "status";

    /// <summary>Shows a coordinator which messages have not arrived.</summary>
    public const string Undelivered = "undelivered";

    /// <summary>Sends them once more.</summary>
    public const string SendAgain = "send-again";
}

/// <summary>The names of what a button carries besides its verb. None of it is trusted.</summary>
public static class ActionData
{
    public const string Request = "request";
    public const string Version = "version";
    public const string Operation = "op";
    public const string Form = "form";
    public const string Step = "step";
    public const string Draft = "draft";
    public const string Visit = "visit";

    /// <summary>How often the same screen came back with an error; fields then have fresh ids.</summary>
    public const string Try = "try";

    /// <summary>The verb that a reason is asked for.</summary>
    public const string For = "for";

    /// <summary>The field for a message, a reason, a question.</summary>
    public const string Message = "message";

    /// <summary>The field in which a person is chosen.</summary>
    public const string Person = "person";

    /// <summary>The field for part of a name.</summary>
    public const string Find = "find";

    /// <summary>Which page of a list.</summary>
    public const string Page = "page";

    /// <summary>
    /// A field's id with the number of the try, and back: clients keep what was typed by the field's id.
    /// </summary>
    public static string Field(string id, int attempt) => attempt == 0 ? id : $"{id}~{attempt}";

    public static string WithoutTry(string field) => field.Split('~')[0];
}
