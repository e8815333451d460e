using Ase.Benchmarks;
using Ase.Benchmarks.RealCode;

return args switch
{
    ["parse", .. var folders] when folders.Length > 0 => ParseThroughput.Run(folders),
    ["grade", var suite, .. var checkers] => await GradingRate.RunAsync(suite, checkers),
    ["startup"] => StartUp.Run(),
    ["owasp", var folder, .. var rules] => OwaspScore.Run(folder, rules),
    ["real-code", .. var rest] when RealCodeOptions.Parse(rest) is { } options => await RealCodeRun.RunAsync(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: parse FOLDER…
               grade SUITE [CHECKER…]
               startup
               owasp FOLDER [RULES…]
               real-code --facts FOLDER --git-mirror PATH [--rules FOLDER] [--only WORD]… [--json FILE] [--show|--elsewhere]
        """);
    return 2;
}
