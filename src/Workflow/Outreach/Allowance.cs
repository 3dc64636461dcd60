using OutreachBot.Workflow.Cases;
using OutreachBot.Workflow.Directory;

namespace OutreachBot.Workflow.Outreach;

/// <summary>Days of a school year that a leading teacher works in other schools (policy, section 9).</summary>
public static class Allowance
{
    /// <summary>
    /// Field days that a leading teacher still has in the school year of that day, this request's own apart.
    /// </summary>
    public static int DaysLeft(this Facts facts, PersonId leadingTeacher, DateOnly day, CaseId request)
    {
        var year = SchoolCalendar.SchoolYear(day);
        var used = facts.BookingsOf(leadingTeacher)
            .Count(one => SchoolCalendar.SchoolYear(one.Day) == year && one.Case != request && !one.IsWindow);
        return (facts.Authority.LeadingTeacher(leadingTeacher)?.FieldDays ?? facts.Scheme.FieldDays) - used;
    }

}
