using System.Diagnostics;
using OutreachBot.Benchmarks;
using OutreachBot.Benchmarks.Doubles;
using OutreachBot.Benchmarks.Measures;
using OutreachBot.Benchmarks.Processes;

switch (args)
{
    // Other processes of a run.
    case ["load", var authorization, var bodies]:
        await Load.RunAsync(authorization, bodies);
        return;
    case ["bare", .. var options]:
        await Bare.RunAsync(options);
        return;
    case ["connector"]:
        await ConnectorDouble.RunAsync();
        return;
    case ["parts", .. var only]:
        await PartsMeasure.RunAsync(Console.Out, string.Join(' ', only));
        return;
}

var figures = new List<Figure>();
foreach (var (ids, runAsync) in Catalogue.Everything.Where(
    measure => args.Length == 0 || measure.Ids.Intersect(args).Any()))
{
    var began = Stopwatch.GetTimestamp();
    foreach (var figure in await runAsync(figures.ToList()))
    {
        figures.Add(figure);
        Console.WriteLine($"{figure.Id}  {figure.Measure}: {figure.Reached}, asked {figure.Asked}. {figure.Besides}");
        if (figure.Details.Length > 0) Console.WriteLine(figure.Details);
    }
    Console.WriteLine(
        FormattableString.Invariant($"({string.Join(", ", ids)}: {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s)"));
}
if (args.Length == 0) Page.Write(figures);
