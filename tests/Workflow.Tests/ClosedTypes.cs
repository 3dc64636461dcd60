using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Workflow.Tests;

/// <summary>The cases of a closed list: records nested in their base.</summary>
static class ClosedTypes
{
    /// <summary>What may be asked in a request.</summary>
    public static IEnumerable<Type> Commands => Of<Command>().Concat(Of<RequestCommand>());

    /// <summary>What may happen to a request.</summary>
    public static IEnumerable<Type> Events => Of<CaseEvent>().Concat(Of<RequestEvent>());

    static IEnumerable<Type> Of<TBase>() =>
        typeof(TBase).GetNestedTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(TBase)));
}
