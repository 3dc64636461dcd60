using OutreachBot.Workflow.Schemes;

namespace OutreachBot.Workflow.Outreach;

// A form is a draft or it has been sent, and goes from one to the other.
static class SentForms
{
    public static Request Send(this Request request, string form, Answers? answers) => request with
    {
        Drafts = request.Drafts.Remove(form),
        Sent = answers is null ? request.Sent : request.Sent.SetItem(form, answers),
    };

    // A form that comes back is a draft again, with everything that stood in it, and its writer starts at the first
    // step.
    public static Request Reopen(
        this Request request, string form, params IEnumerable<KeyValuePair<string, string>> changed) =>
        request.Sent.TryGetValue(form, out var answers)
            ? request with
            {
                Sent = request.Sent.Remove(form),
                Drafts = request.Drafts.SetItem(form, new Draft(answers.With(changed), 0)),
            }
            : request;
}
