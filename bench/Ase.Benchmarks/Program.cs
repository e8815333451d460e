using Ase.Benchmarks;

// usage: Ase.Benchmarks parse FOLDER… | grade SUITE [CHECKER] | startup
return args switch
{
    ["parse", .. var folders] when folders.Length > 0 => ParseThroughput.Run(folders),
    ["grade", var suite] => await GradingRate.RunAsync(suite, []),
    ["grade", var suite, .. var checkers] => await GradingRate.RunAsync(suite, checkers),
    ["startup"] => StartUp.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: parse FOLDER… | grade SUITE [CHECKER…] | startup");
    return 2;
}
