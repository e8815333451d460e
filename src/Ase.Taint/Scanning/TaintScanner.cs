using Ase.Taint.Rules;

namespace Ase.Taint.Scanning;

/// <summary>
/// Scans files with rules: flows from sources to sinks across functions and files (<see cref="RuleMode.Taint"/>), and matches
/// (<see cref="RuleMode.Search"/>). Usable from several threads.
/// </summary>
/// <example><code>var result = new TaintScanner(rules, new ScanOptions()).Scan(files, cancellationToken);</code></example>
public sealed class TaintScanner
{
    private readonly ScanOptions options;
    private readonly TimeProvider clock;
    private readonly List<TaintRule> taintRules;
    private readonly FileLoader loader;

    /// <summary>Takes the rules and limits of the scans to come.</summary>
    /// <param name="rules">The rules; those that did not load are ignored.</param>
    /// <param name="options">Limits and width.</param>
    /// <param name="clock">The clock for the time limit; the system's by default.</param>
    public TaintScanner(RuleSet rules, ScanOptions options, TimeProvider? clock = null)
    {
        this.options = options;
        this.clock = clock ?? TimeProvider.System;
        taintRules = [.. rules.Rules.Where(r => r.Mode == RuleMode.Taint).Select(r => new TaintRule(r, options.Library))];
        loader = new FileLoader(rules, taintRules, options);
    }

    /// <summary>Scans a tree.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled. The scan's own time limit gives an incomplete result instead.</exception>
    public ScanResult Scan(ISourceFiles files, CancellationToken ct) => Analyse(limited => Load(files, limited).Values, ct);

    /// <summary>Reads and prepares a tree of which variants will be scanned.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public BaseAnalysis Prepare(ISourceFiles baseFiles, CancellationToken ct)
    {
        var loaded = Load(baseFiles, ct);
        Needed(loaded.Values, ct);
        return new BaseAnalysis(loaded);
    }

    /// <summary>Scans a variant of a prepared tree; gives exactly what <see cref="Scan"/> gives on the changed tree.</summary>
    /// <param name="analysis">The base tree.</param>
    /// <param name="overlay">The changed files by path; null for a deleted file.</param>
    /// <param name="ct">Cancels the scan.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public ScanResult ScanOverlay(BaseAnalysis analysis, IReadOnlyDictionary<string, byte[]?> overlay, CancellationToken ct)
    {
        return Analyse(_ => Overlaid(analysis, overlay).Values, ct);
    }

    private SortedDictionary<string, LoadedFile> Overlaid(BaseAnalysis analysis, IReadOnlyDictionary<string, byte[]?> overlay)
    {
        var files = new SortedDictionary<string, LoadedFile>(StringComparer.Ordinal);
        foreach (var (path, file) in analysis.Loaded)
        {
            if (!overlay.ContainsKey(path)) files[path] = file;
        }
        foreach (var (path, bytes) in overlay)
        {
            if (bytes is not null && loader.Load(path, _ => bytes) is { } loaded) files[path] = loaded;
        }
        return files;
    }

    private ParallelOptions Width(CancellationToken ct) => new() { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = ct };

    private SortedDictionary<string, LoadedFile> Load(ISourceFiles files, CancellationToken ct)
    {
        var paths = files.Paths;
        var loaded = new LoadedFile?[paths.Count];
        Parallel.For(0, paths.Count, Width(ct), i => loaded[i] = loader.Load(paths[i], files.Read));
        var result = new SortedDictionary<string, LoadedFile>(StringComparer.Ordinal);
        foreach (var file in loaded)
        {
            if (file is not null) result[file.Path] = file;
        }
        return result;
    }

