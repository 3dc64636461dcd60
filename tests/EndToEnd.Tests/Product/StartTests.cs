namespace OutreachBot.EndToEnd.Tests.Product;

public sealed class StartTests : IAsyncLifetime
{
    LocalBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await LocalBot.StartAsync();

    [Fact]
    public async Task It_says_where_it_is_and_Ctrl_C_ends_it()
    {
        Assert.Contains($"{bot.Address.GetLeftPart(UriPartial.Authority)}/rehearsal", bot.Process.Said);
        Assert.DoesNotContain("fail:", bot.Process.Said);

        Assert.Equal(0, await bot.Process.StopAsync());
    }

    [Fact]
    public async Task A_port_that_is_in_use_is_told_in_a_line()
    {
        var (code, said) = await bot.Process.RunAsync();

        Assert.Equal(1, code);
        Assert.StartsWith($"Port {bot.Address.Port} is in use", said);
        Assert.Single(said.Trim().Split('\n'));
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();
}
