using System.Net;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

public partial class ActivityHandler
{
    /// <summary>Answers 501 to every invoke but a card's action.</summary>
    protected virtual async Task<InvokeResponse> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        try
        {
            if (turnContext.Activity.Name != CardAction.InvokeName)
                return new() { Status = (int)HttpStatusCode.NotImplemented };
            var value = CardAction.Of(turnContext.Activity);
            return CreateInvokeResponse(
                await OnAdaptiveCardInvokeAsync(turnContext, value, cancellationToken));
        }
        catch (RefusedInvokeException refused)
        {
            return refused.Response;
        }
    }

    /// <returns>The answer; null makes an empty one, which Teams asks again for.</returns>
    protected virtual Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue,
        CancellationToken cancellationToken) => throw new RefusedInvokeException(HttpStatusCode.NotImplemented);

    /// <summary>200 with a body, which must be a JObject or a type with setters.</summary>
    protected static InvokeResponse CreateInvokeResponse(object body = null) => new() { Status = 200, Body = body };

    async Task AnswerInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        var response = await OnInvokeActivityAsync(turnContext, cancellationToken);
        if (response is null || turnContext.TurnState.ContainsKey(BotAdapter.InvokeResponseKey))
            return;
        var answer = new Activity { Type = CloudAdapterBase.InvokeResponseType, Value = response };
        await turnContext.SendActivityAsync(answer, cancellationToken);
    }
}
