
using OutreachBot.Cards.Outreach;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Cards.Tests;

/// <summary>A scenario through somebody's eyes.</summary>
static class Seeing
{
    public static RequestView As(this Scenario given, Actor viewer) => new(given.Request, viewer, given.Facts);

    public static AdaptiveCard SeenBy(this Scenario given, Actor viewer) => CardFor.Request(given.As(viewer))!;
}
