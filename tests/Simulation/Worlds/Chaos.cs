namespace OutreachBot.Simulation;

/// <summary>Faults at random, each as often as it is told, from one seed.</summary>
/// <param name="Storage">How many of a thousand calls to storage go wrong.</param>
/// <param name="Connector">The same for the connector and for tokens.</param>
/// <param name="Deaths">How many of a thousand calls kill the instance.</param>
public sealed class Chaos(int seed, double Storage = 30, double Connector = 60, double Deaths = 1)
{
    readonly Random random = new(seed);

    /// <summary>How many things went wrong.</summary>
    public int Faults { get; private set; }

    public int Kills { get; private set; }

    /// <summary>How often the answer was 429.</summary>
    public int Throttles { get; private set; }

    public Fate? Of(Call call)
    {
        if (random.NextDouble() * 1000 < Deaths)
        {
            (Kills, Faults) = (Kills + 1, Faults + 1);
            return new Fate.Killed(random.Next(2) == 0);
        }
        if (random.NextDouble() * 1000 >= (call.Kind is CallKind.Storage ? Storage : Connector)) return null;

        Faults++;
        return call.Kind switch
        {
            CallKind.Storage => OfStorage(call),
            CallKind.Connector => OfConnector(),
            _ => random.Next(2) == 0 ? new Fate.Refused() : new Fate.Answered(500, "Busy"),
        };
    }

    Fate.Answered Throttle()
    {
        Throttles++;
        return new(429, "TooManyRequests", RetryAfter: 1 + random.Next(30));
    }

    Fate OfStorage(Call call) => random.Next(8) switch
    {
        0 => new Fate.Refused(),
        1 or 2 => new Fate.AnswerLost(),
        3 => new Fate.Unanswered(null),
        4 => new Fate.Unanswered(TimeSpan.FromSeconds(random.NextDouble() * 30)),
        5 when call.IsTransaction => new Fate.Answered(412, "UpdateConditionNotSatisfied", TakesEffect: true),
        6 => new Fate.Slow(TimeSpan.FromSeconds(random.NextDouble() * 2.5)),
        _ => new Fate.Answered(503, "ServerBusy"),
    };

    Fate OfConnector() => random.Next(12) switch
    {
        0 => new Fate.Refused(),
        1 => new Fate.AnswerLost(),
        2 => new Fate.Unanswered(null),
        3 => new Fate.Unanswered(TimeSpan.FromSeconds(random.NextDouble() * 30)),
        4 => Throttle(),
        5 => new Fate.Answered(412, "PreconditionFailed"),
        6 => new Fate.Answered(500, "ServiceError"),
        7 => new Fate.Answered(502, "BadGateway", TakesEffect: true),
        8 => new Fate.Answered(503, "ServiceUnavailable"),
        9 => new Fate.Answered(504, "GatewayTimeout", TakesEffect: random.Next(2) == 0),
        10 => new Fate.Slow(TimeSpan.FromSeconds(random.NextDouble() * 5)),
        _ => random.Next(4) == 0
            ? new Fate.Answered(403, "MessageWritesBlocked")
            : new Fate.Answered(408, "RequestTimeout"),
    };
}
