using System.Collections.Frozen;

namespace OutreachBot.Bot.Teams;

/// <summary>What a token that holds was given for.</summary>
/// <param name="ServiceUrl">The address to which its sender wants to be answered. Null: the token does not say.</param>
/// <param name="Endorsements">The channels for which the key may sign.</param>
public sealed record ChannelToken(string? ServiceUrl, FrozenSet<string> Endorsements);
