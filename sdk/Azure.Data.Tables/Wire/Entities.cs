namespace Azure.Data.Tables.Wire;

/// <summary>Rows are dictionaries here: classes of one's own, which the original maps by reflection, are not.</summary>
static class Entities
{
    public static TableEntity Of(ITableEntity? entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return entity as TableEntity ?? throw Unsupported(entity.GetType());
    }

    public static T As<T>(TableEntity entity) where T : class, ITableEntity =>
        entity as T ?? throw Unsupported(typeof(T));

    public static void Require<T>()
    {
        if (typeof(T) != typeof(TableEntity)) throw Unsupported(typeof(T));
    }

    static NotSupportedException Unsupported(Type type) =>
        new($"This stand-in for Azure.Data.Tables knows TableEntity only, not {type}.");
}
