using System.Text;
using System.Text.Json;

namespace OutreachBot.Workflow.Schemes;

/// <summary>A piece of JSON and the line on which it begins, which the library's own document does not keep.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Line">As an editor counts.</param>
sealed record FileNode(JsonValueKind Kind, int Line)
{
    /// <summary>A text, or a number as it is written.</summary>
    public string Text { get; init; } = "";

    public List<(string Name, FileNode Value)> Members { get; } = [];

    public List<FileNode> Items { get; } = [];

    /// <summary>How it is told from others of its list: by its id, or by its number from one on.</summary>
    public string NameAt(int index) =>
        Members.Find(member => member.Name is "id" && member.Value.Kind is JsonValueKind.String).Value?.Text
            is { Length: > 0 } id ? id : $"{index + 1}";

    /// <exception cref="JsonException">It is no JSON.</exception>
    public static FileNode Read(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes, new()
        {
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
        });
        reader.Read();
        var (line, counted) = (1, 0L);
        var root = Node(ref reader);
        reader.Read();
        return root;

        int Line(long until)
        {
            line += bytes.AsSpan((int)counted, (int)(until - counted)).Count((byte)'\n');
            counted = until;
            return line;
        }

        FileNode Node(ref Utf8JsonReader at)
        {
            var node = new FileNode(KindOf(at.TokenType), Line(at.TokenStartIndex))
            {
                Text = at.TokenType is JsonTokenType.String ? at.GetString()!
                    : at.TokenType is JsonTokenType.Number ? Encoding.UTF8.GetString(at.ValueSpan)
                    : "",
            };
            if (node.Kind is JsonValueKind.Array)
                while (at.Read() && at.TokenType is not JsonTokenType.EndArray) node.Items.Add(Node(ref at));
            if (node.Kind is JsonValueKind.Object)
                while (at.Read() && at.TokenType is not JsonTokenType.EndObject)
                {
                    var name = at.GetString()!;
                    at.Read();
                    node.Members.Add((name, Node(ref at)));
                }
            return node;
        }
    }

    static JsonValueKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => JsonValueKind.Object,
        JsonTokenType.StartArray => JsonValueKind.Array,
        JsonTokenType.String => JsonValueKind.String,
        JsonTokenType.Number => JsonValueKind.Number,
        JsonTokenType.True => JsonValueKind.True,
        JsonTokenType.False => JsonValueKind.False,
        _ => JsonValueKind.Null,
    };
}
