using OutreachBot.Workflow.Directory;

namespace OutreachBot.Bot.Tests;

// Names as people type them.
public sealed class TypedNamesTests
{
    static readonly Person[] People =
        [.. new[]
        {
            "Harriet O'Sullivan",
            "Zoë Lanyon",
            "Frances Cartmell",
            "Joanne Entwistle",
            "Siân Jones",
            "Ann Jones",
            "Anne-Marie Lee",
            "Mary Lee"
        }
            .Select((name, index) => new Person(new("t", $"{index}"), name))];

    [Theory]
    [InlineData("Harriet O\u2019Sullivan and Zoë Lanyon", "Harriet O'Sullivan, Zoë Lanyon")]
    [InlineData("zoe lanyon", "Zoë Lanyon")]
    [InlineData("Lanyon, Harriet O\u02BCSullivan please", "Harriet O'Sullivan, Zoë Lanyon")]
    [InlineData("OSullivan", "Harriet O'Sullivan")]
    [InlineData("Cartmell", "Frances Cartmell")]
    [InlineData("Lanyon Zoe", "Zoë Lanyon")]
    [InlineData("Sian Jones", "Siân Jones")]
    [InlineData("Sia\u0302n Jones", "Siân Jones")]
    [InlineData("anne\u2011marie lee", "Anne-Marie Lee")]
    [InlineData("Anne Marie", "Anne-Marie Lee")]
    [InlineData("not Frances Cartmell but Joanne Entwistle", "Joanne Entwistle")]
    [InlineData("Joanne Entwistle, not Frances Cartmell", "Joanne Entwistle")]
    [InlineData("Joanne Entwistle instead of Frances Cartmell", "Joanne Entwistle")]
    public void Who_is_meant(string written, string meant)
    {
        var names = TypedNames.Read(People, written);

        Assert.Null(names.Unclear);
        Assert.Equal(meant.Split(", ").Order(), names.People.Select(person => person.Name).Order());
    }

    [Theory]
    [InlineData("Jones", "Siân Jones or Ann Jones")]
    [InlineData("Lee", "Anne-Marie Lee or Mary Lee")]
    [InlineData("Zoë Lanyon and Nobody Atall", "nobody atall")]
    [InlineData("Smith", "smith")]
    [InlineData("", "write the name")]
    [InlineData("not Frances Cartmell", "write the name")]
    public void What_is_not_clear_is_said_and_nobody_is_meant(string written, string said)
    {
        var names = TypedNames.Read(People, written);

        Assert.Empty(names.People);
        Assert.Contains(said, names.Unclear, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Two_who_differ_by_an_accent_alone_are_told_apart_by_it()
    {
        Person[] people = [new(new("t", "1"), "Siân Jones"), new(new("t", "2"), "Sian Jones")];

        Assert.Equal("1", Assert.Single(TypedNames.Read(people, "Siân Jones").People).Id.Object);
        Assert.Equal("2", Assert.Single(TypedNames.Read(people, "Sian Jones").People).Id.Object);
    }

    [Fact]
    public void Two_of_one_name_are_nobody() =>
        Assert.NotNull(
            TypedNames.Read([new(new("t", "1"), "Ann Lee"), new(new("t", "2"), "Ann Lee")], "Ann Lee").Unclear);
}
