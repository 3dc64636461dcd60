namespace Microsoft.Bot.Builder;

/// <summary>What belongs to one turn, by key or by type.</summary>
public class TurnContextStateCollection : Dictionary<string, object>, IDisposable
{
    /// <returns>The value, or the default when there is none of that type.</returns>
    public T Get<T>(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return TryGetValue(key, out var value) && value is T typed ? typed : default;
    }

    public T Get<T>() => Get<T>(typeof(T).FullName);

    /// <exception cref="ArgumentException">There is one already.</exception>
    public void Add<T>(string key, T value)
    {
        ArgumentNullException.ThrowIfNull(key);
        base.Add(key, value);
    }

    public void Add<T>(T value) => Add(typeof(T).FullName, value);

    public void Set<T>(string key, T value)
    {
        ArgumentNullException.ThrowIfNull(key);
        this[key] = value;
    }

    public void Set<T>(T value) => Set(typeof(T).FullName, value);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        foreach (var value in Values)
            (value as IDisposable)?.Dispose();
    }
}
