using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AdaptiveCards;

/// <summary>How a property is written: left out at its default, unless the method's name says otherwise.</summary>
static class CardJson
{
    static readonly JsonSerializer AnyObject = JsonSerializer.Create();

    public static void Put(this JsonWriter json, string name, string value)
    {
        if (value is not null)
        {
            json.PutRequired(name, value);
        }
    }

    /// <exception cref="JsonSerializationException">The value is null.</exception>
    public static void PutRequired(this JsonWriter json, string name, string value)
    {
        json.Demand(name, value);
        json.WriteName(name);
        json.WriteValue(value);
    }

    public static void Put(this JsonWriter json, string name, bool value, bool unless = false)
    {
        if (value != unless)
        {
            json.WriteName(name);
            json.WriteValue(value);
        }
    }

    public static void Put(this JsonWriter json, string name, int value)
    {
        if (value != 0)
        {
            json.WriteName(name);
            json.WriteValue(value);
        }
    }

    /// <summary>NaN is the default of a number; 3 is written as 3.0.</summary>
    public static void Put(this JsonWriter json, string name, double value)
    {
        if (!double.IsNaN(value))
        {
            json.WriteName(name);
            json.WriteValue(value);
        }
    }

    public static void Put<T>(this JsonWriter json, string name, T value)
        where T : struct, Enum
    {
        if (!EqualityComparer<T>.Default.Equals(value, default))
        {
            json.PutRequired(name, WireName<T>.Of(value));
        }
    }

    public static void PutAny(this JsonWriter json, string name, object value)
    {
        json.WritePropertyName(name);
        if (value is JToken token)
        {
            token.WriteTo(json);
        }
        else
        {
            AnyObject.Serialize(json, value);
        }
    }

    public static void PutAll(this JsonWriter json, Dictionary<string, object> properties)
    {
        if (properties is null)
        {
            return;
        }
        foreach (var (name, value) in properties)
        {
            json.PutAny(name, value);
        }
    }

    /// <exception cref="JsonSerializationException">The list is null.</exception>
    public static void PutList<T>(this JsonWriter json, string name, List<T> items, Action<T, JsonWriter> write)
    {
        json.Demand(name, items);
        json.WriteName(name);
        json.WriteStartArray();
        foreach (var item in items)
        {
            write(item, json);
        }
        json.WriteEndArray();
    }

    // The names of the schema hold nothing to escape.
    static void WriteName(this JsonWriter json, string name) => json.WritePropertyName(name, escape: false);

    static void Demand(this JsonWriter json, string name, object value)
    {
        if (value is null)
        {
            throw new JsonSerializationException($"A card needs a value for '{name}' at '{json.Path}'.");
        }
    }
}
