using Ase.Taint.Ir;
using Ase.Taint.Scanning;

namespace Ase.Taint.Engine;

/// <summary>Reading and writing places.</summary>
internal sealed partial class FunctionAnalysis
{
    /// <summary>What an operand holds, sources and sanitizers at its nodes applied; sinks at its nodes are served.</summary>
    private ValueFacts Read(Operand operand)
    {
        var value = operand.Place is { } place ? ReadWithKeys(operand, place) : ValueFacts.None;
        if (roles.HasSources) value = AddSources(operand, value);
        if (roles.HasSanitizers) value = ApplySanitizers(operand, value);
        if (roles.HasSinks) ServeOperand(operand, value);
        return value;
    }

    /// <summary>The same without telling the sinks: for a part of a place that is itself read or written.</summary>
    private ValueFacts Peek(Operand operand)
    {
        var value = operand.Place is { } place ? ReadWithKeys(operand, place) : ValueFacts.None;
        if (roles.HasSources) value = AddSources(operand, value);
        return roles.HasSanitizers ? ApplySanitizers(operand, value) : value;
    }

    private ValueFacts ReadWithKeys(Operand operand, Place place)
    {
        var node = places.Of(place);
        var value = ReadPlace(node);
        foreach (var accessor in place.Path)
        {
            if (accessor.Key is not { } key) continue;
            var keyed = Read(key);
            if (keyed.IsEmpty || rule.Rule.Options.TaintAssumeSafeIndexes || rule.Rule.Options.TaintOnlyPropagateThroughAssignments) continue;
            var joined = new ValueFacts();
            joined.AddAll(value);
            foreach (var cut in value.Parts.Where(p => p.Fact is null)) joined.Cut(cut.Path);
            foreach (var fact in keyed.Whole()) joined.Add(AccessPath.Empty, Extend(fact.Derive(), TraceStepKind.Propagation, operand.Node));
            value = joined;
        }
        return value;
    }

    /// <summary>What is known of a place and its parts.</summary>
    private ValueFacts ReadPlace(PlaceNode place)
    {
        var bits = 0UL;
        for (var at = place; at is not null; at = at.Parent) bits |= at.CheckBit;
        if (state.Entries.Count == 0) return ValueFacts.None;
        var result = new ValueFacts();
        Collect(state, place, result, withParts: true);
        return bits == 0 || result.IsEmpty ? result : result.Map(f => f.Pass(bits));
    }

    /// <summary>What a state knows of a place only from the places around it.</summary>
    private static FactSet InheritedFacts(State state, PlaceNode place)
    {
        if (place.Parent is null) return FactSet.Empty;
        var result = new ValueFacts();
        Collect(state, place, result, withParts: false);
        var facts = FactSet.Empty;
        var dropped = false;
        foreach (var fact in result.Whole()) facts = facts.Add(fact, ref dropped);
        return facts;
    }

    private static void Collect(State state, PlaceNode place, ValueFacts result, bool withParts)
    {
        var depth = place.Depth;
        Span<PlaceNode?> chain = new PlaceNode?[depth + 1];
        for (var at = place; at is not null; at = at.Parent) chain[at.Depth] = at;
        var cut = 0;
        for (var d = depth; d > 0 && cut == 0; d--)
        {
            if (state.Of(chain[d]!).IsCut) cut = d;
        }
        var path = place.Path;
        var cleaned = 0UL;
        for (var d = depth; d >= cut; d--)
        {
            var entry = state.Of(chain[d]!);
            if (d < depth)
            {
                var rest = path.Skip(d);
                foreach (var fact in entry.Facts.Span) result.Add(AccessPath.Empty, fact.Enter(rest).Clean(cleaned));
                // other parts that may be the one that is read
                foreach (var child in chain[d]!.Children)
                {
                    if (child.IsUsed && child.Step != chain[d + 1]!.Step && child.Step.Meets(chain[d + 1]!.Step)) CollectLoose(state, child, place, path, result, withParts);
                }
            }
            else if (withParts)
            {
                foreach (var fact in entry.Facts.Span) result.Add(AccessPath.Empty, fact);
            }
            cleaned |= entry.Checked;
        }
        if (withParts) CollectBelow(state, place, AccessPath.Empty, result);
    }

    private static void CollectLoose(State state, PlaceNode node, PlaceNode place, AccessPath path, ValueFacts result, bool withParts)
    {
        var entry = state.Of(node);
        if (node.Depth < place.Depth)
        {
            var rest = path.Skip(node.Depth);
            foreach (var fact in entry.Facts.Span) result.Add(AccessPath.Empty, fact.Enter(rest));
            foreach (var child in node.Children)
            {
                if (child.IsUsed && child.Step.Meets(path[node.Depth])) CollectLoose(state, child, place, path, result, withParts);
            }
            return;
        }
        foreach (var fact in entry.Facts.Span) result.Add(AccessPath.Empty, fact);
        if (withParts) CollectBelow(state, node, AccessPath.Empty, result);
    }

