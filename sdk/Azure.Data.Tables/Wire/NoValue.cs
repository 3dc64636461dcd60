namespace Azure.Data.Tables.Wire;

/// <summary>The row is not there.</summary>
sealed class NoValue<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value =>
        throw new InvalidOperationException("The entity does not exist: look at HasValue first.");

    public override Response GetRawResponse() => response;
}
