using Ase.Taint.Ir;
using Ase.Taint.Scanning;

namespace Ase.Taint.Engine;

/// <summary>Facts that arrive at sinks.</summary>
internal sealed partial class FunctionAnalysis
{
    private const int MaxHits = 400;
    private readonly Dictionary<(SinkMatch Sink, int Slot), FactSet> hits = [];
    private int hitCount;

    /// <summary>Sinks that are an operand, or a prefix of its place.</summary>
    private void ServeOperand(Operand operand, ValueFacts value)
    {
        if (operand.Node >= 0) ServeUses(roles.SinksOfOperand(file.Canonical(operand.Node)), value);
        if (operand.Place is not { Path.Count: > 0 } place) return;
        ServePrefixes(place, operand.BaseNode, operand.Node);
    }

    private void ServePrefixes(Place place, int baseNode, int node)
    {
        if (baseNode >= 0 && baseNode != node) ServeUses(roles.SinksOfOperand(file.Canonical(baseNode)), () => ReadPlace(places.Root(place.Variable)));
        for (var i = 0; i < place.Path.Count; i++)
        {
            var at = place.Path[i].Node;
            if (at < 0 || at == node) continue;
            var part = new Operand(at, new Place(place.Variable, [.. place.Path.Take(i + 1)]), BaseNode: baseNode);
            ServeUses(roles.SinksOfOperand(file.Canonical(at)), () => Peek(part));
        }
    }

    /// <summary>Sinks that are a part of an assigned place: <c>$OBJ[$KEY] = $VALUE</c> with the focus on the object.</summary>
    private void ServeTarget(Assign assign)
    {
        if (assign.Target.Path.Count > 0) ServePrefixes(assign.Target, NodeRoles.BaseOf(file.Tree, assign.Target), assign.Target.Path[^1].Node);
    }

    private void ServeInstruction(Instruction instruction, ValueFacts value)
    {
        if (roles.HasSinks) ServeNode(instruction.Node, value);
    }

    private void ServeNode(int node, ValueFacts value)
    {
        if (node < 0 || value.IsEmpty) return;
        var canonical = file.Canonical(node);
        // what stands inside a sanitizer is clean, however the value came into the instruction
        if (!roles.HasSanitizers || !roles.IsSanitized(canonical)) ServeUses(roles.SinksOfInstruction(canonical), value);
    }

    private void ServeUses(IReadOnlyList<SinkUse> uses, Func<ValueFacts> value)
    {
        if (uses.Count > 0) ServeUses(uses, value());
    }

    private void ServeUses(IReadOnlyList<SinkUse> uses, ValueFacts value)
    {
        foreach (var use in uses)
        {
            // a condition on one metavariable speaks of its value, not of what lies in it
            foreach (var fact in use.Sink.Slots is null ? value.Whole() : value.Top()) AddHit(use.Sink, use.Slot, fact);
        }
    }

    private void AddHit(SinkMatch sink, int slot, Fact fact)
    {
        if (!fact.IsLive) return;
        var known = hits.GetValueOrDefault((sink, slot)) ?? FactSet.Empty;
        if (hitCount >= MaxHits && known.Count == 0)
        {
            context.ReportIncomplete(file, $"more than {MaxHits} sinks reached from {Describe()}");
            return;
        }
        var added = known.Add(fact.Derive().Leave(), ref full);
        if (known.Count == 0) hitCount++;
        hits[(sink, slot)] = added;
    }
}
