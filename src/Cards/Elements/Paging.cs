using AdaptiveCards;

namespace OutreachBot.Cards.Elements;

/// <summary>One page of a list, and the button that turns it.</summary>
/// <param name="Shown">What stands on the page.</param>
/// <param name="Page">Its number, from 1.</param>
/// <param name="Pages">How many there are.</param>
sealed record Paging<T>(IReadOnlyList<T> Shown, int Page, int Pages)
{
    /// <param name="all">The whole list.</param>
    /// <param name="most">How many a page holds.</param>
    /// <param name="asked">Which page; beyond the last is the last.</param>
    public static Paging<T> Of(IReadOnlyList<T> all, int most, int asked)
    {
        var pages = Math.Max(1, (all.Count + most - 1) / most);
        var page = Math.Clamp(asked, 1, pages);
        return new([.. all.Skip((page - 1) * most).Take(most)], page, pages);
    }

    /// <summary>Null: there is nothing to turn.</summary>
    public AdaptiveAction? Turn(string verb) =>
        Page < Pages
            ? Buttons.Paging("More", verb, Page + 1)
            : Pages > 1 ? Buttons.Paging("First page", verb, 1)
            : null;

    /// <summary>Null: there is one page.</summary>
    /// <param name="verb">What is typed to turn it.</param>
    /// <param name="order">How the list is sorted, such as ", the most urgent first".</param>
    public AdaptiveElement? Line(string verb, string order = "") =>
        Pages > 1
            ? Element.Small($"Page {Page} of {Pages}{order}. No buttons? Type: {verb} page {(Page % Pages) + 1}")
            : null;
}
