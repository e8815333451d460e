using Ase.Taint.Patterns;
using Ase.Taint.Rules;

namespace Ase.Taint.Scanning;

/// <summary>A match of a part of a rule. <see cref="First"/> to <see cref="Last"/> (exclusive) are the nodes inside it.</summary>
internal abstract class SpecMatch
{
    protected SpecMatch(FileUnit file, FormulaMatch match)
    {
        File = file;
        Match = match;
        if (match.Node >= 0)
        {
            Node = file.Canonical(match.Node);
            (First, Last) = (match.Node, file.Tree.LastOf(match.Node));
        }
        else
        {
            Node = -1;
            var cover = file.Tree.Covering(match.Span);
            var (first, last) = (int.MaxValue, -1);
            foreach (var child in cover.Children)
            {
                if (!match.Span.Contains(child.Span)) continue;
                first = Math.Min(first, child.Index);
                last = Math.Max(last, file.Tree.LastOf(child.Index));
            }
            if (last >= 0) (First, Last) = (first, last);
            else (Node, First, Last) = (file.Canonical(cover.Index), cover.Index, file.Tree.LastOf(cover.Index));
        }
    }

    public FileUnit File { get; }

    public FormulaMatch Match { get; }

    /// <summary>The canonical node that is the match; -1 when it is a run of nodes.</summary>
    public int Node { get; }

    public int First { get; }

    public int Last { get; }

    /// <summary>True when the match is what a metavariable stands for (a focus): a value, and not a construct around values.</summary>
    public bool IsValue => Match.Bindings.Values.Any(b => b.Span == Match.Span);

    /// <summary>True when a canonical node is inside the match.</summary>
    public bool Contains(int node) => First <= node && node < Last;
}

/// <summary>A match of a source.</summary>
internal sealed class SourceMatch(FileUnit file, FormulaMatch match, SourceSpec spec, int label, int order) : SpecMatch(file, match)
{
    /// <summary>For conditions per metavariable: the node and the condition of each; else null.</summary>
    public IReadOnlyList<(int Node, LabelExpression Condition)>? Slots { get; } = spec.RequiresOf is { } conditions
        ? [.. conditions.Where(c => match.Bindings.TryGetValue(c.Key, out var b) && b.Node >= 0).Select(c => (file.Canonical(match.Bindings[c.Key].Node), c.Value))]
        : null;

    public SourceSpec Spec { get; } = spec;

    /// <summary>The label's index in the rule.</summary>
    public int Label { get; } = label;

    /// <summary>A read from a store: what was written under the key; null for a source of the rule.</summary>
    public string? StoreKey { get; init; }

    /// <summary>Position among the source matches of the file.</summary>
    public int Order { get; } = order;
}

/// <summary>A match of a sanitizer.</summary>
internal sealed class SanitizerMatch(FileUnit file, FormulaMatch match, SanitizerSpec spec) : SpecMatch(file, match)
{
    public SanitizerSpec Spec { get; } = spec;
}

/// <summary>A match of a sink.</summary>
internal sealed class SinkMatch : SpecMatch
{
    public SinkMatch(FileUnit file, FormulaMatch match, SinkSpec spec, int order) : base(file, match)
    {
        Spec = spec;
        Order = order;
        Owner = file.OwnerOf(this);
        if (spec.RequiresOf is { } conditions)
        {
            Slots = [.. conditions.Where(c => match.Bindings.TryGetValue(c.Key, out var b) && b.Node >= 0)
                .Select(c => (file.Canonical(match.Bindings[c.Key].Node), c.Value))];
        }
    }

    public SinkSpec Spec { get; }

    public int Order { get; }

    /// <summary>The innermost function around it.</summary>
    public int Owner { get; }

    /// <summary>A write to a store, under this key; null for a sink of the rule.</summary>
    public string? StoreKey { get; init; }

    /// <summary>An output of a template that is escaped unless the program says otherwise.</summary>
    public bool IsEscaped { get; init; }

    /// <summary>For conditions per metavariable: the node and the condition of each; else null.</summary>
    public IReadOnlyList<(int Node, LabelExpression Condition)>? Slots { get; }
}

/// <summary>A match of a guard.</summary>
/// <param name="Spec">The guard.</param>
/// <param name="Target">Where the checked expression is.</param>
/// <param name="Labels">A bit per cleaned label.</param>
internal sealed record GuardMatch(GuardSpec Spec, Binding Target, ulong Labels);

/// <summary>A match of a propagator.</summary>
internal sealed class PropagatorMatch(FileUnit file, FormulaMatch match, PropagatorSpec spec, int from, int to) : SpecMatch(file, match)
{
    public PropagatorSpec Spec { get; } = spec;

    /// <summary>Canonical node that is read.</summary>
    public int From { get; } = from;

    /// <summary>Canonical node that is written.</summary>
    public int To { get; } = to;

    public int Owner { get; } = file.OwnerOf(from);
}
