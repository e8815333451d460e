using Ase.Taint.Ir;
using Ase.Taint.Scanning;
using Ase.Taint.Summaries;

namespace Ase.Taint.Engine;

/// <summary>The function's summary, from the states at its returns.</summary>
internal sealed partial class FunctionAnalysis
{
    private const int MaxFlows = 400;

    private Summary Summarise()
    {
        var returns = new ValueFacts();
        var outs = new Dictionary<(OriginKind, int, int, AccessPath), (IrVariable? Variable, FactSet Facts)>();
        var cells = new List<CellWrite>();
        var checks = new Dictionary<int, (List<(Origin, ulong)>? WhenTrue, List<(Origin, ulong)>? WhenFalse)>();
        List<(Origin, ulong)>? always = null;
        var ends = 0;
        foreach (var block in body.Blocks)
        {
            if (exits[block.Id] is not { } exit || block.Terminator is not Return end) continue;
            ends++;
            state = exit.Clone();
            AddReturns(end, returns);
            AddOuts(outs, cells);
            AddChecks(end, checks);
            always = always is null ? [.. exit.Assumed] : Meet(always, exit.Assumed);
        }
        if (ends > 1) returns.Parts.RemoveAll(p => p.Fact is null);
        if (body.Id == 0) AddExports(cells);
        AddLeft(cells);
        var depth = context.DepthOf(unit);
        returns = returns.Coarsened(depth).Limited();
        var flows = LimitOuts(outs, depth).OrderBy(o => o.Key.Item1).ThenBy(o => o.Key.Item2).ThenBy(o => o.Key.Item3).ThenBy(o => o.Key.Item4.ToString(), StringComparer.Ordinal)
            .SelectMany(o => o.Value.Facts.Span.ToArray().Select(f => new OutFlow(o.Key.Item1, o.Key.Item2, o.Value.Variable, o.Key.Item4, f))).ToList();
        if (flows.Count > MaxFlows)
        {
            context.ReportIncomplete(file, $"more than {MaxFlows} changed parts in {Describe()}");
            flows.RemoveRange(MaxFlows, flows.Count - MaxFlows);
        }
        return new Summary
        {
            Returns = returns.IsEmpty ? ValueFacts.None : returns,
            Outs = flows,
            Hits = [.. hits.OrderBy(h => h.Key.Sink.File.Path, StringComparer.Ordinal).ThenBy(h => h.Key.Sink.Order).ThenBy(h => h.Key.Slot)
                .SelectMany(h => LimitHits(h.Value, depth).Select(f => new SinkHit(h.Key.Sink, h.Key.Slot, f)))],
            Calls = [.. symbolCalls.Select(c => c with { Arguments = [.. c.Arguments.Select(a => a.Coarsened(depth).Limited())] })],
            Checks = [.. checks.OrderBy(c => c.Key).Select(c => new ReturnCheck(c.Key, c.Value.WhenTrue ?? [], c.Value.WhenFalse ?? [])).Where(c => c.WhenTrue.Count + c.WhenFalse.Count > 0)],
            Always = always ?? [],
            Cells = [.. cells, .. viewWrites.DistinctBy(w => (w.Path, w.Fact.Origin, w.Fact.Label))],
            Replaced = Replaced(),
        };
    }

    /// <summary>Too many parts of one thing change, or a function is looked at again and again: parts are merged.</summary>
    private Dictionary<(OriginKind, int, int, AccessPath), (IrVariable? Variable, FactSet Facts)> LimitOuts(
        Dictionary<(OriginKind, int, int, AccessPath), (IrVariable? Variable, FactSet Facts)> outs, int depth)
    {
        if (outs.Count <= ValueFacts.MaxParts / 2 && depth >= AccessPath.MaxDepth) return outs;
        var result = new Dictionary<(OriginKind, int, int, AccessPath), (IrVariable? Variable, FactSet Facts)>();
        foreach (var group in outs.GroupBy(o => (o.Key.Item1, o.Key.Item2, o.Key.Item3)))
        {
            var value = new ValueFacts();
            foreach (var (key, (_, facts)) in group)
            {
                foreach (var fact in facts.Span) value.Add(key.Item4, fact);
            }
            var first = group.First();
            foreach (var part in value.Coarsened(depth).Limited().Parts)
            {
                var path = part.Path.Length == 0 && group.Key.Item1 != OriginKind.Captured ? AccessPath.AnyElement : part.Path;
                var at = (group.Key.Item1, group.Key.Item2, group.Key.Item3, path);
                var known = result.TryGetValue(at, out var before) ? before.Facts : FactSet.Empty;
                result[at] = (first.Value.Variable, known.Add(part.Fact!, ref full));
            }
        }
        return result;
    }

