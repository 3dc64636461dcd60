using System.Collections;
using System.Runtime.InteropServices;

namespace Azure.Data.Tables;

/// <summary>
/// A row as a dictionary. Values are string, bool, int, long, double, Guid, DateTime (UTC), DateTimeOffset, byte[] or
/// BinaryData; null means that the row has no such property. Keys, timestamp and ETag are entries like the others.
/// </summary>
public sealed class TableEntity : ITableEntity, IDictionary<string, object?>
{
    internal const string ETagName = "odata.etag";
    internal const string TimestampName = "Timestamp";

    public TableEntity()
    {
    }

    public TableEntity(string partitionKey, string rowKey) => (PartitionKey, RowKey) = (partitionKey, rowKey);

    public TableEntity(IDictionary<string, object?> values) => fields = [.. values];

    // Rows have a handful of properties: a list is looked through sooner than a dictionary is made.
    readonly List<KeyValuePair<string, object?>> fields = new(capacity: 8);

    internal ReadOnlySpan<KeyValuePair<string, object?>> Fields => CollectionsMarshal.AsSpan(fields);

    public string PartitionKey
    {
        get => GetString(nameof(PartitionKey))!;
        set => Set(nameof(PartitionKey), value);
    }

    public string RowKey
    {
        get => GetString(nameof(RowKey))!;
        set => Set(nameof(RowKey), value);
    }

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(TimestampName);
        set => Set(TimestampName, value);
    }

    public ETag ETag
    {
        get => GetString(ETagName) is { Length: > 0 } etag ? new(etag) : default;
        set => Set(ETagName, value.ToString());
    }

    /// <summary>Null for a property that the row lacks. A long or double stays one when an int is set.</summary>
    public object? this[string key]
    {
        get => TryGetValue(key, out var value) ? value : null;
        set => Set(key, (value, this[key]) switch
        {
            (int number, long) => (long)number,
            (int number, double) => (double)number,
            _ => value
        });
    }

    public ICollection<string> Keys => fields.ConvertAll(one => one.Key);

    public int Count => fields.Count;

    ICollection<object?> IDictionary<string, object?>.Values => fields.ConvertAll(one => one.Value);

    bool ICollection<KeyValuePair<string, object?>>.IsReadOnly => false;

    public string? GetString(string key) => Get<string>(key);

    public BinaryData? GetBinaryData(string key) =>
        this[key] is byte[] bytes ? BinaryData.FromBytes(bytes) : Get<BinaryData>(key);

    public byte[]? GetBinary(string key) => this[key] is BinaryData data ? data.ToArray() : Get<byte[]>(key);

    public bool? GetBoolean(string key) => GetValue<bool>(key);

    /// <summary>In UTC.</summary>
    public DateTime? GetDateTime(string key) =>
        this[key] is DateTimeOffset time ? time.UtcDateTime : GetValue<DateTime>(key);

    public DateTimeOffset? GetDateTimeOffset(string key) =>
        this[key] is DateTime time ? new DateTimeOffset(time) : GetValue<DateTimeOffset>(key);

    public double? GetDouble(string key) => GetValue<double>(key);

    public Guid? GetGuid(string key) => GetValue<Guid>(key);

    public int? GetInt32(string key) => GetValue<int>(key);

    public long? GetInt64(string key) => GetValue<long>(key);

    /// <exception cref="ArgumentException">There is such a property already.</exception>
    public void Add(string key, object? value)
    {
        if (ContainsKey(key)) throw new ArgumentException($"The row has a property {key} already.", nameof(key));
        fields.Add(new(key, value));
    }

    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    public bool Remove(string key)
    {
        if (IndexOf(key) is not (>= 0 and var index)) return false;
        fields.RemoveAt(index);
        return true;
    }

    public bool TryGetValue(string key, out object? value)
    {
        var index = IndexOf(key);
        value = index >= 0 ? fields[index].Value : null;
        return index >= 0;
    }

    public void Clear() => fields.Clear();

    void ICollection<KeyValuePair<string, object?>>.Add(KeyValuePair<string, object?> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object?>>.Contains(KeyValuePair<string, object?> item) => fields.Contains(item);

    void ICollection<KeyValuePair<string, object?>>.CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex) =>
        fields.CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object?>>.Remove(KeyValuePair<string, object?> item) =>
        ((ICollection<KeyValuePair<string, object?>>)this).Contains(item) && Remove(item.Key);

    IEnumerator<KeyValuePair<string, object?>> IEnumerable<KeyValuePair<string, object?>>.GetEnumerator() =>
        fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => fields.GetEnumerator();

    /// <summary>Sets it as it is; the service's own answer is right about every type.</summary>
    internal void Set(string key, object? value)
    {
        if (IndexOf(key) is >= 0 and var index) fields[index] = new(key, value);
        else fields.Add(new(key, value));
    }

    int IndexOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var all = Fields;
        for (var index = 0; index < all.Length; index++)
            if (all[index].Key == key) return index;
        return -1;
    }

    T? Get<T>(string key) where T : class => this[key] is { } value ? value as T ?? throw Mismatch<T>(value) : null;

    T? GetValue<T>(string key) where T : struct =>
        this[key] is { } value ? value is T typed ? typed : throw Mismatch<T>(value) : null;

    static InvalidOperationException Mismatch<T>(object value) =>
        new($"Cannot return {typeof(T).Name} for a property of type {value.GetType().Name}.");
}
