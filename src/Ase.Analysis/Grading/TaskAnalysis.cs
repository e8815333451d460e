using Ase.Analysis.Scanning;
using Ase.Code.Text;
using Ase.Core.Attempts;
using Ase.Core.Errors;
using Ase.Core.Tasks;
using Ase.Core.Workspaces;
using Ase.Taint.Rules;
using Ase.Taint.Scanning;

namespace Ase.Analysis.Grading;

/// <summary>What all attempts of a task share: its rules, the analysis of its base tree, and the counts on both revisions.</summary>
internal sealed class TaskAnalysis
{
    private readonly TaintScanner scanner;
    private readonly BaseAnalysis analysis;

    private TaskAnalysis(TaintScanner scanner, BaseAnalysis analysis)
    {
        this.scanner = scanner;
        this.analysis = analysis;
    }

    /// <summary>Findings through the region on the vulnerable revision.</summary>
    public required int Before { get; init; }

    /// <summary>Findings through the region on the reference.</summary>
    public required int Fixed { get; init; }

    public static TaskAnalysis Create(MaterializedTask task, ScanOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var rules = LoadRules(task.Task);
        var engine = new TaintScanner(rules, options, clock);
        var prepared = engine.Prepare(new TreeFiles(task.Base), cancellationToken);
        var regions = task.Task.Regions.Select(r => new FileRange(r.File, r.First, r.Last)).ToList();
        var before = engine.ScanOverlay(prepared, new Dictionary<string, byte[]?>(), cancellationToken);
        var (overlay, replaced) = Reference(task);
        var @fixed = engine.ScanOverlay(prepared, overlay, cancellationToken);
        return new TaskAnalysis(engine, prepared) { Before = Count(before, regions), Fixed = Count(@fixed, replaced) };
    }

    /// <summary>The findings of a patched tree.</summary>
    public ScanResult Scan(Patch patch, CancellationToken cancellationToken) => scanner.ScanOverlay(analysis, patch.Files, cancellationToken);

    /// <summary>True when a step of the trace lies in one of the ranges.</summary>
    public static bool Touches(Finding finding, IReadOnlyList<FileRange> ranges) =>
        finding.Trace.Any(s => ranges.Any(r => r.File == s.File && s.Start.Line <= r.Last && r.First <= s.End.Line));

    /// <summary>Loads the rules of a task.</summary>
    /// <exception cref="AseException"><see cref="ErrorCode.InvalidFile"/> with every error.</exception>
    public static RuleSet LoadRules(BenchmarkTask task)
    {
        var rules = new List<Rule>();
        var errors = new List<RuleError>();
        foreach (var file in task.Static.Rules)
        {
            var loaded = RuleLoader.LoadFile(Path.Combine(task.Folder, file));
            rules.AddRange(loaded.Rules);
            errors.AddRange(loaded.Errors);
        }
        if (errors.Count > 0) throw new AseException(ErrorCode.InvalidFile, $"{task.Id}: {string.Join(Environment.NewLine, errors)}");
        return new RuleSet(rules, []);
    }

    private static int Count(ScanResult result, IReadOnlyList<FileRange> ranges) => result.Findings.Count(f => Touches(f, ranges));

    // The reference, spliced in line by line; the texts end in line ends of their own file.
    private static (Dictionary<string, byte[]?> Overlay, List<FileRange> Replaced) Reference(MaterializedTask task)
    {
        var overlay = new Dictionary<string, byte[]?>(StringComparer.Ordinal);
        var replaced = new List<FileRange>();
        foreach (var file in task.Task.Regions.Select((r, i) => (Region: r, Text: task.Reference[i])).GroupBy(r => r.Region.File, StringComparer.Ordinal))
        {
            var source = SourceText.FromBytes(task.Base.Read(file.Key)!);
            var text = source.Text;
            var shift = 0;
            foreach (var (region, replacement) in file.OrderBy(f => f.Region.First))
            {
                var lines = replacement.AsSpan().Count('\n') + (replacement.Length > 0 && !replacement.EndsWith('\n') ? 1 : 0);
                replaced.Add(new FileRange(file.Key, region.First + shift, region.First + shift + lines - 1));
                shift += lines - (region.Last - region.First + 1);
            }
            foreach (var (region, replacement) in file.OrderByDescending(f => f.Region.First))
            {
                var span = source.LinesSpan(region.First, region.Last);
                var end = span.End < source.Text.Length && replacement.Length > 0 && !replacement.EndsWith('\n') ? "\n" : "";
                text = text[..span.Start] + replacement + end + text[span.End..];
            }
            overlay[file.Key] = source.Encode(text);
        }
        return (overlay, replaced);
    }
}
