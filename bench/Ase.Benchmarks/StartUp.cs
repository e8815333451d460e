using System.Diagnostics;

namespace Ase.Benchmarks;

/// <summary>Wall time of whole processes: the command's help and its list of suites.</summary>
internal static class StartUp
{
    public static int Run()
    {
        var ase = Path.Combine(AppContext.BaseDirectory, "ase.dll");
        Console.WriteLine("| command | median ms of 11 |\n|---|---|");
        foreach (var arguments in (string[][])[["--help"], ["suite", "list"]])
        {
            var times = new List<double>();
            for (var i = 0; i < 12; i++)
            {
                var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
                foreach (var argument in (string[])["exec", ase, .. arguments]) start.ArgumentList.Add(argument);
                var watch = Stopwatch.StartNew();
                using var process = Process.Start(start)!;
                process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                if (i > 0) times.Add(watch.Elapsed.TotalMilliseconds);
            }
            times.Sort();
            Console.WriteLine(FormattableString.Invariant($"| ase {string.Join(' ', arguments)} | {times[times.Count / 2]:F0} |"));
        }
        return 0;
    }
}
