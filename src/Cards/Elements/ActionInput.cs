using System.Globalization;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Cards.Elements;

/// <summary>What a press brought with it. None of it is trusted.</summary>
/// <param name="Carried">What its button carried, by the names of <see cref="ActionData"/>.</param>
/// <param name="Typed">What stood in the fields, by the question's id, as it was typed.</param>
public sealed record ActionInput(IReadOnlyDictionary<string, string> Carried, Answers Typed)
{
    public string Form => Text(ActionData.Form);

    public string Message => Typed.Text(ActionData.Message);

    public string Text(string name) => Carried.GetValueOrDefault(name, "");

    public int? Number(string name) =>
        int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
