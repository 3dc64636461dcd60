using OutreachBot.Bot.Tests;
using OutreachBot.Cards.Elements;
using OutreachBot.EndToEnd.Tests;

namespace OutreachBot.Cards.Tests.Pictures;

/// <summary>
/// The pictures in <c>docs/pictures</c>. To take them anew: <c>PICTURES=1 dotnet test --project tests/Cards.Tests</c>,
/// then look at each.
/// </summary>
public sealed class PicturesTests(Browser browser)
{
    const int Phone = 360;
    const int Desktop = 480;
    const int MostBytes = 60 * 1024;

    static readonly string Folder = Path.Combine(Repository.Root, "docs", "pictures");

    static readonly Picture[] Pictures =
    [
        new("form-1-phone", Phone, () => Given.ADraft.SeenBy(Some.Headteacher)),
        new("approval-phone", Phone, () => Given.AFirstFormToApprove.SeenBy(Some.Headteacher)),
        new("release-phone", Phone, () => Given.ARelease.SeenBy(Some.ProvidingHeadteacher)),
        new("release-phone-dark", Phone, () => Given.ARelease.SeenBy(Some.ProvidingHeadteacher), "dark"),
        new("consent-phone", Phone, () => Given.ARequestWithTheInspector.SeenBy(Some.Teacher)),
        new("record-phone", Phone, () => Given.AProgramme.SeenBy(Some.LeadingTeacher)),
        new("inspector-desktop", Desktop, () => Given.ARequestTheTeacherAgreedTo.SeenBy(Some.Inspector)),
        new("mistakes-desktop", Desktop, () => Mistakes.Named("form1: days in words and 31 February").Drawn),
        new("form-2-desktop", Desktop, () => Given.AForm2ToSign.SeenBy(Some.Headteacher)),
        new("payment-desktop", Desktop, () => Given.AClosedRequest.SeenBy(Some.Headteacher)),
        new("tasks-desktop", Desktop, () => ListCard.Tasks(
            [Given.AForm2ToSign.As(Some.Headteacher), Given.AnEvaluation.As(Some.Headteacher)], Menus.OfAHeadteacher)),
    ];

    [Fact]
    public async Task Every_picture_in_the_documents_is_taken_here_and_is_small()
    {
        if (Environment.GetEnvironmentVariable("PICTURES") is "1") await TakeAsync();

        // The rehearsal's own picture is taken by the tests that play in it.
        FileInfo[] files = [.. new DirectoryInfo(Folder).GetFiles().Where(file => file.Name != "rehearsal.png")];
        Assert.Equal(
            Pictures.Select(picture => $"{picture.Name}.png").Order(), files.Select(file => file.Name).Order());
        Assert.All(files, file => Assert.InRange(file.Length, 1, MostBytes));
    }

    async Task TakeAsync()
    {
        Directory.CreateDirectory(Folder);
        foreach (var pictures in Pictures.GroupBy(picture => picture.Width))
        {
            var page = await CardPage.OpenAsync(browser, pictures.Key);
            foreach (var (name, _, card, theme) in pictures)
                await File.WriteAllBytesAsync(
                    Path.Combine(Folder, $"{name}.png"), await page.PictureAsync(card().ToJson(), theme));
        }
    }

    sealed record Picture(string Name, int Width, Func<AdaptiveCard> Card, string Theme = "light");
}
