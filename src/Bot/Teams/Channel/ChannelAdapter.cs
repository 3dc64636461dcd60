using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;

namespace OutreachBot.Bot.Teams;

/// <summary>Runs a turn of the bot for each activity that may come in. The adapter's own door stays shut.</summary>
public sealed class ChannelAdapter(
    ChannelAuthentication authentication, ActivityValidation validation, IBot bot) : CloudAdapter(authentication)
{
    /// <param name="token">The token that came with the request. Null: none was asked for.</param>
    /// <param name="activity">What the request brought.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <returns>The answer to an invoke. Null: there is nothing to answer.</returns>
    /// <exception cref="UnauthorizedAccessException">The token was not given for this activity.</exception>
    /// <exception cref="RefusedException">The activity is none that the bot acts on.</exception>
    public Task<InvokeResponse?> AnswerAsync(ChannelToken? token, Activity activity, CancellationToken cancel)
    {
        var admitted = authentication.Admit(token, activity);
        validation.Check(activity);

        // The adapter makes a culture of it for every turn, which throws where globalisation is invariant; cards are in
        // British English.
        activity.Locale = null;
        return ProcessActivityAsync(admitted, activity, bot.OnTurnAsync, cancel)!;
    }
}
