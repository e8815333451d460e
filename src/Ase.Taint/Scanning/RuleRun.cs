using System.Collections.Concurrent;
using Ase.Taint.Engine;
using Ase.Taint.Library;
using Ase.Taint.Summaries;

namespace Ase.Taint.Scanning;

/// <summary>One taint rule over the files of one language family: summaries from the bottom up, then findings.</summary>
internal sealed class RuleRun : IRuleContext
{
    private const int MaxRounds = 4;
    private const int MaxGroupPasses = 12;
    private readonly ProjectModel project;
    private readonly IReadOnlyDictionary<FileUnit, FileMatches> matches;
    private readonly ConcurrentDictionary<FunctionUnit, Summary> summaries = new();
    private readonly ConcurrentDictionary<Incomplete, bool> incomplete = new();
    private Dictionary<object, ValueFacts> cells = [];

    public RuleRun(TaintRule rule, ScanOptions options, ProjectModel project, IReadOnlyDictionary<FileUnit, FileMatches> matches, CancellationToken cancellation)
    {
        Rule = rule;
        Options = options;
        this.project = project;
        this.matches = matches;
        Cancellation = cancellation;
    }

    public TaintRule Rule { get; }

    public ScanOptions Options { get; }

    public ProjectIndex Index => project.Index;

    public CancellationToken Cancellation { get; }

    public IEnumerable<Incomplete> Incomplete => incomplete.Keys;

    /// <summary>Functions that were analysed.</summary>
    public int Functions => summaries.Count;

    public FileMatches? MatchesIn(FileUnit file) => matches.GetValueOrDefault(file);

    public LibraryModels ModelsOf(FileUnit file) => LibraryModels.Of(file.Family);

    public FunctionTargets TargetsOf(FunctionUnit function) => project.TargetsOf(function);

    public Summary SummaryOf(FunctionUnit function) => summaries.GetValueOrDefault(function) ?? Summary.Empty;

    public ValueFacts CellOf(object key) => cells.GetValueOrDefault(key) ?? ValueFacts.None;

    public void ReportIncomplete(FileUnit file, string reason) => incomplete.TryAdd(new Incomplete(file.Path, reason), true);

    /// <summary>Runs the rule.</summary>
    public IReadOnlyList<Finding> Run()
    {
        var relevant = project.Relevant(matches);
        if (relevant.Count == 0) return [];
        for (var round = 0; ; round++)
        {
            foreach (var group in project.Graph.Groups)
            {
                if (relevant.Contains(group[0])) Analyse(group);
            }
            if (!TakeCells(relevant)) break;
            if (round + 1 < MaxRounds) continue;
            incomplete.TryAdd(new Incomplete("", $"rule {Rule.Rule.Id}: shared state still changes after {MaxRounds} rounds"), true);
            break;
        }
        return Findings();
    }

    private void Analyse(FunctionUnit[] group)
    {
        var recursive = group.Length > 1 || project.TargetsOf(group[0]).Needs.Contains(group[0]);
        for (var pass = 0; ; pass++)
        {
            var changed = false;
            foreach (var function in group)
            {
                Cancellation.ThrowIfCancellationRequested();
                var summary = new FunctionAnalysis(this, function).Run();
                changed |= recursive && !summary.Same(SummaryOf(function));
                summaries[function] = summary;
            }
            if (!changed) return;
            if (pass + 1 < MaxGroupPasses) continue;
            ReportIncomplete(group[0].File, $"recursion through {group[0].Ir} still changes after {MaxGroupPasses} passes");
            return;
        }
    }

    /// <summary>Collects what functions left in shared things; true when that is more than before.</summary>
    private bool TakeCells(IReadOnlySet<FunctionUnit> relevant)
    {
        var next = new Dictionary<object, ValueFacts>();
        foreach (var function in project.Index.Functions)
        {
            if (!relevant.Contains(function)) continue;
            foreach (var write in SummaryOf(function).Cells)
            {
                if (!next.TryGetValue(write.Key, out var value)) next[write.Key] = value = new ValueFacts();
                value.Add(write.Path, write.Fact);
            }
        }
        // what a base class holds its derived classes hold
        foreach (var (key, value) in next.ToList())
        {
            if (key is not ClassUnit type) continue;
            foreach (var derived in project.Index.Derived(type))
            {
                if (!next.TryGetValue(derived, out var known)) next[derived] = known = new ValueFacts();
                known.AddAll(value);
            }
        }
        var grown = next.Any(n => !cells.TryGetValue(n.Key, out var before) || before.Parts.Count < n.Value.Parts.Count);
        cells = next;
        return grown;
    }

    private List<Finding> Findings()
    {
        var best = new Dictionary<SinkMatch, List<SinkHit>>();
        foreach (var function in project.Index.Functions)
        {
            foreach (var hit in SummaryOf(function).Hits)
            {
                if (!hit.Fact.IsSource || !hit.Fact.IsLive) continue;
                if (!best.TryGetValue(hit.Sink, out var list)) best[hit.Sink] = list = [];
                list.Add(hit);
            }
        }
        var result = new List<Finding>();
        foreach (var (sink, hits) in best)
        {
            var candidates = Satisfying(sink, hits).Where(h => !Rule.Rule.Options.TaintUnifyMvars || Agree(sink, h.Fact)).ToList();
            if (candidates.Count == 0) continue;
            var shortest = candidates.Min(c => c.Fact.Trace?.Length ?? 0);
            result.Add(candidates.Where(c => (c.Fact.Trace?.Length ?? 0) == shortest).Select(c => FindingBuilder.Flow(Rule.Rule, sink, c.Fact)).Min(TraceOrder)!);
        }
        return result;
    }

    private List<SinkHit> Satisfying(SinkMatch sink, List<SinkHit> hits)
    {
        if (sink.Slots is { } slots)
        {
            for (var i = 0; i < slots.Count; i++)
            {
                if (!Rule.Holds(slots[i].Condition, Labels(hits.Where(h => h.Slot == i)))) return [];
            }
            return hits;
        }
        return sink.Spec.Requires is not { } condition || Rule.Holds(condition, Labels(hits)) ? hits : [];
    }

    private static ulong Labels(IEnumerable<SinkHit> hits) => hits.Aggregate(0UL, (labels, hit) => labels | 1UL << hit.Fact.Label);

    private static bool Agree(SinkMatch sink, Fact fact)
    {
        foreach (var (name, binding) in fact.Origin.Source!.Match.Bindings)
        {
            if (sink.Match.Bindings.TryGetValue(name, out var other) && other.Text != binding.Text) return false;
        }
        return true;
    }

    private static readonly Comparer<Finding> TraceOrder = Comparer<Finding>.Create(static (left, right) =>
    {
        for (var i = 0; i < Math.Min(left.Trace.Count, right.Trace.Count); i++)
        {
            var order = string.CompareOrdinal(left.Trace[i].File, right.Trace[i].File);
            if (order == 0) order = left.Trace[i].Span.Start.CompareTo(right.Trace[i].Span.Start);
            if (order == 0) order = left.Trace[i].Span.End.CompareTo(right.Trace[i].Span.End);
            if (order != 0) return order;
        }
        return left.Trace.Count.CompareTo(right.Trace.Count);
    });
}
