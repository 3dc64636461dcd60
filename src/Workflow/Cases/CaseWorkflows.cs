using System.Collections.Frozen;

namespace OutreachBot.Workflow.Cases;

/// <summary>All workflows of this bot, and which of them something stored belongs to.</summary>
public sealed class CaseWorkflows
{
    readonly FrozenDictionary<string, CaseWorkflow> byName;
    readonly FrozenDictionary<Type, CaseWorkflow> byCase;
    readonly FrozenDictionary<string, Type> events;
    readonly FrozenDictionary<Type, CaseWorkflow> byEvent;

    /// <exception cref="InvalidOperationException">Two workflows claim the same name, case or event.</exception>
    public CaseWorkflows(IReadOnlyList<CaseWorkflow> all)
    {
        All = all;
        byName = Ownership.Of<CaseWorkflow, string>(
            "the name", all, workflow => [workflow.Name], workflow => workflow.Name);
        byCase = Ownership.Of<CaseWorkflow, Type>(
            "the case", all, workflow => [workflow.CaseType], workflow => workflow.Name);
        byEvent = Ownership.Of("the event", all, workflow => workflow.Events, workflow => workflow.Name);
        var names = Ownership.Of(
            "the event", all, workflow => workflow.Events.Select(type => type.Name), workflow => workflow.Name);
        if (names.GetValueOrDefault(nameof(CaseEvent.StepSaved)) is { } taken)
            throw new InvalidOperationException(
                $"{taken.Name} claims the event {nameof(CaseEvent.StepSaved)}, which all workflows share.");
        events = all.SelectMany(workflow => workflow.Events).Append(typeof(CaseEvent.StepSaved))
            .ToFrozenDictionary(type => type.Name);
    }

    public IReadOnlyList<CaseWorkflow> All { get; }

    /// <summary>Null: this version has no workflow of that name.</summary>
    public CaseWorkflow? Find(string name) => byName.GetValueOrDefault(name);

    public CaseWorkflow Of(Case one) => byCase[one.GetType()];

    /// <summary>The workflow that records this as the first event of a case.</summary>
    public CaseWorkflow StartedBy(CaseEvent first) => byEvent[first.GetType()];

    /// <summary>The event of that name. Null: this version does not know it.</summary>
    public Type? Event(string name) => events.GetValueOrDefault(name);
}
