using Ase.Taint.Ir;
using Ase.Taint.Scanning;
using Ase.Taint.Summaries;

namespace Ase.Taint.Engine;

/// <summary>What functions leave in things that they share with others: globals, static fields, variables of a function around them.</summary>
internal sealed partial class FunctionAnalysis
{
    /// <summary>What callees leave in shared things of what this function passes in.</summary>
    private readonly Dictionary<(object Key, AccessPath Path), FactSet> leftBehind = [];

    /// <summary>The variable of an outer function behind a captured one, if functions exchange values through it.</summary>
    private IrVariable? ExchangedBy(IrVariable captured) => Original(unit, captured).Variable is var original && file.Exchanges.ContainsKey(original) ? original : null;

    private string GlobalKey(IrVariable variable) => ProjectModel.GlobalKey(file, variable);

    private void PutCell(PlaceNode root, object key)
    {
        foreach (var part in context.CellOf(key).Parts)
        {
            if (part.Fact is { } fact) Put(places.Part(root, part.Path), fact);
        }
    }

    /// <param name="cells">Gets the facts.</param>
    /// <param name="key">The shared thing.</param>
    /// <param name="place">A part of it here.</param>
    /// <param name="entry">What that part holds.</param>
    /// <param name="passed">Also what callers passed in: they know what it is.</param>
    private static void AddCells(List<CellWrite> cells, object key, PlaceNode place, Entry entry, bool passed)
    {
        foreach (var fact in entry.Facts.Span)
        {
            if (!fact.IsLive || (!fact.IsSource && !(passed && fact.Origin.Kind is OriginKind.Parameter or OriginKind.Receiver))) continue;
            AddCell(cells, new CellWrite(key, place.Path, fact.Leave()));
        }
    }

    private void AddLeft(List<CellWrite> cells)
    {
        foreach (var ((key, path), facts) in leftBehind)
        {
            foreach (var fact in facts.Span) AddCell(cells, new CellWrite(key, path, fact));
        }
        if (cells.Count <= MaxFlows) return;
        context.ReportIncomplete(file, $"more than {MaxFlows} changed parts in {Describe()}");
        cells.RemoveRange(MaxFlows, cells.Count - MaxFlows);
    }

    private static void AddCell(List<CellWrite> cells, CellWrite write)
    {
        if (!cells.Exists(c => c.Key.Equals(write.Key) && c.Path.Equals(write.Path) && c.Fact.Covers(write.Fact))) cells.Add(write);
    }

    /// <summary>A callee leaves what it gets from here in something shared: this function does, and may read it there.</summary>
    private void ApplyCells(FunctionUnit callee, IReadOnlyList<CellWrite> writes, Invocation invocation, ValueFacts[] results)
    {
        foreach (var write in writes)
        {
            if (write.Fact.IsSource) continue;
            var inner = new ValueFacts();
            inner.Add(write.Path, write.Fact);
            var value = Translate(callee, inner, invocation, results, TraceStepKind.Return);
            if (value.IsEmpty) continue;
            foreach (var (path, fact) in value.Parts)
            {
                if (fact is not { IsLive: true }) continue;
                leftBehind[(write.Key, path)] = leftBehind.GetValueOrDefault((write.Key, path), FactSet.Empty).Add(fact.Leave(), ref full);
            }
            // what a captured variable gets from a callee is an out flow as well
            foreach (var own in body.Variables)
            {
                if (own.Kind == VariableKind.Global && GlobalKey(own).Equals(write.Key)) Write(places.Root(own), value, strong: false);
            }
        }
    }
}
