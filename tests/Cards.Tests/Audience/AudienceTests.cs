using OutreachBot.Scenarios.Audience;

namespace OutreachBot.Cards.Tests.Audience;

/// <summary>
/// Every card of every moment, for everybody, held against the table in <c>src/Workflow/Outreach/audience.md</c>.
/// </summary>
public sealed class AudienceTests
{
    static readonly AudienceTable Law = AudienceTable.Law;
    static readonly Lazy<Survey> All = new(() => new Survey());

    [Fact]
    public void Nobody_sees_what_the_table_does_not_give_them() => Assert.True(
        All.Value.Leaks.IsEmpty,
        $"{All.Value.Leaks.Count} leaks, such "
        + $"as\n{string.Join('\n', All.Value.Leaks.Order(StringComparer.Ordinal).Take(20))}");

    [Fact]
    public void Whoever_is_nobody_to_a_request_sees_nothing_at_all() => Assert.Empty(All.Value.ToStrangers);

    // The other way round: a cell that is never needed would hide a leak.
    [Fact]
    public void The_table_gives_nobody_more_than_the_cards_do() => Assert.Empty(
        from cell in Law.Sights
        where !All.Value.First.TryGetValue(cell.Key, out var first) || first != cell.Value.Split(" or ")[0]
        select $"{cell.Key.Id}, {cell.Key.Kind}: {cell.Value}, seen from "
            + $"{All.Value.First.GetValueOrDefault(cell.Key) ?? "never"}");

    [Fact]
    public void Every_piece_of_information_has_its_row_and_every_row_its_piece() => Assert.Equal(
        Canaries.Rows.Order(StringComparer.Ordinal), Law.Seeable.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_question_of_every_form_and_every_event_has_been_looked_for()
    {
        Assert.Empty(Canaries.Unasked(CanaryStory.Facts.Scheme));
        Assert.Empty(Canaries.Unsaid(CanaryStory.States.SelectMany(state => state.Scenario.Events)));
    }

    [Fact]
    public void All_pairs_have_been_looked_at()
    {
        var survey = All.Value;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{CanaryStory.States.Count} states × {Viewers.Everybody.Count} people = {Scene.Pairs} pairs, "
            + $"{survey.Cards} cards drawn.");

        Assert.Equal(Scene.Pairs, survey.Pairs);
        Assert.InRange(survey.Pairs, 100_000, int.MaxValue);
        Assert.InRange(survey.Cards, 50_000, int.MaxValue);
    }
}