    /// <summary>A sink that too many parts of one symbol reach is reached by the symbol.</summary>
    private static Fact[] LimitHits(FactSet facts, int depth)
    {
        const int MaxSymbols = 12;
        facts = facts.Map(f => f.Coarsen(depth));
        for (var limit = 2; facts.Count > MaxSymbols && limit >= 0; limit--)
        {
            var steps = limit;
            facts = facts.Map(f => f.Coarsen(steps));
        }
        return facts.Span.ToArray();
    }

    private void AddReturns(Return end, ValueFacts returns)
    {
        for (var i = 0; i < end.Values.Count; i++)
        {
            var value = Read(end.Values[i]);
            if (value.IsEmpty) continue;
            value = value.Map(f => (rule.HasTransforms || f.IsLive ? Extend(f, TraceStepKind.Propagation, end.Node) : null) is { } kept ? kept.Leave() : null);
            if (end.Values.Count > 1) value = value.Under(AccessPath.Of(PathStep.Index(i)));
            foreach (var part in value.Parts)
            {
                if (part.Fact is { } fact) returns.Add(part.Path, fact);
                else returns.Cut(part.Path);
            }
        }
    }

    private void AddOuts(Dictionary<(OriginKind, int, int, AccessPath), (IrVariable?, FactSet)> outs, List<CellWrite> cells)
    {
        foreach (var (place, entry) in state.Entries)
        {
            var variable = place.Variable;
            if (entry.Facts.Count == 0) continue;
            if (SharedScopes.IsShared(unit, variable))
            {
                if (targets.IsIncluded) AddOut(OriginKind.Captured, 0, variable, place, entry);
                if (variable.Kind == VariableKind.Global && file.Template is null) AddCells(cells, ProjectModel.TopKey(file, variable), place, entry, passed: false);
                continue;
            }
            switch (variable.Kind)
            {
                case VariableKind.Parameter:
                    var index = body.Parameters.FindIndex(p => ReferenceEquals(p.Variable, variable));
                    if (index >= 0 && IsCallers(place, body.Parameters[index].ByReference)) AddOut(OriginKind.Parameter, index, null, place, entry);
                    break;
                case VariableKind.This:
                    if (place.Depth > 0) AddOut(OriginKind.Receiver, 0, null, place, entry);
                    if (place.Depth > 0 && ClassAround() is { } type) AddCells(cells, type, place, entry, passed: false);
                    break;
                case VariableKind.Captured:
                    AddOut(OriginKind.Captured, 0, variable, place, entry);
                    if (ExchangedBy(variable) is { } original) AddCells(cells, original, place, entry, passed: true);
                    break;
                case VariableKind.Global:
                    if (ProjectModel.IsExchanged(unit, variable)) AddCells(cells, GlobalKey(variable), place, entry, passed: true);
                    break;
            }
        }

        void AddOut(OriginKind kind, int index, IrVariable? variable, PlaceNode place, Entry entry)
        {
            var path = place.Path;
            var key = (kind, index, variable?.Id ?? -1, path);
            var facts = outs.TryGetValue(key, out var known) ? known.Item2 : FactSet.Empty;
            foreach (var fact in entry.Facts.Span)
            {
                if (!rule.HasTransforms && !fact.IsLive) continue;
                // what was there before
                if (fact is { IsWhole: true, Revived: false, Cleaned: 0 } && fact.Origin.Kind == kind && fact.Origin.Index == index
                    && ReferenceEquals(fact.Origin.Variable, variable) && fact.Origin.Path.Equals(path)) continue;
                facts = facts.Add(fact.Leave(), ref full);
            }
            if (facts.Count > 0) outs[key] = (variable, facts);
        }
    }

