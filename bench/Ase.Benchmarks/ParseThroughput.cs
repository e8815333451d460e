using System.Diagnostics;
using Ase.Analysis.Scanning;
using Ase.Code.Languages;
using Ase.Code.Text;
using Ase.Code.Trees;

namespace Ase.Benchmarks;

/// <summary>Megabytes parsed and flattened in a second, one thread, by language, over the source files of some folders.</summary>
internal static class ParseThroughput
{
    public static int Run(string[] folders)
    {
        var files = folders.SelectMany(f => new FolderFiles(f, includePackages: true) is var all ? all.Paths.Select(p => (Language: LanguageRegistry.ForPath(p), Bytes: all.Read(p))) : [])
            .Where(f => f.Language is not null && f.Bytes is { Length: > 0 and < 2_000_000 })
            .Select(f => (f.Language, Text: SourceText.FromBytes(f.Bytes), f.Bytes!.Length))
            .GroupBy(f => f.Language!.Name, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal);
        Console.WriteLine("| language | files | MB | MB/s |\n|---|---|---|---|");
        foreach (var group in files)
        {
            var list = group.ToList();
            var megabytes = list.Sum(f => (long)f.Length) / 1e6;
            foreach (var file in list.Take(20)) SyntaxTree.TryParse(file.Text, file.Language!, ParseLimits.Default, out _);
            var best = double.MaxValue;
            for (var round = 0; round < 3; round++)
            {
                var watch = Stopwatch.StartNew();
                foreach (var file in list) SyntaxTree.TryParse(file.Text, file.Language!, ParseLimits.Default, out _);
                best = Math.Min(best, watch.Elapsed.TotalSeconds);
            }
            Console.WriteLine(FormattableString.Invariant($"| {group.Key} | {list.Count} | {megabytes:F1} | {megabytes / best:F1} |"));
        }
        return 0;
    }
}
