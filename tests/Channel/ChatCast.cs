using OutreachBot.Scenarios;
using OutreachBot.Scenarios.Stories;

namespace OutreachBot.Channel;

/// <summary>People of the sample authority in the story of a programme.</summary>
public sealed class ChatCast(Cast cast) : StoryCast
{
    protected override string AreaId => cast.Area;

    protected override string AreaName => Some.Scheme.CurriculumAreas.First(area => area.Id == cast.Area).Label;

    public TeamsUser Of(Player player) => player switch
    {
        Player.Head => cast.Head,
        Player.Teacher => cast.Teacher,
        Player.SecondTeacher => cast.SecondTeacher,
        Player.Inspector => cast.Inspector,
        Player.LeadingTeacher => cast.LeadingTeacher,
        Player.ProvidingHead => cast.ProvidingHead,
    };

    public override string Key(Player player) => OutreachStory.Key(Of(player));

    public override string Name(Player player) => Of(player).Name;

    public override DateOnly Day(int visit) => cast.Days[visit - 1];
}
