using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Workflow.Schemes;

/// <summary>
/// Holds what stands in a file to the type that it is read into: every key that nobody knows, every one that is missing
/// and every value of the wrong kind, all in one pass. The library stops at the first.
/// </summary>
static class SchemeShape
{
    /// <param name="root">The file.</param>
    /// <returns>What is wrong, in the order of the file, and the line of each place.</returns>
    public static (List<SchemeMistake> Mistakes, Dictionary<string, int> Lines) Check(FileNode root)
    {
        var (mistakes, lines) = (new List<SchemeMistake>(), new Dictionary<string, int>());
        Visit(root, typeof(Scheme), null, "");
        return (mistakes, lines);

        void Wrong(FileNode node, string place, string what, string toDo) =>
            mistakes.Add(new(place, what, toDo) { Line = node.Line });

        void Visit(FileNode node, Type type, JsonPropertyInfo? key, string place)
        {
            lines.TryAdd(place, node.Line);
            var info = Scheme.FileFormat.GetTypeInfo(type);
            switch (info.Kind)
            {
                case JsonTypeInfoKind.Object when node.Kind is JsonValueKind.Object:
                    Members(node, info, place);
                    break;
                case JsonTypeInfoKind.Enumerable when node.Kind is JsonValueKind.Array:
                    if (node.Items.Count < (Limit<MinLengthAttribute>(key)?.Length ?? 0))
                        Wrong(node, place, "The list is empty.", "Please put at least one thing into it.");
                    foreach (var (index, item) in node.Items.Index())
                        Visit(item, info.ElementType!, key, $"{place}[{item.NameAt(index)}]");
                    break;
                case JsonTypeInfoKind.Dictionary when node.Kind is JsonValueKind.Object:
                    Twice(node, place);
                    foreach (var (name, value) in node.Members)
                        Visit(value, info.ElementType!, null, $"{place}.{name}");
                    break;
                case JsonTypeInfoKind.None:
                    if (SchemeValue.WrongWith(node, type, key) is var (what, toDo)) Wrong(node, place, what, toDo);
                    break;
                default:
                    var isList = info.Kind is JsonTypeInfoKind.Enumerable;
                    Wrong(
                        node, place, isList ? "Here belongs a list." : "Here belong keys with their values.",
                        isList ? "Please put it into [ and ]." : "Please put them into { and }.");
                    break;
            }
        }

        void Members(FileNode node, JsonTypeInfo info, string place)
        {
            Twice(node, place);
            foreach (var (name, value) in node.Members)
            {
                if (info.Properties.FirstOrDefault(property => property.Name == name) is { } property)
                    Visit(value, property.PropertyType, property, Inside(place, name));
                else
                    Wrong(
                        value, Inside(place, name), "There is no such key.",
                        $"Did you mean {Nearness.Nearest(name, info.Properties.Select(one => one.Name))}?");
            }
            foreach (var missing in info.Properties
                .Where(one => IsNeeded(one) && node.Members.All(member => member.Name != one.Name)))
                Wrong(node, Inside(place, missing.Name), "The key is missing.", $"Please add “{missing.Name}”.");
        }

        void Twice(FileNode node, string place)
        {
            foreach (var again in node.Members.GroupBy(member => member.Name).SelectMany(same => same.Skip(1)))
                Wrong(
                    again.Value, Inside(place, again.Name), "The key is there twice.",
                    "Please take one of them out.");
        }
    }

    static bool IsNeeded(JsonPropertyInfo key) =>
        key.IsRequired || key.AssociatedParameter is { HasDefaultValue: false };

    static string Inside(string place, string name) => place.Length == 0 ? name : $"{place}.{name}";

    internal static T? Limit<T>(JsonPropertyInfo? key) where T : Attribute =>
        key?.AttributeProvider?.GetCustomAttributes(typeof(T), inherit: true).OfType<T>().FirstOrDefault();
}

/// <summary>A single value of a scheme's file.</summary>
static class SchemeValue
{
    /// <summary>What is wrong with it, and what mends it. Null: nothing.</summary>
    public static (string What, string ToDo)? WrongWith(FileNode node, Type type, JsonPropertyInfo? key)
    {
        var kind = Nullable.GetUnderlyingType(type) ?? type;
        if (kind.IsEnum) return OneOf(node, kind);
        if (kind == typeof(bool))
            return node.Kind is JsonValueKind.True or JsonValueKind.False ? null
                : ("Here belongs yes or no.", "Please write true or false.");
        return kind == typeof(string) ? Text(node, key) : Number(node, kind, key);
    }

    static (string, string)? OneOf(FileNode node, Type kind)
    {
        string[] words = [.. Enum.GetNames(kind).Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];
        return node.Kind is not JsonValueKind.String
                ? ("Here belongs a word.", $"Please write one of these: {string.Join(", ", words)}.")
            : words.Contains(node.Text) ? null
            : ($"“{node.Text}” is none of the words that are known here.",
                $"Did you mean {Nearness.Nearest(node.Text, words)}?");
    }

    static (string, string)? Text(FileNode node, JsonPropertyInfo? key) =>
        node.Kind is not JsonValueKind.String ? ("Here belongs a text.", "Please put it into quotation marks.")
        : SchemeShape.Limit<MinLengthAttribute>(key) is { Length: > 0 } && node.Text.Trim().Length == 0
            ? ("The text is empty.", "Please write it.")
        : SchemeShape.Limit<RegularExpressionAttribute>(key) is { } rule && !Regex.IsMatch(node.Text, rule.Pattern)
            ? ($"“{node.Text}” is no name of the kind that is kept.",
                "Please use small letters and digits, with single hyphens between them.")
        : null;

    static (string, string)? Number(FileNode node, Type kind, JsonPropertyInfo? key)
    {
        if (node.Kind is not JsonValueKind.Number)
            return ("Here belongs a number.", "Please write digits, without quotation marks.");
        if (!decimal.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return ("The number is too long.", "Please write a shorter one.");
        var isWhole = number == decimal.Truncate(number) && node.Text.All(one => one is '-' or (>= '0' and <= '9'));
        if (kind == typeof(int) && !isWhole)
            return ("Here belongs a whole number.", "Please leave the fraction out.");
        if (kind == typeof(int) && number is < int.MinValue or > int.MaxValue)
            return ("The number is too large.", "Please write a smaller one.");
        return SchemeShape.Limit<RangeAttribute>(key) is { Minimum: int least, Maximum: int most }
            && (number < least || number > most)
                ? ($"{node.Text} is not between {least} and {most}.", "Please correct the number.")
                : null;
    }
}
