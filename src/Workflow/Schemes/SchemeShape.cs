using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
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
