using Ase.Taint.Patterns;
using Ase.Taint.Patterns.Formulas;
using Ase.Taint.Rules;
using Ase.Taint.Templates;

namespace Ase.Taint.Scanning;

/// <summary>The matches of one taint rule in one file.</summary>
internal sealed class FileMatches
{
    public required RangeIndex<SourceMatch> Sources { get; init; }

    /// <summary>The sources at which a flow can begin: those that need nothing to arrive first.</summary>
    public required RangeIndex<SourceMatch> Starts { get; init; }

    public required RangeIndex<SanitizerMatch> Sanitizers { get; init; }

    public required IReadOnlyList<SinkMatch> Sinks { get; init; }

    /// <summary>By canonical node of the condition.</summary>
    public required IReadOnlyDictionary<int, List<GuardMatch>> Guards { get; init; }

    /// <summary>Canonical nodes of the calls.</summary>
    public required IReadOnlySet<int> Transforms { get; init; }

    public required IReadOnlyList<PropagatorMatch> Propagators { get; init; }

    public bool IsEmpty =>
        Sources.IsEmpty && Sanitizers.IsEmpty && Sinks.Count == 0 && Guards.Count == 0 && Transforms.Count == 0 && Propagators.Count == 0;

    /// <summary>True when a formula of the rule may match the text.</summary>
    public static bool MayMatch(TaintSpec spec, string text) =>
        spec.Sources.Any(s => s.Formula.MayMatch(text)) || spec.Sinks.Any(s => s.Formula.MayMatch(text))
        || spec.Sanitizers.Any(s => s.Formula.MayMatch(text)) || spec.Propagators.Any(s => s.Formula.MayMatch(text))
        || spec.Guards.Any(s => s.Formula.MayMatch(text)) || spec.Transforms.Any(s => s.Formula.MayMatch(text))
        || spec.Stores.Any(s => s.Write.MayMatch(text) || s.Read.MayMatch(text));

    /// <summary>Matches everything in one file; null when nothing does.</summary>
    public static FileMatches? Match(TaintRule rule, FileUnit file, PatternContext context, bool sinksCount)
    {
        var spec = rule.Spec;
        var text = file.Source.Text;
        var sources = new List<SourceMatch>();
        foreach (var source in spec.Sources)
        {
            foreach (var match in Matches(source.Formula)) sources.Add(new SourceMatch(file, match, source, rule.LabelOf(source.Label), sources.Count));
        }
        if (rule.LibraryLabels.Count > 0)
        {
            foreach (var match in LibraryEntries.Of(file))
            {
                foreach (var label in rule.LibraryLabels) sources.Add(new SourceMatch(file, match, LibraryEntries.Spec, rule.LabelOf(label), sources.Count));
            }
        }
        var sinks = new List<SinkMatch>();
        foreach (var sink in sinksCount ? spec.Sinks : [])
        {
            foreach (var match in Matches(sink.Formula)) sinks.Add(new SinkMatch(file, match, sink, sinks.Count));
        }
        StoreMatches.Add(rule, file, context, sources, sinks, Matches);
        var guards = new Dictionary<int, List<GuardMatch>>();
        foreach (var guard in spec.Guards)
        {
            foreach (var match in Matches(guard.Formula))
            {
                if (match.Node < 0 || !match.Bindings.TryGetValue(guard.Cleans, out var target)) continue;
                var node = file.Canonical(match.Node);
                if (!guards.TryGetValue(node, out var list)) guards[node] = list = [];
                list.Add(new GuardMatch(guard, target, rule.MaskOf(guard.Labels)));
            }
        }
        var propagators = new List<PropagatorMatch>();
        foreach (var propagator in spec.Propagators)
        {
            foreach (var match in Matches(propagator.Formula))
            {
                if (NodeOf(file, match, propagator.From) is not { } from || NodeOf(file, match, propagator.To) is not { } to) continue;
                propagators.Add(new PropagatorMatch(file, match, propagator, from, to));
            }
        }
        var result = new FileMatches
        {
            Sources = new(sources),
            Starts = new(sources.Where(s => !s.Spec.IsConditional)),
            Sanitizers = new(spec.Sanitizers.SelectMany(s => Matches(s.Formula).Select(m => new SanitizerMatch(file, m, s)))),
            Sinks = sinks,
            Guards = guards,
            Transforms = spec.Transforms.SelectMany(t => Matches(t.Formula)).Where(m => m.Node >= 0).Select(m => file.Canonical(m.Node)).ToHashSet(),
            Propagators = propagators,
        };
        return result.IsEmpty ? null : result;

        IReadOnlyList<FormulaMatch> Matches(Formula formula) => formula.MayMatch(text) ? formula.Match(context) : [];
    }

    /// <summary>What a template shows; null when nothing.</summary>
    public static FileMatches? OfTemplate(FileUnit file)
    {
        var tree = file.Tree;
        var sinks = new List<SinkMatch>();
        for (var i = 0; i < tree.Count; i++)
        {
            if (tree[i].Kind != "call_expression") continue;
            var callee = tree[i].Field("function").Text;
            if (callee is not (TemplateText.Raw or TemplateText.Plain)) continue;
            var match = new FormulaMatch(tree[i].Span, i, new Dictionary<string, Binding>());
            sinks.Add(new SinkMatch(file, match, Shown, sinks.Count) { IsEscaped = callee is TemplateText.Plain });
        }
        return sinks.Count == 0 ? null : new FileMatches
        {
            Sources = new([]),
            Starts = new([]),
            Sanitizers = new([]),
            Sinks = sinks,
            Guards = new Dictionary<int, List<GuardMatch>>(),
            Transforms = new HashSet<int>(),
            Propagators = [],
        };
    }

    private static readonly SinkSpec Shown = new(new AnyOf([]));

    private static int? NodeOf(FileUnit file, FormulaMatch match, string metavariable) =>
        match.Bindings.TryGetValue(metavariable, out var binding) && binding.Node >= 0 ? file.Canonical(binding.Node) : null;
}
