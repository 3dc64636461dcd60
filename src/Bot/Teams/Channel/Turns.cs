using Microsoft.Bot.Builder;

namespace OutreachBot.Bot.Teams;

/// <summary>What the Bot Framework runs a turn with.</summary>
static class Turns
{
    public static IServiceCollection AddTurns(this IServiceCollection services) => services
        .AddSingleton<ChannelAuthentication>()
        .AddSingleton<ActivityValidation>()
        .AddSingleton<PersonalChats>()
        .AddSingleton<TurnEdge>()
        .AddSingleton<ChatReplies>()
        .AddSingleton<ChannelAdapter>()
        .AddSingleton<IBot, OutreachBot>();
}
