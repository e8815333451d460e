using Ase.Benchmarks;

// usage: Ase.Benchmarks parse FOLDER… | grade SUITE [CHECKER] | startup | owasp FOLDER [RULES…]
return args switch
{
    ["parse", .. var folders] when folders.Length > 0 => ParseThroughput.Run(folders),
    ["grade", var suite] => await GradingRate.RunAsync(suite, []),
    ["grade", var suite, .. var checkers] => await GradingRate.RunAsync(suite, checkers),
    ["startup"] => StartUp.Run(),
    ["owasp", var folder, .. var rules] => OwaspScore.Run(folder, rules),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: parse FOLDER… | grade SUITE [CHECKER…] | startup | owasp FOLDER [RULES…]");
    return 2;
}
