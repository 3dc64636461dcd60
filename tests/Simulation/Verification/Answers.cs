using OutreachBot.Bot.Storage;
using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Simulation.Verification;

/// <summary>What somebody was told about their press.</summary>
/// <param name="Request">The request it was about.</param>
/// <param name="Operation">The press.</param>
/// <param name="By">Who pressed.</param>
/// <param name="Version">The version that the card showed.</param>
/// <param name="Taken">True: it is done. False: it is not, and nothing was written.</param>
public sealed record Answered(CaseId Request, string Operation, PersonId By, int Version, bool Taken);

/// <summary>
/// I9: what was answered with success is in the store for ever; what was refused has left nothing there.
/// </summary>
static class Answers
{
    public static IEnumerable<Violation> Check(
        IReadOnlyDictionary<CaseId, WholeCase> requests, IEnumerable<Answered> answers)
    {
        foreach (var press in answers.GroupBy(answer => (answer.Request, answer.Operation)))
        {
            var whole = requests.GetValueOrDefault(press.Key.Request);
            var written = whole?.Operations.Any(operation => operation.Id == press.Key.Operation) is true;
            if (press.Any(answer => answer.Taken && !WasSo(answer, whole)) && !written)
                yield return new("I9", press.Key.Request.Value, "a press was answered with success and is not there");
            if (press.All(answer => !answer.Taken) && written)
                yield return new("I9", press.Key.Request.Value, "a press was refused and has left something");
        }
    }

    // Pressed on an older card after another had been pressed: it was so already.
    static bool WasSo(Answered answer, WholeCase? whole) =>
        whole?.Events.Any(recorded => recorded.Number > answer.Version && recorded.By.Id == answer.By) is true;
}
