using System.Runtime.InteropServices;
using Ase.Code.Text;
using Ase.Taint.Constants;
using Ase.Taint.Engine;
using Ase.Taint.Ir;
using Ase.Taint.Library;
using Ase.Taint.Summaries;

namespace Ase.Taint.Scanning;

/// <summary>
/// One taint rule over the files of one language family: functions are analysed on demand and again when a callee's summary changed, in an
/// order that depends on the files alone.
/// </summary>
internal sealed class RuleRun : IRuleContext
{
    private const int MaxRounds = 10;
    private const int MaxRuns = 40;
    private readonly ProjectModel project;
    private readonly IReadOnlyDictionary<FileUnit, FileMatches> matches;
    private readonly Dictionary<FunctionUnit, Summary> summaries = [];
    private readonly Dictionary<FunctionUnit, Demand> demands = [];
    private readonly Dictionary<FunctionUnit, int> runs = [];
    private readonly PriorityQueue<FunctionUnit, (int, int, int)> queue = new();
    private readonly HashSet<FunctionUnit> queued = [];
    private readonly HashSet<Incomplete> incomplete = [];
    private IReadOnlySet<FunctionUnit> relevant = new HashSet<FunctionUnit>();
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

    public IEnumerable<Incomplete> Incomplete => incomplete;

    /// <summary>Functions that were analysed.</summary>
    public int Functions => summaries.Count;

    public FileMatches? MatchesIn(FileUnit file) => matches.GetValueOrDefault(file);

    public LibraryModels ModelsOf(FileUnit file) => LibraryModels.Of(file.Family);

    public FunctionTargets TargetsOf(FunctionUnit function) => project.TargetsOf(function);

    public ConstantFacts ConstantsOf(FunctionUnit function) => project.ConstantsOf(function);

    public Summary SummaryOf(FunctionUnit function) => summaries.GetValueOrDefault(function) ?? Summary.Empty;

    public ValueFacts CellOf(object key) => cells.GetValueOrDefault(key) ?? ValueFacts.None;

    public void ReportIncomplete(FileUnit file, string reason) => incomplete.Add(new Incomplete(file.Path, reason));

    public Demand DemandOf(FunctionUnit function) => demands.GetValueOrDefault(function) ?? Demand.None;

    public int DepthOf(FunctionUnit function) => runs.GetValueOrDefault(function) switch
    {
        <= 2 => 3,
        <= 5 => 2,
        <= 24 => 1,
        _ => 0,
    };

    public void Request(FunctionUnit function, OriginKind kind, int parameter, IrVariable? variable)
    {
        if (!relevant.Contains(function)) return;
        if (!demands.TryGetValue(function, out var demand)) demands[function] = demand = new Demand();
        if (demand.Add(kind, parameter, variable)) Enqueue(function);
    }

    /// <summary>Runs the rule: from the functions that hold sources to whatever a flow touches, callees before their callers.</summary>
    public IReadOnlyList<Finding> Run()
    {
        relevant = project.Relevant(matches);
        if (relevant.Count == 0) return [];
        foreach (var function in project.Index.Functions)
        {
            if (relevant.Contains(function) && ProjectModel.HasSource(function, matches)) Enqueue(function);
        }
        RequestChecks();
        for (var round = 0; ; round++)
        {
            while (queue.TryDequeue(out var function, out _))
            {
                queued.Remove(function);
                Analyse(function);
            }
            var changed = TakeCells();
            if (changed.Count == 0) break;
            if (round + 1 >= MaxRounds)
            {
                incomplete.Add(new Incomplete("", $"rule {Rule.Rule.Id}: shared state still changes after {MaxRounds} rounds"));
                break;
            }
            foreach (var function in project.Index.Functions)
            {
                if (relevant.Contains(function) && (project.Reads(function, changed) || ReadsStored(function, changed))) Enqueue(function);
            }
        }
        return Findings();
    }

    private bool ReadsStored(FunctionUnit function, HashSet<object> changed)
    {
        if (Rule.Spec.Stores.Count == 0 || !matches.TryGetValue(function.File, out var found)) return false;
        var last = function.File.Tree.LastOf(function.Ir.Node);
        foreach (var source in found.Sources.All)
        {
            if (source.StoreKey is { } key && source.First >= function.Ir.Node && source.First < last && changed.Contains(key)) return true;
        }
        return false;
    }

    /// <summary>
    /// Small functions that check their parameters are looked at before anybody calls them: what a check cleans must be known the first time,
    /// for what a recursion has passed on to itself once it passes on for ever.
    /// </summary>
    private void RequestChecks()
    {
        const int MaxChecked = 200;
        const int MaxCaller = 40;
        const int Levels = 3;
        var seen = new HashSet<FunctionUnit>();
        List<FunctionUnit> level = [.. project.Index.Functions.Where(f => relevant.Contains(f) && HoldsGuard(f) && Size(f) <= MaxChecked)];
        for (var i = 0; i < Levels && level.Count > 0; i++)
        {
            var next = new List<FunctionUnit>();
            foreach (var function in level)
            {
                if (!seen.Add(function)) continue;
                for (var parameter = 0; parameter < function.Ir.Parameters.Count; parameter++) Request(function, OriginKind.Parameter, parameter, null);
                next.AddRange(project.UsersOf(function).Where(u => relevant.Contains(u) && u.Ir.Parameters.Count > 0 && u.Definitions.Returns.Count > 0 && Size(u) <= MaxCaller));
            }
            level = next;
        }
    }

