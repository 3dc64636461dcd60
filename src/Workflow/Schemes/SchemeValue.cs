using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Workflow.Schemes;

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
