namespace OutreachBot.Workflow.Tests;

/// <summary>The cases of a closed list: records nested in their base.</summary>
static class Cases
{
    public static IEnumerable<Type> Of<TBase>() =>
        typeof(TBase).GetNestedTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(TBase)));
}
