namespace Ase.Taint.Patterns.Formulas;

/// <summary>One part of a conjunction.</summary>
internal enum PartKind
{
    /// <summary>The range is a candidate.</summary>
    Match,
    /// <summary>The candidate lies within.</summary>
    Inside,
    /// <summary>The candidate does not lie within.</summary>
    NotInside,
    /// <summary>The candidate is not that.</summary>
    Not,
}

/// <summary>A formula with its role.</summary>
internal sealed record FormulaPart(PartKind Kind, Formula Formula)
{
    /// <summary>A part that only says where something stands keeps that role inside of <c>pattern-either</c> and <c>patterns</c>.</summary>
    public static FormulaPart AsContext(FormulaPart part) => part.Kind == PartKind.Match && part.Formula is AnyOf { IsContext: true } or AllOf { IsContext: true } ? part with { Kind = PartKind.Inside } : part;
}

/// <summary>
/// <c>patterns</c>: what all positive parts have in common, less the negative ones, as far as the conditions hold, cut to the focus.
/// </summary>
internal sealed class AllOf(IReadOnlyList<FormulaPart> parts, IReadOnlyList<Condition> conditions, IReadOnlyList<IReadOnlyList<string>> focus) : Formula
{
    // patterns first and the general ones last, so that few candidates remain
    private readonly FormulaPart[] positive = [.. parts.Where(p => p.Kind < PartKind.NotInside).Select(FormulaPart.AsContext).OrderBy(p => p.Kind)];
    private readonly FormulaPart[] negative = [.. parts.Where(p => p.Kind >= PartKind.NotInside)];

    /// <summary>It is made of <c>pattern-inside</c> alone.</summary>
    public bool IsContext => positive.Length > 0 && positive[0].Kind == PartKind.Inside && focus.Count == 0;

    /// <summary>There is something to look for; without, the formula only judges ranges that are given (<c>metavariable-pattern</c>).</summary>
    public bool HasPositive => positive.Length > 0;

    public override IReadOnlyList<FormulaMatch> Match(PatternContext context) => context.Cached(this, Compute);

    public override bool MayMatch(string text) => Array.TrueForAll(positive, p => p.Formula.MayMatch(text));

    private List<FormulaMatch> Compute(PatternContext context)
    {
        List<FormulaMatch>? matches = null;
        foreach (var part in positive)
        {
            var found = part.Formula.Match(context);
            if (found.Count == 0) return [];
            matches = matches is null ? [.. found] : Ranges.Intersect(context, matches, found, part.Kind == PartKind.Inside && positive[0].Kind != PartKind.Inside);
            if (matches.Count == 0) return matches;
        }
        return matches is null ? [] : Filter(context, matches);
    }

    /// <summary>Those of the given ranges that the negative parts and the conditions let pass.</summary>
    public List<FormulaMatch> Filter(PatternContext context, List<FormulaMatch> matches)
    {
        foreach (var part in negative)
        {
            matches = Ranges.Except(context, matches, part.Formula.Match(context), same: part.Kind == PartKind.Not);
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
/// <param name="alternatives">The alternatives.</param>
/// <param name="isContext">They are <c>pattern-inside</c>, or made of it.</param>
internal sealed class AnyOf(IReadOnlyList<Formula> alternatives, bool isContext = false) : Formula
{
    public bool IsContext { get; } = isContext;

    public IReadOnlyList<Formula> Alternatives { get; } = alternatives;

    public override IReadOnlyList<FormulaMatch> Match(PatternContext context) => context.Cached(this, c => Ranges.Union(Alternatives.Select(a => a.Match(c))));

    public override bool MayMatch(string text) => Alternatives.Any(a => a.MayMatch(text));
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
