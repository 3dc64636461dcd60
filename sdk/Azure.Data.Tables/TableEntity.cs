using System.Collections;

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

    public TableEntity(IDictionary<string, object?> values) => Properties = new(values);

    // Most rows have some keys, a version and a handful of properties.
    internal Dictionary<string, object?> Properties { get; } = new(capacity: 10);

    public string PartitionKey
    {
        get => GetString(nameof(PartitionKey))!;
        set => Properties[nameof(PartitionKey)] = value;
    }

    public string RowKey
    {
        get => GetString(nameof(RowKey))!;
        set => Properties[nameof(RowKey)] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(TimestampName);
        set => Properties[TimestampName] = value;
    }

    public ETag ETag
    {
        get => GetString(ETagName) is { Length: > 0 } etag ? new(etag) : default;
        set => Properties[ETagName] = value.ToString();
    }

    /// <summary>Null for a property that the row lacks. A long or double stays one when an int is set.</summary>
    public object? this[string key]
    {
        get => Properties.GetValueOrDefault(key);
        set => Properties[key] = (value, Properties.GetValueOrDefault(key)) switch
        {
            (int number, long) => (long)number,
            (int number, double) => (double)number,
            _ => value
        };
    }

    public ICollection<string> Keys => Properties.Keys;

    public int Count => Properties.Count;

    ICollection<object?> IDictionary<string, object?>.Values => Properties.Values;

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

    public void Add(string key, object? value) => Properties.Add(key, value);

    public bool ContainsKey(string key) => Properties.ContainsKey(key);

    public bool Remove(string key) => Properties.Remove(key);

    public bool TryGetValue(string key, out object? value) => Properties.TryGetValue(key, out value);

    public void Clear() => Properties.Clear();

    void ICollection<KeyValuePair<string, object?>>.Add(KeyValuePair<string, object?> item) =>
        Properties.Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object?>>.Contains(KeyValuePair<string, object?> item) =>
        Properties.Contains(item);

    void ICollection<KeyValuePair<string, object?>>.CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object?>>)Properties).CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object?>>.Remove(KeyValuePair<string, object?> item) =>
        ((ICollection<KeyValuePair<string, object?>>)Properties).Remove(item);

    IEnumerator<KeyValuePair<string, object?>> IEnumerable<KeyValuePair<string, object?>>.GetEnumerator() =>
        Properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Properties.GetEnumerator();

    T? Get<T>(string key) where T : class => this[key] is { } value ? value as T ?? throw Mismatch<T>(value) : null;

    T? GetValue<T>(string key) where T : struct =>
        this[key] is { } value ? value is T typed ? typed : throw Mismatch<T>(value) : null;

    static InvalidOperationException Mismatch<T>(object value) =>
        new($"Cannot return {typeof(T).Name} for a property of type {value.GetType().Name}.");
}
