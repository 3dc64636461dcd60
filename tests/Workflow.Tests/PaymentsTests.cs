using OutreachBot.Workflow.Outreach;
using static OutreachBot.Workflow.Outreach.RequestCommand;

namespace OutreachBot.Workflow.Tests;

public sealed class PaymentsTests
{
    [Fact]
    public void A_day_costs_what_form_2_says() => Assert.Equal(
        new Payment(2, 199.99m, null, 399.98m),
        Payments.Of(
            Given.Form2Of(
                Given.AMatch, Some.Form2.With(("rate", "199.99"), ("rate-reason", "A neighbour's price."))).Request,
            Some.Scheme));

    [Fact]
    public void Before_form_2_a_day_costs_what_the_scheme_says() =>
        Assert.Equal(new Payment(2, 250, null, 500), Payments.Of(Given.ARelease.Request, Some.Scheme));

    [Fact]
    public void At_an_observation_window_each_visiting_member_of_staff_costs_50_pounds() =>
        Assert.Equal(new Payment(1, 50, 3, 150), Payments.Of(Given.AnObservationWindow.Request, Some.Scheme));

    [Fact]
    public void Only_the_days_that_were_recorded_are_due() => Assert.Equal(
        new Payment(1, 250, null, 250), Payments.Due(Given.AProgrammeWithOneVisitRecorded.Request, Some.Scheme));

    [Fact]
    public void Whoever_signs_a_changed_programme_sees_what_all_of_it_costs()
    {
        var changed = Given.AProgrammeToChange.Sent(
            Some.LeadingTeacher, FormKeys.Form2,
            Some.Form2.With(("rate", "200"), ("rate-reason", "A friendly price.")));

        Assert.Equal(new Payment(2, 200, null, 400), Payments.Of(changed.Request, Some.Scheme));
    }

    [Fact]
    public void A_new_rate_is_paid_once_it_is_signed()
    {
        var changed = Given.AProgrammeToChange.Sent(
            Some.LeadingTeacher, FormKeys.Form2,
            Some.Form2.With(("rate", "200"), ("rate-reason", "A friendly price.")));

        var cancelled = Given.Signed(changed).After(Some.Inspector, new CancelProgramme("The school closes."));

        Assert.Equal(new Payment(1, 200, null, 200), cancelled.Request.Payment);
    }
}
