using OutreachBot.Benchmarks;
using OutreachBot.Benchmarks.Doubles;
using OutreachBot.Benchmarks.Measures;

if (args is ["load", var authorization, var bodies])
{
    await Load.RunAsync(authorization, bodies);
    return;
}

if (args is ["connector"])
{
    await ConnectorDouble.RunAsync();
    return;
}

if (args is ["parts", .. var only])
{
    await PartsMeasure.RunAsync(Console.Out, string.Join(' ', only));
    return;
}

foreach (var figure in args is ["P3"] ? await SendMeasure.RunAsync() : await CardActionMeasure.RunAsync())
    Console.WriteLine($"{figure.Id}  {figure.Measure}: {figure.Reached}, asked {figure.Asked}. {figure.Besides}");
