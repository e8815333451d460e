using System.Diagnostics;
using System.Text.Json;
using Ase.Core.Tasks;
using Ase.Core.Workspaces;
using Ase.Taint.Rules;
using Ase.Taint.Scanning;

namespace Ase.Benchmarks.RealCode;

/// <summary>
/// The generic packs on real revisions: how many vulnerable regions are reported, how many of these no longer on the fixed revision, and how
/// much is reported on packages that hold none of it. Library mode for packages of npm.
/// </summary>
internal static class RealCodeRun
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static async Task<int> RunAsync(RealCodeOptions options)
    {
        var list = SeedList.Read(options.Facts);
        var revisions = new Revisions(list, options.Mirror);
        var packs = new Dictionary<string, RuleSet>(StringComparer.Ordinal);
        var results = new List<SeedResult>();
        var noise = new List<NoiseResult>();
        foreach (var seed in list.Seeds.Where(s => options.Takes(s.Set, s.Id, s.Language)))
        {
            var result = await MeasureAsync(seed, revisions, Pack(seed.Language), options);
            results.Add(result);
            Console.Error.WriteLine(RealCodeReport.Line(result));
        }
        foreach (var package in list.Unrelated.Where(u => options.Takes("unrelated", u.Name, u.Language)))
        {
            var tree = await revisions.FetchAsync(package.Place, CancellationToken.None);
            var (found, seconds) = Scan(tree, Pack(package.Language), package.Place is Place.Npm);
            noise.Add(new NoiseResult(package.Name, package.Language, found.Findings.Count, found.Statistics.Lines, seconds));
            if (options.Show) RealCodeReport.Show(found.Findings);
        }
        var report = RealCodeReport.Of(results, noise);
        Console.WriteLine(RealCodeReport.Table(report));
        if (options.JsonFile is { } file) await File.WriteAllTextAsync(file, JsonSerializer.Serialize(report, Json));
        return 0;

        RuleSet Pack(string language)
        {
            if (packs.TryGetValue(language, out var known)) return known;
            var folder = Path.Combine(options.Rules, language);
            var set = Directory.Exists(folder) ? RuleLoader.LoadAll([folder]) : new RuleSet([], []);
            foreach (var error in set.Errors) Console.Error.WriteLine(error);
            return packs[language] = set;
        }
    }

    private static async Task<SeedResult> MeasureAsync(Seed seed, Revisions revisions, RuleSet pack, RealCodeOptions options)
    {
        try
        {
            var isLibrary = seed.Set == "npm";
            var before = await revisions.FetchAsync(seed.Vulnerable, CancellationToken.None);
            var after = await revisions.FetchAsync(seed.Fixed, CancellationToken.None);
            var (vulnerable, seconds) = Scan(before, pack, isLibrary);
            var (reference, _) = Scan(after, pack, isLibrary);
            var hits = Hits(seed, vulnerable, seed.Region, seed.Sinks);
            var left = Hits(seed, reference, Moved(seed.Region, before, after), [.. seed.Sinks.Select(s => Moved(s, before, after)).OfType<FileRange>()]);
            if (options.Show)
            {
                Console.Error.WriteLine($"== {seed.Id}: {seed.Region.File} {seed.Region.First}-{seed.Region.Last}; vulnerable");
                RealCodeReport.Show(hits);
                Console.Error.WriteLine($"== {seed.Id}: reference {Moved(seed.Region, before, after)}");
                RealCodeReport.Show(left);
                if (options.Elsewhere) RealCodeReport.Show(vulnerable.Findings.Except(hits));
            }
            return new SeedResult(
                seed.Set, seed.Id, seed.Language, seed.Cwe, hits.Count, left.Count, vulnerable.Findings.Count, vulnerable.Statistics.Lines, seconds,
                string.Join(' ', hits.Select(h => h.RuleId).Distinct()), vulnerable.Incomplete.Count, "");
        }
        catch (Exception e) when (e is Ase.Core.Errors.AseException or InvalidOperationException or IOException)
        {
            return new SeedResult(seed.Set, seed.Id, seed.Language, seed.Cwe, 0, 0, 0, 0, 0, "", 0, e.Message);
        }
    }

    private static FileRange? Moved(FileRange range, IFileTree before, IFileTree after) => Correspondence.Of(range, before.Read(range.File), after.Read(range.File));

    private static List<Finding> Hits(Seed seed, ScanResult result, FileRange? region, IReadOnlyList<FileRange> sinks) =>
        [.. result.Findings.Where(f => seed.IsAbout(f.Cwes) && (Touches(f, region) || f.Trace.Any(s => s.File == seed.Region.File) && sinks.Any(s => Touches(f, s))))];

    private static bool Touches(Finding finding, FileRange? range) =>
        range is not null && finding.Trace.Any(s => s.File == range.File && s.Start.Line <= range.Last && range.First <= s.End.Line);

    private static (ScanResult Result, double Seconds) Scan(IFileTree tree, RuleSet pack, bool isLibrary)
    {
        var watch = Stopwatch.StartNew();
        var result = new TaintScanner(pack, new ScanOptions { Library = isLibrary }).Scan(new Files(tree), CancellationToken.None);
        return (result, watch.Elapsed.TotalSeconds);
    }

    private sealed class Files(IFileTree tree) : ISourceFiles
    {
        public IReadOnlyList<string> Paths => tree.Paths;

        public byte[]? Read(string path) => tree.Read(path);
    }
}
