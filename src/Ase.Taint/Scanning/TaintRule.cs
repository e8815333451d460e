using Ase.Taint.Engine;
using Ase.Taint.Rules;

namespace Ase.Taint.Scanning;

/// <summary>A taint rule with its labels numbered. Label 0 is the default one.</summary>
internal sealed class TaintRule
{
    private const int MaxLabels = 63;
    private readonly Dictionary<string, int> labels = new(StringComparer.Ordinal);
    private readonly List<string> names = [""];

    public TaintRule(Rule rule)
    {
        Rule = rule;
        Spec = rule.Taint ?? throw new ArgumentException("not a taint rule", nameof(rule));
        foreach (var label in Spec.Sources.Select(s => s.Label).Concat(Spec.Propagators.Select(p => p.Label)).Concat(Spec.Guards.SelectMany(g => g.Labels)))
        {
            if (label is null || labels.ContainsKey(label) || names.Count >= MaxLabels) continue;
            labels[label] = names.Count;
            names.Add(label);
        }
        HasTransforms = Spec.Transforms.Count > 0;
        UsesLabels = Spec.Sinks.Any(s => s.Requires is not null || s.RequiresOf is not null)
            || Spec.Sources.Any(s => s.Requires is not null) || Spec.Propagators.Any(p => p.Requires is not null);
    }

    public Rule Rule { get; }

    public TaintSpec Spec { get; }

    /// <summary>False: what is cleaned stays so, and need not be carried on.</summary>
    public bool HasTransforms { get; }

    /// <summary>True when some condition looks at labels.</summary>
    public bool UsesLabels { get; }

    public int LabelOf(string? name) => name is not null && labels.TryGetValue(name, out var index) ? index : 0;

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
