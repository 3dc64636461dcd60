using System.Text.Json;
using OutreachBot.Workflow.Forms;

namespace OutreachBot.Workflow.Tests;

public sealed class AnswersTests
{
    [Fact]
    public void Answers_are_equal_when_they_say_the_same()
    {
        var one = Some.Of(("a", "1"), ("b", "2"));
        var other = Some.Of(("b", "2"), ("a", "1"));

        Assert.True(one.Equals(other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.False(one.Equals(other.With(("b", "3"))));
        Assert.False(one.Equals(other.With(("b", ""))));
    }

    [Fact]
    public void An_empty_answer_is_no_answer()
    {
        Assert.Empty(Some.Of(("a", "")));
        Assert.Empty(Some.Of(("a", "1")).With(("a", "")));
    }

    [Fact]
    public void Laying_answers_over_others_leaves_those_as_they_were()
    {
        var before = Some.Of(("a", "1"));

        before.With(("a", "2"));

        Assert.Equal("1", before["a"]);
    }

    [Fact]
    public void Answers_are_stored_as_an_object_in_the_order_of_their_questions()
    {
        const string Stored = """{"a":"1","b":"two \u0022words\u0022"}""";

        Assert.Equal(Stored, JsonSerializer.Serialize(Some.Of(("b", "two \"words\""), ("a", "1"))));
        Assert.Equal(Some.Of(("b", "two \"words\""), ("a", "1")), JsonSerializer.Deserialize<Answers>(Stored));
    }

    [Fact]
    public void What_is_no_number_no_money_and_no_date_is_nothing()
    {
        var answers = Some.Of(("a", "abc"));

        Assert.Null(answers.Number("a"));
        Assert.Null(answers.Money("a"));
        Assert.Null(answers.Date("a"));
        Assert.Equal("", answers.Text("b"));
        Assert.Empty(answers.Choices("b"));
    }
}
