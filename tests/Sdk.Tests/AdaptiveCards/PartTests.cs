using System.Collections;
using AdaptiveCards;
using Newtonsoft.Json.Linq;

namespace OutreachBot.Sdk.Tests.AdaptiveCards;

public sealed class PartTests
{
    public static TheoryData<string> Names => [.. Parts.Bare.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_part_with_nothing_set_leaves_its_defaults_out(string name) =>
        CardText.AssertSame(CardText.Recorded("bare")[name]!, CardText.Written(Parts.Bare[name]));

    [Theory, MemberData(nameof(Names))]
    public void A_part_with_everything_set_is_written_in_full(string name) =>
        CardText.AssertSame(CardText.Recorded("full")[name]!, CardText.Written(Parts.Full[name]));

    [Theory, MemberData(nameof(Names))]
    public void No_property_of_a_part_is_forgotten(string name)
    {
        var bare = CardText.Written(Parts.Bare[name]);
        foreach (var property in Parts.Bare[name].GetType().GetProperties())
        {
            // Copied into a part of its own, since the bare ones are shared by the tests.
            var part = Activator.CreateInstance(Parts.Bare[name].GetType())!;
            foreach (var other in part.GetType().GetProperties())
            {
                other.SetValue(part, other.GetValue(Parts.Bare[name]));
            }
            property.SetValue(part, Another(property.PropertyType, property.GetValue(part)));
            Assert.False(JToken.DeepEquals(bare, CardText.Written(part)), property.Name);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void The_type_comes_first(string name)
    {
        if (Parts.Bare[name] is AdaptiveTypedElement or AdaptiveInline)
        {
            Assert.Equal("type", ((JObject)CardText.Written(Parts.Full[name])).Properties().First().Name);
        }
    }

    static object Another(Type type, object? value) => type switch
    {
        _ when type == typeof(string) || type == typeof(object) => """{"another":1}""",
        _ when type == typeof(bool) => !(bool)value!,
        _ when type == typeof(int) => 7,
        _ when type == typeof(double) => 7.5,
        _ when type == typeof(AdaptiveSchemaVersion) => new AdaptiveSchemaVersion(1, 1),
        _ when type == typeof(SerializableDictionary<string, object>) =>
            new SerializableDictionary<string, object> { ["another"] = 1 },
        _ when (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } kind => Enum.GetValues(kind).GetValue(1)!,
        _ => ListOfOne(type),
    };

    static IList ListOfOne(Type type)
    {
        var list = (IList)Activator.CreateInstance(type)!;
        var item = type.GetGenericArguments()[0];
        var fitting = Parts.Bare.Values.FirstOrDefault(part => part.GetType() == item)
            ?? Parts.Bare.Values.FirstOrDefault(item.IsInstanceOfType);
        list.Add(fitting ?? "29:one");
        return list;
    }
}
