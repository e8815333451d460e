using Ase.Code.Languages;
using Ase.Taint.Rules;

namespace Ase.Taint.Scanning;

/// <summary>
/// Scans files with rules: flows from sources to sinks across functions and files (<see cref="RuleMode.Taint"/>), and matches
/// (<see cref="RuleMode.Search"/>). Usable from several threads.
/// </summary>
/// <example><code>var result = new TaintScanner(rules, new ScanOptions()).Scan(files, cancellationToken);</code></example>
public sealed class TaintScanner
{
    private readonly RuleSet rules;
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
        this.rules = rules;
        this.options = options;
        this.clock = clock ?? TimeProvider.System;
        taintRules = [.. rules.Rules.Where(r => r.Mode == RuleMode.Taint).Select(r => new TaintRule(r))];
        loader = new FileLoader(rules, taintRules, options);
    }

    /// <summary>Scans a tree.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled. The scan's own time limit gives an incomplete result instead.</exception>
    public ScanResult Scan(ISourceFiles files, CancellationToken ct) => Analyse(Load(files, ct).Values, ct);

    /// <summary>Reads and prepares a tree of which variants will be scanned.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public BaseAnalysis Prepare(ISourceFiles baseFiles, CancellationToken ct) => new(baseFiles, Load(baseFiles, ct));

    /// <summary>Scans a variant of a prepared tree; gives exactly what <see cref="Scan"/> gives on the changed tree.</summary>
    /// <param name="analysis">The base tree.</param>
    /// <param name="overlay">The changed files by path; null for a deleted file.</param>
    /// <param name="ct">Cancels the scan.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public ScanResult ScanOverlay(BaseAnalysis analysis, IReadOnlyDictionary<string, byte[]?> overlay, CancellationToken ct)
    {
        var files = new SortedDictionary<string, LoadedFile>(StringComparer.Ordinal);
        foreach (var (path, file) in analysis.Loaded)
        {
            if (!overlay.ContainsKey(path)) files[path] = file;
        }
        foreach (var (path, bytes) in overlay)
        {
            if (bytes is not null && loader.Load(path, bytes) is { } loaded) files[path] = loaded;
        }
        return Analyse(files.Values, ct);
    }

    private SortedDictionary<string, LoadedFile> Load(ISourceFiles files, CancellationToken ct)
    {
        var paths = files.Paths;
        var loaded = new LoadedFile?[paths.Count];
        Parallel.For(0, paths.Count, new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = ct }, i =>
        {
            var path = paths[i];
            // a file with the extension of another language is not even read
            var known = LanguageRegistry.ForPath(path);
            if (known is null ? Path.HasExtension(path) : !rules.Rules.Any(r => FileLoader.Concerns(r, known))) return;
            loaded[i] = loader.Load(path, files.Read(path));
        });
        var result = new SortedDictionary<string, LoadedFile>(StringComparer.Ordinal);
        foreach (var file in loaded)
        {
            if (file is not null) result[file.Path] = file;
        }
        return result;
    }

    private ScanResult Analyse(IReadOnlyCollection<LoadedFile> files, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(options.Timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        var findings = new List<Finding>();
        var incomplete = new HashSet<Incomplete>();
        var functions = 0;
        foreach (var file in files)
        {
            findings.AddRange(file.Findings);
            if (file.Problem is { } problem) incomplete.Add(new Incomplete(file.Path, problem));
        }
        foreach (var family in files.Where(f => f.Unit?.Ir is not null).GroupBy(f => f.Unit!.Family).OrderBy(g => g.Key))
        {
            var members = family.ToList();
            var active = taintRules.FindAll(r => members.Exists(f => f.Matches.TryGetValue(r, out var m) && m.Sinks.Count > 0) && members.Exists(f => f.Matches.TryGetValue(r, out var m) && !m.Sources.IsEmpty));
            if (active.Count == 0) continue;
            try
            {
                var project = new ProjectModel([.. members.Select(f => f.Unit!)], options, both.Token);
                var gate = new Lock();
                Parallel.ForEach(active, new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = both.Token }, rule =>
                {
                    var matches = new Dictionary<FileUnit, FileMatches>();
                    foreach (var file in members)
                    {
                        if (file.Matches.TryGetValue(rule, out var found)) matches[file.Unit!] = found;
                    }
                    var run = new RuleRun(rule, options, project, matches, both.Token);
                    var result = run.Run();
                    lock (gate)
                    {
                        findings.AddRange(result);
                        incomplete.UnionWith(run.Incomplete);
                        functions = Math.Max(functions, run.Functions);
                    }
                });
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                incomplete.Add(new Incomplete("", $"not finished after {options.Timeout}"));
            }
        }
        return new ScanResult(
            FindingBuilder.Order(findings),
            [.. incomplete.OrderBy(i => i.File, StringComparer.Ordinal).ThenBy(i => i.Reason, StringComparer.Ordinal)],
            Statistics(files, functions));
    }

    private static ScanStatistics Statistics(IReadOnlyCollection<LoadedFile> files, int functions)
    {
        var unknown = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (nodes, lines) = (0, 0);
        foreach (var file in files)
        {
            lines += file.Lines;
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
            Lines = lines,
            Parsed = files.Count(f => f.Unit is not null),
            Nodes = nodes,
            Unknown = unknown,
            Functions = functions,
        };
    }
}
