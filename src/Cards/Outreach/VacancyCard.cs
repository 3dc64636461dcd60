using AdaptiveCards;
using OutreachBot.Cards.Elements;

namespace OutreachBot.Cards.Outreach;

/// <summary>
/// For a coordinator: the directory names nobody for a post that a request needs. It shows nothing else of the request.
/// </summary>
public static class VacancyCard
{
    public static AdaptiveCard For(RequestView view)
    {
        var posts = Words.List(view.Request.Vacant.Select(RequestWords.Part));
        return Element.Card(
            $"Request {view.Request.Id} needs somebody: {posts}.",
            [
                Element.Small($"{view.Request.Id}"),
                Element.Heading("A post is empty"),
                Element.Noted(view.Note),
                Element.Text($"The directory names nobody for this post: {posts}."),
                Element.Text(
                    "Please bring the directory up to date. The request then goes on by itself. If it is to end "
                    + "instead, the inspector can end it."),
            ],
            []);
    }
}
