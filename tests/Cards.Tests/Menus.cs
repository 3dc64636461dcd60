using OutreachBot.Cards.Elements;
using OutreachBot.Cards.Outreach;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Cards.Tests;

/// <summary>What people may begin and type.</summary>
static class Menus
{
    public static Menu OfAHeadteacher { get; } = For(Some.Headteacher);

    public static Menu OfNothing { get; } = new([], []);

    public static Menu For(Actor viewer) => Menu.For(viewer, [new OutreachCards()]);

    public static Menu Of(bool mayAsk) => mayAsk ? OfAHeadteacher : OfNothing;
}
