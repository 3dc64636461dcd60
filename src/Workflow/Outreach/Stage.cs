namespace OutreachBot.Workflow.Outreach;

/// <summary>How far a request has come. The order is the order of the story.</summary>
public enum Stage
{
    /// <summary>Form 1 is being written; only the person who writes it sees it.</summary>
    Drafting,

    /// <summary>A teacher has written form 1; their own headteacher approves it first.</summary>
    Approving,

    /// <summary>With the subject inspector, who asks, declines or matches a leading teacher.</summary>
    Brokering,

    /// <summary>The leading teacher says whether they can.</summary>
    Accepting,

    /// <summary>The providing headteacher says whether the leading teacher may go.</summary>
    Releasing,

    /// <summary>Form 2 is drafted by the leading teacher and signed by both headteachers.</summary>
    Confirming,

    /// <summary>Visits happen, each with its record of meeting.</summary>
    Visiting,

    /// <summary>Form 3 is written by teacher and leading teacher.</summary>
    Reflecting,

    /// <summary>The receiving headteacher judges the impact for the school.</summary>
    Evaluating,

    /// <summary>The inspector reads form 3 and closes the request or asks for follow-up.</summary>
    Closing,

    Closed,
    Declined,
    Withdrawn,
    Cancelled,
}
