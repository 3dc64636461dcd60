using AdaptiveCards;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Cards.Elements;

/// <summary>A case's forms, as one viewer writes and reads them.</summary>
public abstract class FormViews
{
    /// <summary>Of a workflow that has no forms.</summary>
    public static FormViews None { get; } = new NoForms();

    /// <summary>A form as this case asks it. Null: it has none of that name.</summary>
    public abstract Form? Find(string key);

    /// <summary>Whether the viewer may write and send it now.</summary>
    public abstract bool MayWrite(string key);

    /// <summary>What may be chosen for a question; nothing where nothing is to be chosen.</summary>
    public abstract IReadOnlyList<Option> Offered(Question question);

    /// <summary>What stands in a field that nobody has written in yet.</summary>
    public virtual string Default(Question question, string key) => "";

    /// <summary>What stands around a form while it is written.</summary>
    public virtual FormSurroundings Around(string key) => new();

    /// <summary>The keys of the forms that the viewer may read, in the order of the case.</summary>
    public abstract IReadOnlyList<string> Readable { get; }

    /// <summary>What a form is called: "Form 1".</summary>
    public abstract string Title(string key);

    /// <summary>What was sent.</summary>
    public abstract Answers Sent(string key);

    /// <summary>Whether the viewer may read the answer to this question.</summary>
    public virtual bool MayRead(Question question, string key) => true;

    /// <summary>A button beside a form that is read. Null: none.</summary>
    public virtual AdaptiveAction? BesideReading(string key) => null;

    sealed class NoForms : FormViews
    {
        public override IReadOnlyList<string> Readable => [];

        public override Form? Find(string key) => null;

        public override bool MayWrite(string key) => false;

        public override IReadOnlyList<Option> Offered(Question question) => [];

        public override string Title(string key) => key;

        public override Answers Sent(string key) => Answers.None;
    }
}

/// <summary>What a workflow puts around a form while it is written.</summary>
public sealed record FormSurroundings
{
    /// <summary>On the first step: why it is to be written again.</summary>
    public AdaptiveElement? WhyAgain { get; init; }

    /// <summary>On every step.</summary>
    public AdaptiveElement? Note { get; init; }

    /// <summary>On the first step, where there is room: what the writer should have in mind.</summary>
    public IReadOnlyList<AdaptiveElement?> Background { get; init; } = [];

    /// <summary>Before a promise that is to be ticked: what is promised.</summary>
    public IReadOnlyList<AdaptiveElement> Promised { get; init; } = [];

    /// <summary>On the review.</summary>
    public AdaptiveElement? Review { get; init; }

    /// <summary>Buttons besides those that turn the steps.</summary>
    public IReadOnlyList<AdaptiveAction?> Buttons { get; init; } = [];
}
