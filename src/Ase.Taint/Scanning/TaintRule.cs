using Ase.Taint.Engine;
using Ase.Taint.Rules;

namespace Ase.Taint.Scanning;

/// <summary>A taint rule with its labels numbered. Label 0 is the default one.</summary>
internal sealed class TaintRule
{
    private const int MaxLabels = 63;
    private readonly Dictionary<string, int> labels = new(StringComparer.Ordinal);
    private readonly List<string> names = [""];

    /// <param name="rule">The rule.</param>
    /// <param name="library">True in library mode.</param>
    public TaintRule(Rule rule, bool library = false)
    {
        Rule = rule;
        Spec = rule.Taint ?? throw new ArgumentException("not a taint rule", nameof(rule));
        var asks = Conditions(Spec).SelectMany(c => c.Names).Contains(SourceSpec.LibraryLabel, StringComparer.Ordinal);
        if (asks && !(library && Spec.Library))
        {
            // what only parameters of a library could satisfy need not be looked for
            Spec = Spec with { Sources = [.. Spec.Sources.Where(s => !NeedsLibrary(s))] };
            var possible = Spec.Sources.Select(s => s.Label ?? "__SOURCE__").Concat(Spec.Propagators.Select(p => p.Label)).ToHashSet(StringComparer.Ordinal);
            Spec = Spec with { Sinks = [.. Spec.Sinks.Where(s => s.Requires is not { } one || one.HasNegation || one.Holds(possible.Contains))] };
        }
        foreach (var label in Spec.Sources.Select(s => s.Label).Concat(Spec.Propagators.Select(p => p.Label)).Concat(Spec.Guards.SelectMany(g => g.Labels)).Concat(asks ? [SourceSpec.LibraryLabel] : []))
        {
            if (label is null || labels.ContainsKey(label) || names.Count >= MaxLabels) continue;
            labels[label] = names.Count;
            names.Add(label);
        }
        HasTransforms = Spec.Transforms.Count > 0;
        UsesLabels = Spec.Sinks.Any(s => s.Requires is not null || s.RequiresOf is not null)
            || Spec.Sources.Any(s => s.IsConditional) || Spec.Propagators.Any(p => p.Requires is not null);
        if (library && Spec.Library)
        {
            IEnumerable<string?> given = asks ? [SourceSpec.LibraryLabel] : Spec.Sources.Where(s => !s.IsConditional).Select(s => s.Label).DefaultIfEmpty(null).Distinct();
            LibraryLabels = [.. given];
        }
    }

    /// <summary>The labels of the parameters that library mode adds: <c>LIBRARY</c> where the rule asks for it, else those of the rule's sources; empty: none.</summary>
    public IReadOnlyList<string?> LibraryLabels { get; } = [];

    private static IEnumerable<LabelExpression> Conditions(TaintSpec spec)
    {
        foreach (var source in spec.Sources)
        {
            if (source.Requires is { } one) yield return one;
            foreach (var condition in source.RequiresOf?.Values ?? []) yield return condition;
        }
        foreach (var sink in spec.Sinks)
        {
            if (sink.Requires is { } one) yield return one;
            foreach (var condition in sink.RequiresOf?.Values ?? []) yield return condition;
        }
        foreach (var propagator in spec.Propagators)
        {
            if (propagator.Requires is { } one) yield return one;
        }
    }

    private static bool NeedsLibrary(SourceSpec source) =>
        source.Requires is { } one && !HoldsWithout(one) || source.RequiresOf is { } several && several.Values.Any(c => !HoldsWithout(c));

    private static bool HoldsWithout(LabelExpression condition) => condition.Holds(name => name != SourceSpec.LibraryLabel);

    public Rule Rule { get; }

    public TaintSpec Spec { get; }

    /// <summary>False: what is cleaned stays so, and need not be carried on.</summary>
    public bool HasTransforms { get; }

    /// <summary>True when some condition looks at labels.</summary>
    public bool UsesLabels { get; }

    public int LabelOf(string? name) => name is not null && labels.TryGetValue(name, out var index) ? index : 0;

    /// <summary>True when a condition holds for some of the labels.</summary>
    public bool MayHold(LabelExpression condition, ulong possible)
    {
        if (Holds(condition, possible)) return true;
        for (var label = 0; label < names.Count; label++)
        {
            if ((possible >> label & 1) != 0 && Holds(condition, 1UL << label)) return true;
        }
        return false;
    }

    public string NameOf(int label) => names[label];

    public ulong MaskOf(IReadOnlyList<string> cleaned)
    {
        if (cleaned.Count == 0) return Fact.AllLabels;
        var mask = 0UL;
        foreach (var label in cleaned) mask |= 1UL << LabelOf(label);
        return mask;
    }

    /// <summary>True when the labels of live facts satisfy a condition; the default label is also known as <c>__SOURCE__</c>.</summary>
    public bool Holds(LabelExpression condition, ulong present) =>
        condition.Holds(name => name == "__SOURCE__" ? (present & 1) != 0 : labels.TryGetValue(name, out var index) && (present >> index & 1) != 0);
}
