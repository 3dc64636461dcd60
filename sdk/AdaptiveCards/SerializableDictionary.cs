namespace AdaptiveCards;

/// <summary>A dictionary that the original can also write as XML; here it is only ever written as JSON.</summary>
public class SerializableDictionary<TKey, TValue> : Dictionary<TKey, TValue>
{
    public SerializableDictionary()
    {
    }

    public SerializableDictionary(IEqualityComparer<TKey> comparer)
        : base(comparer)
    {
    }
}
