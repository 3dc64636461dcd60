using OutreachBot.Workflow.Directory;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Scenarios.Audience;

/// <summary>Who may see and do what, read from <c>audience.md</c>.</summary>
public sealed class AudienceTable
{
    // Behind all stages: seen once there is a payment statement.
    const string End = "end";

    // As the page tells the story of this scheme.
    static readonly Stage[] Order =
    [
        Stage.Drafting, Stage.Approving, Stage.Brokering, Stage.Accepting, Stage.Releasing, Stage.Confirming,
        Stage.Visiting, Stage.Reflecting, Stage.Evaluating, Stage.Closing, Stage.Closed, Stage.Declined,
        Stage.Withdrawn, Stage.Cancelled,
    ];

    static readonly string[] Columns = Enum.GetNames<Kind>();

    AudienceTable(IEnumerable<string> lines)
    {
        string[] header = [];
        foreach (var line in lines)
        {
            if (!line.StartsWith('|')) header = [];
            else if (header is []) header = Split(line);
            else if (!line.StartsWith("| ---", StringComparison.Ordinal)) Add(header.Zip(Split(line)).ToDictionary());
        }
    }

    public static AudienceTable Law { get; } =
        new(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Audience", "audience.md")));

    /// <summary>From when on something may be seen, by its id and by who looks; what is not here never.</summary>
    public Dictionary<(string Id, Kind Kind), string> Sights { get; } = [];

    /// <summary>When something may be done, by its id and by who does it.</summary>
    public Dictionary<(string Id, Kind Kind), (Stage First, Stage Last)> Actions { get; } = [];

    /// <summary>What must be so besides, by the id of what may be done.</summary>
    public Dictionary<string, string> Conditions { get; } = [];

    /// <summary>Who may begin a request: the role, and whether they have a school.</summary>
    public HashSet<(Role Role, bool AtSchool)> Beginners { get; } = [];

    /// <summary>All ids of things to see.</summary>
    public HashSet<string> Seeable { get; } = [];

    public bool MaySee(string id, IEnumerable<Kind> kinds, Request request) =>
        kinds.Any(kind => Sights.TryGetValue((id, kind), out var from) && HasCome(from, request));

    public bool MayDo(string id, IEnumerable<Kind> kinds, Request request) =>
        kinds.Any(kind =>
            Actions.TryGetValue((id, kind), out var when)
            && Place(request.Stage) >= Place(when.First) && Place(request.Stage) <= Place(when.Last));

    static bool HasCome(string cell, Request request) => cell.Split(" or ").Any(
        from => from is End ? request.Payment is not null : Place(Reached(request)) >= Place(Enum.Parse<Stage>(from)));

    /// <summary>How far it has come, or had come when it ended.</summary>
    public static Stage Reached(Request request) => request.IsOver ? request.EndedAt : request.Stage;

    /// <summary>Where a stage comes in the story of this scheme.</summary>
    public static int Place(Stage stage) => Array.IndexOf(Order, stage);

    static string[] Split(string line) => [.. line.Split('|')[1..^1].Select(cell => cell.Trim().Trim('`'))];

    void Add(Dictionary<string, string> row)
    {
        if (row.TryGetValue("role", out var role))
        {
            if (row["at a school"] is "yes") Beginners.Add((Enum.Parse<Role>(role), true));
            if (row["without a school"] is "yes") Beginners.Add((Enum.Parse<Role>(role), false));
            return;
        }

        var filled = Columns.Where(column => row.GetValueOrDefault(column, "").Length > 0)
            .Select(column => (Enum.Parse<Kind>(column), row[column]));
        if (row.TryGetValue("only when", out var condition))
        {
            Conditions.Add(row["id"], condition);
            foreach (var (kind, cell) in filled) Actions.Add((row["id"], kind), Stages(cell));
            return;
        }
        if (!Seeable.Add(row["id"])) throw new InvalidDataException($"Two rows are called {row["id"]}.");
        foreach (var (kind, cell) in filled) Sights.Add((row["id"], kind), cell);
    }

    static (Stage, Stage) Stages(string cell)
    {
        var stages = cell.Split('–').Select(Enum.Parse<Stage>).ToList();
        return (stages[0], stages[^1]);
    }
}
