using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using OutreachBot.Channel;

namespace OutreachBot.Bot.Tests;

/// <summary>One row of the corpus. <c>Corpus/README.md</c> says what each field means.</summary>
sealed record CorpusCase
{
    public required string Name { get; init; }
    public required string Expect { get; init; }

    public string? Scene { get; init; }
    public string? As { get; init; }
    public string? Drawn { get; init; }
    public string? Says { get; init; }
    public Dictionary<string, string> Typed { get; init; } = [];
    public JsonObject Set { get; init; } = [];
    public string[] Remove { get; init; } = [];
    public string[] Before { get; init; } = [];

    public string? Body { get; init; }
    public string? Sent { get; init; }

    public string[] Authorization { get; init; } = ["Bearer {token}"];
    public Forgery? Token { get; init; }
    public string? ServiceUrl { get; init; }
    public string? Claim { get; init; }

    public int Times { get; init; } = 1;
    public bool NewIds { get; init; }
    public bool AtOnce { get; init; }
    public bool OnTwoInstances { get; init; }
    public string? Against { get; init; }
}

/// <summary>A file of the corpus: cases of one group, that begin in one scene unless they say otherwise.</summary>
sealed record CorpusFile(string Group, string About, string Scene, IReadOnlyList<CorpusCase> Cases)
{
    static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    public static IReadOnlyList<CorpusFile> All { get; } =
        [.. System.IO.Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "BadInput", "Corpus"), "*.json").Order()
            .Select(Read)];

    static CorpusFile Read(string path)
    {
        var file = JsonSerializer.Deserialize<CorpusFile>(File.ReadAllText(path), Format)!;
        return file with { Cases = [.. file.Cases.Select(one => one with { Scene = one.Scene ?? file.Scene })] };
    }
}
