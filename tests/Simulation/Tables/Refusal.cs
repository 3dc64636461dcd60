namespace OutreachBot.Simulation.Tables;

/// <summary>What the service refuses, with its status and code.</summary>
sealed class Refusal(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    public string Code => code;

    /// <summary>Which action of a transaction it is about.</summary>
    public int? Action { get; init; }

    public string Json =>
        "{\"odata.error\":{\"code\":\"" + code + "\",\"message\":{\"lang\":\"en-US\",\"value\":\""
        + (Action is { } index ? $"{index}:" : "") + Message + "\"}}}";

    public Refusal At(int index) => new(status, code, Message) { Action = index };

    public static Refusal NoSuchRow() => new(404, "ResourceNotFound", "The specified resource does not exist.");

    public static Refusal RowExists() => new(409, "EntityAlreadyExists", "The specified entity already exists.");

    public static Refusal Changed() =>
        new(412, "UpdateConditionNotSatisfied", "The update condition specified in the request was not satisfied.");

    public static Refusal NoSuchTable() => new(404, "TableNotFound", "The table specified does not exist.");

    public static Refusal Invalid(string what) => new(400, "InvalidInput", what);
}