    /// <summary>The files through which a flow may lead, in the order of paths, parsed and matched.</summary>
    private List<LoadedFile> Needed(IReadOnlyCollection<LoadedFile> files, CancellationToken ct)
    {
        var reach = new Reach(files);
        var groups = reach.Needed(files, taintRules.Count);
        var needed = files.Where(f => groups.Contains(reach.GroupOf(f.Path))).ToList();
        // the large ones first, so that no thread is left alone with one at the end
        var order = needed.OrderByDescending(f => f.Source?.Text.Length ?? 0).ToList();
        Parallel.ForEach(order, Width(ct), file => _ = file.Matches);
        return needed;
    }

    private ScanResult Analyse(Func<CancellationToken, IReadOnlyCollection<LoadedFile>> load, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(options.Timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        var findings = new List<Finding>();
        var incomplete = new HashSet<Incomplete>();
        var needed = new List<LoadedFile>();
        IReadOnlyCollection<LoadedFile> files = [];
        var functions = 0;
        try
        {
            files = load(both.Token);
            both.Token.ThrowIfCancellationRequested();
            Parallel.ForEach(files, Width(both.Token), file => _ = file.Findings);
            foreach (var file in files) findings.AddRange(file.Findings);
            needed = Needed(files, both.Token);
            foreach (var family in needed.Where(f => f.Unit is not null).GroupBy(f => f.Unit!.Family).OrderBy(g => g.Key))
            {
                functions += AnalyseFamily([.. family], findings, incomplete, both.Token);
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            incomplete.Add(new Incomplete("", $"not finished after {options.Timeout}"));
        }
        foreach (var file in files)
        {
            if ((file.Problem ?? file.ParseProblem) is { } problem) incomplete.Add(new Incomplete(file.Path, problem));
        }
        return new ScanResult(
            FindingBuilder.Order(findings),
            [.. incomplete.OrderBy(i => i.File, StringComparer.Ordinal).ThenBy(i => i.Reason, StringComparer.Ordinal)],
            Statistics(files, needed, functions))
        { Library = options.Library };
    }

    /// <summary>Runs the taint rules over the files of languages that call each other.</summary>
    /// <returns>The functions of the busiest rule.</returns>
    private int AnalyseFamily(List<LoadedFile> members, List<Finding> findings, HashSet<Incomplete> incomplete, CancellationToken ct)
    {
        var active = taintRules.FindAll(r =>
            members.Exists(f => f.Matches.TryGetValue(r, out var m) && m.Sinks.Count > 0) && members.Exists(f => f.Matches.TryGetValue(r, out var m) && !m.Starts.IsEmpty));
        if (active.Count == 0) return 0;
        var project = new ProjectModel(members, options, ct);
        var gate = new Lock();
        var functions = 0;
        Parallel.ForEach(active, Width(ct), rule =>
        {
            var matches = new Dictionary<FileUnit, FileMatches>();
            foreach (var file in members)
            {
                if (file.Matches.TryGetValue(rule, out var found)) matches[file.Unit!] = found;
            }
            var run = new RuleRun(rule, options, project, matches, ct);
            var result = run.Run();
            lock (gate)
            {
                findings.AddRange(result);
                incomplete.UnionWith(run.Incomplete);
                functions = Math.Max(functions, run.Functions);
            }
        });
        return functions;
    }

    private static ScanStatistics Statistics(IReadOnlyCollection<LoadedFile> files, List<LoadedFile> needed, int functions)
    {
        var unknown = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var nodes = 0;
        foreach (var file in needed)
        {
            if (file.Unit?.Ir is not { } ir) continue;
            nodes += ir.Stats.Nodes;
            foreach (var (kind, count) in ir.Stats.Unknown)
            {
                var key = file.Language.Name + "/" + kind;
                unknown[key] = unknown.GetValueOrDefault(key) + count;
            }
        }
        return new ScanStatistics
        {
            Files = files.Count,
            Lines = files.Sum(f => f.Lines),
            Parsed = needed.Count(f => f.IsParsed),
            Nodes = nodes,
            Unknown = unknown,
            Functions = functions,
        };
    }
}
