using OutreachBot.Workflow.Directory;

namespace OutreachBot.Workflow.Cases;

/// <summary>Somebody whose turn it is, and the version of the case at which it became theirs.</summary>
public abstract record Turn(Person Person, int Since);

/// <summary>The same with the part in which they act, of those that their workflow has.</summary>
public sealed record Turn<TPart>(TPart Part, Person Person, int Since) : Turn(Person, Since)
    where TPart : struct, Enum;