    /// <summary>True when a change of a parameter's part is seen by the caller: the parameter still holds what was passed.</summary>
    private bool IsCallers(PlaceNode place, bool byReference)
    {
        if (byReference) return true;
        if (place.Depth == 0) return false;
        var root = places.Root(place.Variable);
        if (!state.Of(root).IsCut) return true;
        foreach (var fact in state.Of(root).Facts.Span)
        {
            if (fact is { IsWhole: true, Origin: { Kind: OriginKind.Parameter, Path.Length: 0 } }) return true;
        }
        return false;
    }

    private void AddChecks(Return end, Dictionary<int, (List<(Origin, ulong)>?, List<(Origin, ulong)>?)> checks)
    {
        for (var i = 0; i < Math.Max(1, end.Values.Count); i++)
        {
            var key = end.Values.Count > 1 ? i : -1;
            var value = i < end.Values.Count ? end.Values[i] : null;
            // no value: undefined, None, null
            var truth = value is null ? false : value.Place is null ? Truth(value) : IsAlwaysTrue(value) ? true : null;
            var condition = value is null ? Condition.Nothing : ConditionOf(value.Node, value);
            checks.TryGetValue(key, out var known);
            if (truth != false) known.Item1 = Join(known.Item1, condition.WhenTrue);
            if (truth != true) known.Item2 = Join(known.Item2, condition.WhenFalse);
            checks[key] = known;
        }

        List<(Origin, ulong)> Join(List<(Origin, ulong)>? before, IReadOnlyList<(PlaceNode Place, ulong Labels)> more)
        {
            var here = state.Assumed.ToList();
            foreach (var (place, labels) in more)
            {
                foreach (var fact in ReadPlace(place).Top())
                {
                    if (fact is { IsWhole: true, Revived: false } && fact.Origin.IsSymbol) here.Add((fact.Origin, labels));
                }
            }
            return before is null ? Merged(here) : Meet(before, here);
        }
    }

    /// <summary>The value of a call that is known to return something true, of a constructor, a literal object, a function.</summary>
    private bool IsAlwaysTrue(Operand value)
    {
        if (value.Place is not { Path.Count: 0, Variable: { Kind: VariableKind.Temp } temp }) return false;
        var definitions = unit.Definitions.Of(temp);
        return definitions.Count > 0 && definitions.All(d => d switch
        {
            Call c => c.IsNew || ModelOf(c, targets.Calls.GetValueOrDefault(c) ?? CallTarget.Unknown) is { Truthy: true },
            Operation o => o.Kind is OperationKind.NewArray or OperationKind.NewObject,
            MakeClosure => true,
            _ => false,
        });
    }

    private static List<(Origin, ulong)> Merged(List<(Origin Symbol, ulong Labels)> checks)
    {
        var result = new Dictionary<Origin, ulong>();
        foreach (var (symbol, labels) in checks) result[symbol] = result.GetValueOrDefault(symbol) | labels;
        return [.. result.Select(r => (r.Key, r.Value))];
    }

    private static List<(Origin, ulong)> Meet(List<(Origin Symbol, ulong Labels)> left, IReadOnlyList<(Origin Symbol, ulong Labels)> right)
    {
        var result = new List<(Origin, ulong)>();
        var merged = Merged([.. right]);
        foreach (var (symbol, labels) in left)
        {
            foreach (var (other, more) in merged)
            {
                if (symbol.Equals(other) && (labels & more) != 0) result.Add((symbol, labels & more));
            }
        }
        return result;
    }

    /// <summary>Real sources in what the file offers to others.</summary>
    private void AddExports(List<CellWrite> cells)
    {
        foreach (var block in body.Blocks)
        {
            if (exits[block.Id] is not { } exit) continue;
            state = exit;
            foreach (var export in file.Ir!.Exports)
            {
                if (export.Value is not { } place) continue;
                var path = export.Name == "*" ? AccessPath.Empty : AccessPath.Of(new PathStep(AccessorKind.Field, export.Name));
                foreach (var part in ReadPlace(places.Of(place)).Parts)
                {
                    if (part.Fact is { IsSource: true, IsLive: true } fact) cells.Add(new CellWrite(file, path.Append(part.Path), fact.Leave()));
                }
            }
        }
    }
}