    private static void CollectBelow(State state, PlaceNode node, AccessPath path, ValueFacts result)
    {
        foreach (var child in node.Children)
        {
            if (!child.IsUsed) continue;
            var below = path.Append(child.Step);
            var entry = state.Of(child);
            if (entry.IsCut) result.Cut(below);
            foreach (var fact in entry.Facts.Span) result.Add(below, fact);
            CollectBelow(state, child, below, result);
        }
    }

    /// <summary>Stores a value. A strong store replaces what the place held.</summary>
    private void Write(PlaceNode place, ValueFacts value, bool strong)
    {
        state.Forget(place);
        if (strong)
        {
            Erase(place);
            state.Set(place, new Entry(FactSet.Empty, IsCut: true, 0));
        }
        if (checkedPlaces > 0) Unpass(place);
        if (loops.Count > 0 && !value.IsEmpty) SpoilLoops(place, value);
        value = value.Limited();
        foreach (var part in value.Parts)
        {
            var at = places.Part(place, part.Path);
            var entry = state.Of(at);
            if (part.Fact is { } fact)
            {
                if (!rule.HasTransforms && !fact.IsLive) continue;
                state.Set(at, entry with { Facts = entry.Facts.Add(fact, ref full) });
            }
            else if (strong)
            {
                state.Set(at, entry with { IsCut = true });
            }
        }
    }

    private void Erase(PlaceNode place)
    {
        if (!place.IsUsed) return;
        state.Remove(place);
        foreach (var child in place.Children) Erase(child);
    }

    /// <summary>The place changes: what passed through its earlier value did not pass through the new one.</summary>
    private void Unpass(PlaceNode place)
    {
        var bits = BitsOf(place);
        if (bits == 0) return;
        foreach (var (at, entry) in state.Entries.ToList())
        {
            var facts = entry.Facts.Map(f => f.Unpass(bits));
            if (!ReferenceEquals(facts, entry.Facts)) state.Set(at, entry with { Facts = facts });
        }
    }

    private static ulong BitsOf(PlaceNode place)
    {
        var bits = place.CheckBit;
        foreach (var child in place.Children) bits |= BitsOf(child);
        return bits;
    }

    /// <summary>A check of a place succeeded: its value, its parts, and what was made from it are clean.</summary>
    private void Clean(PlaceNode place, ulong labels)
    {
        foreach (var fact in ReadPlace(place).Top())
        {
            if (fact is { IsWhole: true, Revived: false } && fact.Origin.IsSymbol) state.Assume(fact.Origin, labels);
        }
        var bit = BitsOf(place);
        foreach (var (at, entry) in state.Entries.ToList())
        {
            var inside = place.Holds(at);
            var facts = entry.Facts.Map(f => inside || (f.Via & bit) != 0 ? f.Clean(labels) : f);
            if (!rule.HasTransforms) facts = Live(facts);
            if (!ReferenceEquals(facts, entry.Facts)) state.Set(at, entry with { Facts = facts });
        }
        var checkedEntry = state.Of(place);
        state.Set(place, checkedEntry with { Checked = checkedEntry.Checked | labels });
    }

    private static FactSet Live(FactSet facts)
    {
        var all = true;
        foreach (var fact in facts.Span) all &= fact.IsLive;
        if (all) return facts;
        var result = FactSet.Empty;
        var dropped = false;
        foreach (var fact in facts.Span)
        {
            if (fact.IsLive) result = result.Add(fact, ref dropped);
        }
        return result;
    }

    private ulong CheckedOf(PlaceNode place)
    {
        var cleaned = 0UL;
        for (var at = place; at is not null; at = at.Parent)
        {
            var entry = state.Of(at);
            cleaned |= entry.Checked;
            if (entry.IsCut) break;
        }
        return cleaned;
    }

    private static ulong BitsAround(PlaceNode place)
    {
        var bits = 0UL;
        for (var at = place; at is not null; at = at.Parent) bits |= at.CheckBit;
        return bits;
    }

    private ValueFacts ApplySanitizers(Operand operand, ValueFacts value)
    {
        var node = file.Canonical(operand.Node);
        if (operand.Place is { } place && roles.IsCleanedHere(node)) Clean(places.Of(place), Fact.AllLabels);
        if (value.IsEmpty) return value;
        var sanitized = roles.IsSanitized(node) || roles.IsSanitized(file.Canonical(operand.BaseNode));
        if (!sanitized && operand.Place is { Path.Count: > 1 } deep) sanitized = deep.Path.Any(a => roles.IsSanitized(file.Canonical(a.Node)));
        return sanitized ? Cleaned(value) : value;
    }

    private ValueFacts Cleaned(ValueFacts value) => rule.HasTransforms ? value.Map(f => f.Clean(Fact.AllLabels)) : ValueFacts.None;

    private Fact Extend(Fact fact, TraceStepKind kind, int node) => fact.At(Trace.Extend(fact.Trace, kind, file, node));
}
