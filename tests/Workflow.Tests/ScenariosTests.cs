using OutreachBot.Workflow.Outreach;

namespace OutreachBot.Workflow.Tests;

public sealed class ScenariosTests
{
    [Fact]
    public void Every_stage_has_a_scenario() =>
        Assert.Equal(Enum.GetValues<Stage>(), Given.Everything.Values.Select(given => given.Request.Stage).Distinct()
            .Order());
}
