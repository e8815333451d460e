using Ase.Taint.Ir;
using Ase.Taint.Rules;
using Ase.Taint.Scanning;

namespace Ase.Taint.Engine;

/// <summary>Sources at the nodes of values: those that are one by themselves, and those that something has to arrive at first.</summary>
internal sealed partial class FunctionAnalysis
{
    private readonly List<SourceMatch> nearby = [];

    private ValueFacts AddSources(Operand operand, ValueFacts value)
    {
        nearby.Clear();
        var node = file.Canonical(operand.Node);
        roles.FindSources(node, nearby);
        var place = operand.Place;
        if (place is { Path.Count: > 0 })
        {
            AddPrefixSources(operand, place);
        }
        if (nearby.Count == 0) return value;
        var result = new ValueFacts();
        result.AddAll(value);
        var cleaned = place is null ? 0UL : CheckedOf(places.Of(place));
        SourceMatch[] around = [.. nearby];
        foreach (var source in around)
        {
            if (source.Spec.Exact && source.Node != node && !IsPrefix(operand, source.Node)) continue;
            foreach (var given in FactsOf(source, value))
            {
                var fact = given.Clean(cleaned);
                if (place is not null) fact = fact.Pass(BitsAround(places.Of(place)));
                if (source.Spec.BySideEffect != SideEffect.Only) result.Add(AccessPath.Empty, fact);
                if (source.Spec.BySideEffect == SideEffect.False || place is null || source.Node != node) continue;
                var entry = state.Of(places.Of(place));
                state.Set(places.Of(place), entry with { Facts = entry.Facts.Add(fact, ref full) });
            }
        }
        return result;
    }

    private void AddPrefixSources(Operand operand, Place place)
    {
        var at = places.Of(place);
        var cut = at;
        while (cut is not null && !state.Of(cut).IsCut) cut = cut.Parent;
        var known = cut?.Depth ?? 0;
        for (var i = place.Path.Count - 2; i >= -1; i--)
        {
            // what was assigned further in is no longer part of the source
            if (i + 1 < known) break;
            var node = i < 0 ? operand.BaseNode : place.Path[i].Node;
            if (node < 0) continue;
            node = file.Canonical(node);
            var before = nearby.Count;
            roles.FindSources(node, nearby);
            for (var j = nearby.Count - 1; j >= before; j--)
            {
                if (nearby.IndexOf(nearby[j]) < before) nearby.RemoveAt(j);
            }
        }
    }

    private bool IsPrefix(Operand operand, int node) =>
        file.Canonical(operand.BaseNode) == node || (operand.Place is { } place && place.Path.Any(a => a.Node >= 0 && file.Canonical(a.Node) == node));

    /// <summary>The sources at a node of which something is computed, added to what the computation gives.</summary>
    private ValueFacts WithSources(int node, ValueFacts value, Func<SourceMatch, bool> counts)
    {
        nearby.Clear();
        roles.FindSources(node, nearby);
        if (nearby.Count == 0) return value;
        var result = new ValueFacts();
        result.AddAll(value);
        SourceMatch[] around = [.. nearby];
        foreach (var source in around)
        {
            if (!counts(source)) continue;
            foreach (var fact in FactsOf(source, value)) result.Add(AccessPath.Empty, fact);
        }
        return result;
    }

    /// <summary>
    /// What a source puts on a value: itself; or, where something has to arrive first, whatever arrives with the source's label on it. Of
    /// what the caller passes in the labels are not known here, so it takes the label as far as a label it may have is not cleaned.
    /// </summary>
    private List<Fact> FactsOf(SourceMatch source, ValueFacts value)
    {
        if (!source.Spec.IsConditional) return [.. roles.FactsOf(source, context)];
        var result = new List<Fact>();
        if (source.Spec.Requires is { } condition) AddConditional(source, condition, value, result);
        foreach (var (node, needed) in source.Slots ?? [])
        {
            var before = result.Count;
            AddConditional(source, needed, HeldAt(node), result);
            // each of several conditions has to hold
            if (result.Count == before) return [];
        }
        return result;
    }

    private void AddConditional(SourceMatch source, LabelExpression condition, ValueFacts value, List<Fact> result)
    {
        var holds = rule.Holds(condition, Present(value));
        foreach (var fact in value.Whole())
        {
            if (!fact.IsLive) continue;
            var arrives = fact.Label == Fact.AnyLabel ? rule.MayHold(condition, ~fact.Cleaned) : holds;
            if (arrives) result.Add(Extend(fact.Derive().Relabel(source.Label), TraceStepKind.Propagation, source.First));
        }
        if (holds && result.Count == 0) result.Add(roles.FactOf(source));
    }

    /// <summary>What the expression of a node holds, without telling the sinks in it.</summary>
    private ValueFacts HeldAt(int node) => roles.Operands.TryGetValue(node, out var operand) ? Peek(operand) : ValueFacts.None;

    private static ulong Present(ValueFacts value)
    {
        var present = 0UL;
        foreach (var fact in value.Whole())
        {
            if (fact.Label >= 0 && fact.IsLive) present |= 1UL << fact.Label;
        }
        return present;
    }
}
