using Ase.Taint.Engine;
using Ase.Taint.Ir;
using Ase.Taint.Scanning;

namespace Ase.Taint.Summaries;

/// <summary>What a function leaves in something that its caller knows.</summary>
/// <param name="Kind">A parameter, the receiver or a captured variable.</param>
/// <param name="Index">The parameter.</param>
/// <param name="Variable">The captured variable.</param>
/// <param name="Path">The part of it.</param>
/// <param name="Fact">The fact.</param>
internal sealed record OutFlow(OriginKind Kind, int Index, IrVariable? Variable, AccessPath Path, Fact Fact);

/// <summary>A fact that arrives at a sink.</summary>
/// <param name="Sink">The sink.</param>
/// <param name="Slot">Which of its conditions it counts for; 0 when there is one.</param>
/// <param name="Fact">The fact.</param>
internal sealed record SinkHit(SinkMatch Sink, int Slot, Fact Fact);

/// <summary>A call of something that the caller passed in.</summary>
/// <param name="Callee">What is called.</param>
/// <param name="Arguments">What it gets, as the function knows it.</param>
/// <param name="Node">The call.</param>
internal sealed record SymbolCall(Origin Callee, IReadOnlyList<ValueFacts> Arguments, int Node);

/// <summary>What a value being true or false says of what the caller passed in.</summary>
/// <param name="ReturnIndex">Which of several returned values; -1 for the only one.</param>
/// <param name="WhenTrue">Symbols and labels that are clean when it is true.</param>
/// <param name="WhenFalse">The same when it is false.</param>
internal sealed record ReturnCheck(int ReturnIndex, IReadOnlyList<(Origin Symbol, ulong Labels)> WhenTrue, IReadOnlyList<(Origin Symbol, ulong Labels)> WhenFalse);

/// <summary>Something that several functions share: the fields of a class, a global, the exports of a file.</summary>
/// <param name="Key">A <see cref="ClassUnit"/>, a <see cref="FileUnit"/>, a global's name, or a variable that functions exchange values through.</param>
/// <param name="Path">The part of it.</param>
/// <param name="Fact">The fact: from a real source, or what the caller passes in.</param>
internal sealed record CellWrite(object Key, AccessPath Path, Fact Fact);

/// <summary>What a function does with taint, in terms of what its caller passes in.</summary>
internal sealed record Summary
{
    public static Summary Empty { get; } = new();

    public ValueFacts Returns { get; init; } = ValueFacts.None;

    public IReadOnlyList<OutFlow> Outs { get; init; } = [];

    public IReadOnlyList<SinkHit> Hits { get; init; } = [];

    public IReadOnlyList<SymbolCall> Calls { get; init; } = [];

    public IReadOnlyList<ReturnCheck> Checks { get; init; } = [];

    /// <summary>Symbols that are clean whenever the function returns (it throws otherwise).</summary>
    public IReadOnlyList<(Origin Symbol, ulong Labels)> Always { get; init; } = [];

    public IReadOnlyList<CellWrite> Cells { get; init; } = [];

    /// <summary>Shared variables that an included file assigns on every way.</summary>
    public IReadOnlyList<IrVariable> Replaced { get; init; } = [];

    public bool HasChecks => Checks.Count > 0 || Always.Count > 0;

    /// <summary>True when both say the same, traces apart.</summary>
    public bool Same(Summary other) =>
        Returns.Parts.Count == other.Returns.Parts.Count && Outs.Count == other.Outs.Count && Hits.Count == other.Hits.Count
        && Calls.Count == other.Calls.Count && Cells.Count == other.Cells.Count && Checks.Count == other.Checks.Count && Always.Count == other.Always.Count && Replaced.Count == other.Replaced.Count
        && Keys().SetEquals(other.Keys());

    private HashSet<object> Keys()
    {
        var keys = new HashSet<object>();
        foreach (var part in Returns.Parts) keys.Add((part.Path, KeyOf(part.Fact)));
        foreach (var o in Outs) keys.Add((o.Kind, o.Index, o.Variable?.Id, o.Path, KeyOf(o.Fact)));
        foreach (var h in Hits) keys.Add((h.Sink.File.Path, h.Sink.Order, h.Slot, KeyOf(h.Fact)));
        foreach (var c in Cells) keys.Add((c.Key, c.Path, KeyOf(c.Fact)));
        foreach (var (symbol, labels) in Always) keys.Add((symbol, labels));
        foreach (var variable in Replaced) keys.Add(variable);
        foreach (var check in Checks)
        {
            foreach (var (symbol, labels) in check.WhenTrue) keys.Add((check.ReturnIndex, true, symbol, labels));
            foreach (var (symbol, labels) in check.WhenFalse) keys.Add((check.ReturnIndex, false, symbol, labels));
        }
        foreach (var call in Calls)
        {
            keys.Add((call.Callee, call.Node, call.Arguments.Count));
            for (var i = 0; i < call.Arguments.Count; i++)
            {
                foreach (var part in call.Arguments[i].Parts) keys.Add((call.Node, i, part.Path, KeyOf(part.Fact)));
            }
        }
        return keys;
    }

    private static (Origin?, int, ulong, bool, bool) KeyOf(Fact? fact) => fact is null ? default : (fact.Origin, fact.Label, fact.Cleaned, fact.IsWhole, fact.Revived);
}