    private bool HoldsGuard(FunctionUnit function)
    {
        if (function.Ir.Parameters.Count == 0 || !matches.TryGetValue(function.File, out var found) || found.Guards.Count == 0) return false;
        var (first, last) = (function.Ir.Node, function.File.Tree.LastOf(function.Ir.Node));
        return found.Guards.Keys.Any(node => node >= first && node < last);
    }

    private static int Size(FunctionUnit function) => function.Ir.Blocks.Sum(b => b.Instructions.Count);

    private void Enqueue(FunctionUnit function)
    {
        if (!queued.Add(function)) return;
        var (group, position) = project.OrderOf(function);
        // in a recursion everybody gets a turn before anybody gets another
        queue.Enqueue(function, (group, runs.GetValueOrDefault(function), position));
    }

    private void Analyse(FunctionUnit function)
    {
        Cancellation.ThrowIfCancellationRequested();
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(runs, function, out _);
        if (++count > MaxRuns)
        {
            ReportIncomplete(function.File, $"{function.Ir} still changes after {MaxRuns} passes");
            return;
        }
        var summary = new FunctionAnalysis(this, function).Run();
        var same = summary.Same(SummaryOf(function));
        summaries[function] = summary;
        if (same) return;
        foreach (var user in project.UsersOf(function))
        {
            if (relevant.Contains(user)) Enqueue(user);
        }
    }

    /// <summary>Collects what functions left in shared things.</summary>
    /// <returns>The things that hold more than before.</returns>
    private HashSet<object> TakeCells()
    {
        var next = new Dictionary<object, ValueFacts>();
        foreach (var function in project.Index.Functions)
        {
            foreach (var write in SummaryOf(function).Cells)
            {
                if (!write.Fact.IsSource) continue;
                if (!next.TryGetValue(write.Key, out var value)) next[write.Key] = value = new ValueFacts();
                value.Add(write.Path, write.Fact);
            }
            foreach (var hit in SummaryOf(function).Hits)
            {
                if (hit is not { Sink.StoreKey: { } key, Fact: { IsSource: true, IsLive: true } fact }) continue;
                if (!next.TryGetValue(key, out var value)) next[key] = value = new ValueFacts();
                value.Add(AccessPath.Empty, fact.At(Trace.Extend(fact.Trace, TraceStepKind.Propagation, hit.Sink.File, hit.Sink.Match.Node >= 0 ? hit.Sink.Match.Node : hit.Sink.First)));
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
        var grown = new HashSet<object>();
        foreach (var (key, value) in next)
        {
            if (!cells.TryGetValue(key, out var before) || before.Parts.Count < value.Parts.Count) grown.Add(key);
        }
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
                if (!hit.Fact.IsSource || !hit.Fact.IsLive || hit.Sink.StoreKey is not null) continue;
                if (!best.TryGetValue(hit.Sink, out var list)) best[hit.Sink] = list = [];
                list.Add(hit);
            }
        }
        // two patterns may mean the same place
        var result = new Dictionary<(string, TextSpan), Finding>();
        foreach (var (sink, hits) in best)
        {
            var candidates = Satisfying(sink, hits).Where(h => !Rule.Rule.Options.TaintUnifyMvars || Agree(sink, h.Fact)).ToList();
            if (candidates.Count == 0) continue;
            var shortest = candidates.Min(c => c.Fact.Trace?.Length ?? 0);
            var finding = candidates.Where(c => (c.Fact.Trace?.Length ?? 0) == shortest).Select(c => FindingBuilder.Flow(Rule.Rule, sink, c.Fact)).Min(TraceOrder)!;
            var place = (finding.File, finding.Span);
            if (!result.TryGetValue(place, out var known) || Better(finding, known)) result[place] = finding;
        }
        return [.. result.Values];

        static bool Better(Finding one, Finding other) => one.Trace.Count != other.Trace.Count ? one.Trace.Count < other.Trace.Count : TraceOrder.Compare(one, other) < 0;
    }

    private List<SinkHit> Satisfying(SinkMatch sink, List<SinkHit> hits)
    {
        if (sink.Slots is { } slots)
        {
            for (var i = 0; i < slots.Count; i++)
            {
                if (!Rule.Holds(slots[i].Condition, Labels(hits.Where(h => h.Slot == i)))) return [];
            }
            // the first condition is what the trace is about
            var telling = hits.FindAll(h => h.Slot == 0 && Rule.Holds(slots[0].Condition, 1UL << h.Fact.Label));
            return telling.Count > 0 ? telling : hits;
        }
        if (sink.Spec.Requires is not { } condition) return hits;
        if (!Rule.Holds(condition, Labels(hits))) return [];
        // where one alone is enough the trace is its
        var alone = hits.FindAll(h => Rule.Holds(condition, 1UL << h.Fact.Label));
        return alone.Count > 0 ? alone : hits;
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
