namespace Ase.Taint.Patterns.Formulas;

/// <summary>One part of a conjunction.</summary>
internal enum PartKind
{
    /// <summary>The range is a candidate.</summary>
    Match,
    /// <summary>The candidate lies within.</summary>
    Inside,
    /// <summary>What it excludes is no candidate.</summary>
    Not,
}

/// <summary>A formula with its role.</summary>
internal sealed record FormulaPart(PartKind Kind, Formula Formula);

/// <summary>
/// <c>patterns</c>: what all positive parts have in common, less the negative ones, as far as the conditions hold, cut to the focus.
/// </summary>
internal sealed class AllOf(IReadOnlyList<FormulaPart> parts, IReadOnlyList<Condition> conditions, IReadOnlyList<IReadOnlyList<string>> focus) : Formula
{
    // patterns first and the general ones last, so that few candidates remain
    private readonly FormulaPart[] positive = [.. parts.Where(p => p.Kind != PartKind.Not).OrderBy(p => p.Kind)];
    private readonly FormulaPart[] negative = [.. parts.Where(p => p.Kind == PartKind.Not)];

    /// <summary>There is something to look for; without, the formula only judges ranges that are given (<c>metavariable-pattern</c>).</summary>
    public bool HasPositive => positive.Length > 0;

    public override IReadOnlyList<FormulaMatch> Match(PatternContext context) => context.Cached(this, Compute);

    public override bool MayMatch(string text) => Array.TrueForAll(positive, p => p.Formula.MayMatch(text)) && conditions.All(c => c.MayHold(text));

    private List<FormulaMatch> Compute(PatternContext context)
    {
        var found = new List<IReadOnlyList<FormulaMatch>>(positive.Length);
        foreach (var part in positive)
        {
            var ranges = part.Formula.Match(context);
            if (ranges.Count == 0) return [];
            found.Add(ranges);
        }
        // an alternative of `pattern-inside`s surrounds as well
        List<FormulaMatch>? matches = null;
        foreach (var ranges in found.OrderBy(f => f[0].Role == RangeRole.Inside))
        {
            matches = matches is null ? [.. ranges] : Ranges.Intersect(context, matches, ranges);
            if (matches.Count == 0) return matches;
        }
        return matches is null ? [] : Filter(context, matches);
    }

    /// <summary>Those of the given ranges that the negative parts and the conditions let pass.</summary>
    public List<FormulaMatch> Filter(PatternContext context, List<FormulaMatch> matches)
    {
        foreach (var part in negative)
        {
            matches = Ranges.Except(context, matches, part.Formula.Match(context));
            if (matches.Count == 0) return matches;
        }
        foreach (var condition in conditions)
        {
            matches = condition.Filter(context, matches);
            if (matches.Count == 0) return matches;
        }
        return Focus(context, matches);
    }

    private List<FormulaMatch> Focus(PatternContext context, List<FormulaMatch> matches)
    {
        for (var i = 0; i < focus.Count; i++)
        {
            List<FormulaMatch> focused = [];
            foreach (var match in matches)
            {
                foreach (var name in focus[i])
                {
                    if (!match.Bindings.TryGetValue(name, out var binding)) continue;
                    // a second focus is what both have in common
                    if (i > 0 && binding.Span.Contains(match.Span)) focused.Add(match);
                    else if (i == 0 || match.Span.Contains(binding.Span)) focused.Add(match with { Span = binding.Span, Node = NodeOf(context, binding) });
                }
            }
            matches = Ranges.Union([Ranges.Sorted(focused)]);
        }
        return matches;
    }

    private static int NodeOf(PatternContext context, Binding binding)
    {
        if (binding.Node < 0) return -1;
        var tree = context.Tree;
        if (tree.StartOf(binding.Node) != binding.Span.Start || tree.EndOf(binding.Node) != binding.Span.End) return -1;
        // the largest node of that span
        var node = binding.Node;
        while (tree.ParentOf(node) is var parent and >= 0 && tree.StartOf(parent) == binding.Span.Start && tree.EndOf(parent) == binding.Span.End) node = parent;
        return node;
    }
}

/// <summary><c>pattern-either</c>.</summary>
internal sealed class AnyOf(IReadOnlyList<Formula> alternatives) : Formula
{
    public IReadOnlyList<Formula> Alternatives { get; } = alternatives;

    public override IReadOnlyList<FormulaMatch> Match(PatternContext context) => context.Cached(this, c => Ranges.Union(Alternatives.Select(a => a.Match(c))));

    public override bool MayMatch(string text) => Alternatives.Any(a => a.MayMatch(text));
}

/// <summary><c>pattern-inside</c>: the matches surround the result.</summary>
internal sealed class Surrounding(Formula formula) : Formula
{
    public override IReadOnlyList<FormulaMatch> Match(PatternContext context) => context.Cached(this, c => [.. formula.Match(c).Select(m => m with { Role = RangeRole.Inside })]);

    public override bool MayMatch(string text) => formula.MayMatch(text);
}

/// <summary>The matches whose range is not exactly that of a match of the others.</summary>
internal sealed class Distinct(Formula formula, IReadOnlyList<Formula> others) : Formula
{
    public override IReadOnlyList<FormulaMatch> Match(PatternContext context)
    {
        var taken = others.SelectMany(o => o.Match(context)).Select(m => m.Span).ToHashSet();
        return [.. formula.Match(context).Where(m => !taken.Contains(m.Span))];
    }

    public override bool MayMatch(string text) => formula.MayMatch(text);
}
