namespace OutreachBot.Workflow.Outreach;

/// <summary>Where a request stands. Their order means nothing: a scheme leaves some of them out.</summary>
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

/// <summary>What has been settled of a request.</summary>
[Flags]
public enum Milestones
{
    None = 0,

    /// <summary>Form 1 has been sent.</summary>
    Sent = 1,

    /// <summary>It has left the school, and is the inspector's.</summary>
    Approved = 2,

    /// <summary>The leading teacher has said that they can.</summary>
    Accepted = 4,

    /// <summary>Their school has agreed.</summary>
    Released = 8,
}

/// <summary>What each stage means.</summary>
public static class Stages
{
    public static bool IsEnd(this Stage stage) =>
        stage is Stage.Closed or Stage.Declined or Stage.Withdrawn or Stage.Cancelled;

    /// <summary>What has been settled of a request that stands there. An end settles nothing by itself.</summary>
    public static Milestones Settled(this Stage stage) => stage switch
    {
        Stage.Drafting => Milestones.None,
        Stage.Approving => Milestones.Sent,
        Stage.Brokering or Stage.Accepting => Milestones.Sent | Milestones.Approved,
        Stage.Releasing => Milestones.Sent | Milestones.Approved | Milestones.Accepted,
        Stage.Confirming or Stage.Visiting or Stage.Reflecting or Stage.Evaluating or Stage.Closing =>
            Milestones.Sent | Milestones.Approved | Milestones.Accepted | Milestones.Released,
        Stage.Closed or Stage.Declined or Stage.Withdrawn or Stage.Cancelled => Milestones.None,
    };
}
