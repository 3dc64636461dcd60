using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Workflow.Tests;

public sealed class CaseIdTests
{
    [Fact]
    public void An_id_is_its_bucket_and_five_letters_or_digits() =>
        Assert.Matches("^[0-9]{2}-[0-9A-HJKMNP-TV-Z]{5}$", Some.Id.Value);

    [Fact]
    public void The_same_number_gives_the_same_id() =>
        Assert.Equal(CaseId.From(123_456_789, 16), CaseId.From(123_456_789, 16));

    [Fact]
    public void Numbers_next_to_each_other_lie_in_different_buckets() => Assert.Equal(
        Enumerable.Range(0, 16).Select(number => $"{number:D2}"),
        Enumerable.Range(32, 16).Select(number => CaseId.From((ulong)number, 16).Bucket));

    [Theory]
    [InlineData(0, "00-00000")]
    [InlineData(17, "01-10000")]
    [InlineData(ulong.MaxValue, "15-ZZZZZ")]
    public void An_id_comes_from_any_number(ulong number, string id) =>
        Assert.Equal(id, CaseId.From(number, 16).Value);

    [Theory]
    [InlineData("07-K3QX9", "07-K3QX9")]
    [InlineData(" 07-k3qx9 ", "07-K3QX9")]
    [InlineData("07-oilOI", "07-01101")]
    public void What_people_type_is_understood(string typed, string id)
    {
        Assert.True(CaseId.TryParse(typed, out var parsed));
        Assert.Equal(id, parsed.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("07-K3QX")]
    [InlineData("07-K3QX99")]
    [InlineData("07 K3QX9")]
    [InlineData("O7-K3QX9")]
    [InlineData("07-K3QXU")]
    [InlineData("07-K3Q/9")]
    [InlineData("०७-K3QX9")]
    public void Anything_else_is_no_id(string? typed) => Assert.False(CaseId.TryParse(typed, out _));

    [Fact]
    public void A_persons_key_is_read_back() =>
        Assert.Equal(Some.Teacher.Person.Id, PersonId.Parse(Some.Teacher.Person.Id.Key));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tenant")]
    [InlineData("tenant.")]
    [InlineData(".object")]
    [InlineData("a.b.c")]
    public void Anything_else_is_no_person(string? key) => Assert.Null(PersonId.Parse(key));
}
