namespace OutreachBot.Cards.Outreach;

/// <summary>What buttons about a request send back.</summary>
public static class RequestVerbs
{
    public const string ApproveForm1 = "approve-form1";
    public const string ReturnForm1 = "return-form1";
    public const string Ask = "ask";
    public const string Answer = "answer";
    public const string DeclineRequest = "decline-request";
    public const string Match = "match";
    public const string AgreeToTakePart = "agree-to-take-part";
    public const string DeclineToTakePart = "decline-to-take-part";
    public const string NameTeachers = "name-teachers";
    public const string AcceptMatch = "accept-match";
    public const string DeclineMatch = "decline-match";
    public const string AgreeRelease = "agree-release";
    public const string DeclineRelease = "decline-release";
    public const string SignForm2 = "sign-form2";
    public const string AskForChange = "ask-for-change";
    public const string ChangeForm2 = "change-form2";
    public const string NoteFollowUp = "note-follow-up";
    public const string Close = "close";
    public const string AskForFollowUp = "ask-for-follow-up";
    public const string Withdraw = "withdraw";
    public const string Cancel = "cancel";

    /// <summary>Opens a record that was sent, to put it right; changes nothing yet.</summary>
    public const string Correct = "correct";

    /// <summary>Opens a new form 1.</summary>
    public const string Start = "start";
}
