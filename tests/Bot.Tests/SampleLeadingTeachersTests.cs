namespace OutreachBot.Bot.Tests;

public sealed class SampleLeadingTeachersTests
{
    static readonly string[] Areas =
    [
        "english", "mathematics", "science", "ict", "history", "geography", "design-technology", "art", "ema-eal",
        "mfl", "seal",
    ];

    static readonly string[] Kinds =
    [
        "modelling", "coaching", "discussion", "causing-concern", "training", "collaborative-project",
        "action-research", "observation-window",
    ];

    [Fact]
    public void Forty_leading_teachers_are_teachers_of_schools_two_at_most_in_each()
    {
        var people = Samples.PeopleWith("leading-teacher").ToList();

        Assert.Equal(40, people.Count);
        Assert.Equal(people.Select(person => person.Key), Samples.LeadingTeachers.Select(row => row.Key));
        Assert.All(people, person => Assert.Equal("teacher;leading-teacher", person["role"]));
        Assert.All(Samples.Schools, school => Assert.InRange(people.At(school).Count(), 0, 2));
    }

    [Fact]
    public void Every_leading_teacher_says_what_how_and_how_many_days() =>
        Assert.All(Samples.LeadingTeachers, row =>
        {
            Assert.InRange(row.Values("curriculumAreas").Length, 1, 2);
            Assert.Subset(Areas.ToHashSet(), row.Values("curriculumAreas").ToHashSet());
            Assert.Subset(Kinds.ToHashSet(), row.Values("supportKinds").ToHashSet());
            Assert.NotEmpty(row["expertise"]);
            Assert.InRange(row.Number("fieldDays"), 1, 9);
        });

    [Fact]
    public void Every_area_has_three_leading_teachers_and_an_inspector() =>
        Assert.All(Areas, area =>
        {
            Assert.InRange(Samples.LeadingTeachers.Count(row => row.Has("curriculumAreas", area)), 3, 40);
            Assert.Single(Samples.Inspectors, row => row.Has("curriculumAreas", area));
        });

    [Fact]
    public void Every_kind_of_support_is_offered() =>
        Assert.All(Kinds, kind => Assert.Contains(Samples.LeadingTeachers, row => row.Has("supportKinds", kind)));

    [Fact]
    public void Inspectors_are_the_people_with_that_role() =>
        Assert.Equal(
            Samples.PeopleWith("inspector").Select(person => person.Key),
            Samples.Inspectors.Select(row => row.Key));
}
