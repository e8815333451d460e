using Ase.Taint.Ir;
using Ase.Taint.Scanning;
using Ase.Taint.Summaries;

namespace Ase.Taint.Engine;

/// <summary>Summaries of callees put into the caller's terms.</summary>
internal sealed partial class FunctionAnalysis
{
    private const int MaxSymbolCalls = 64;
    private const int MaxApplyDepth = 6;
    private readonly List<SymbolCall> symbolCalls = [];
    private readonly Dictionary<(Origin, int), int> symbolCallIndex = [];
    private readonly Dictionary<(FunctionUnit, IrVariable), PlaceNode?> capturedPlaces = [];

    /// <summary>Does what a callee does.</summary>
    /// <param name="callee">The callee.</param>
    /// <param name="summary">Its summary.</param>
    /// <param name="invocation">What it gets.</param>
    /// <param name="outer">Functions that stand for parameters, innermost call first.</param>
    /// <param name="depth">How many calls of passed functions lie around this one.</param>
    /// <returns>What it returns.</returns>
    private ValueFacts Apply(FunctionUnit callee, Summary summary, Invocation invocation, IReadOnlyList<FunctionUnit> outer, int depth)
    {
        if (depth > MaxApplyDepth)
        {
            context.ReportIncomplete(file, $"more than {MaxApplyDepth} nested calls of passed functions in {Describe()}");
            return ValueFacts.None;
        }
        if (invocation.Named is null) Request(callee, invocation);
        var results = new ValueFacts[summary.Calls.Count];
        for (var i = 0; i < results.Length; i++)
        {
            var call = summary.Calls[i];
            var arguments = call.Arguments.Select(a => Translate(callee, a, invocation, results, TraceStepKind.Propagation)).ToArray();
            results[i] = ApplySymbolCall(callee, call, invocation, results, arguments, outer, depth);
        }
        foreach (var hit in summary.Hits) ApplyHit(callee, hit, invocation, results);
        var returned = Translate(callee, summary.Returns, invocation, results, TraceStepKind.Return);
        if (invocation.Named is null) ApplyOuts(callee, summary, invocation, results);
        ApplyCells(callee, summary.Cells, invocation, results);
        return returned;
    }

    /// <summary>Asks for a summary that follows what is tainted here, and functions that are passed.</summary>
    private void Request(FunctionUnit callee, Invocation invocation)
    {
        for (var i = 0; i < callee.Ir.Parameters.Count; i++)
        {
            if (!invocation.Parameter(i).IsEmpty || invocation.FunctionsOf(i).Count > 0) context.Request(callee, OriginKind.Parameter, i, null);
        }
        if (!invocation.Receiver.IsEmpty) context.Request(callee, OriginKind.Receiver, 0, null);
        if (!ReferenceEquals(callee.File, file))
        {
            if (callee.Ir.Id == 0) RequestShared(callee);
            return;
        }
        foreach (var variable in callee.Ir.Variables)
        {
            if (variable.Kind != VariableKind.Captured || PlaceOfCaptured(callee, variable) is not { } place) continue;
            if (state.Entries.Count > 0 && !ReadPlace(place).IsEmpty) context.Request(callee, OriginKind.Captured, 0, variable);
        }
    }

    private ValueFacts ApplySymbolCall(
        FunctionUnit callee, SymbolCall call, Invocation invocation, ValueFacts[] results, ValueFacts[] arguments, IReadOnlyList<FunctionUnit> outer, int depth)
    {
        var functions = call.Callee is { Kind: OriginKind.Parameter, Path.Length: 0 } ? invocation.FunctionsOf(call.Callee.Index) : [];
        var result = new ValueFacts();
        foreach (var function in functions)
        {
            if (outer.Contains(function)) continue;
            var inner = new Invocation(invocation.Node) { Parameters = ArrangeValues(function.Ir, arguments) };
            result.AddAll(Apply(function, context.SummaryOf(function), inner, [.. outer, function], depth + 1));
        }
        if (functions.Count > 0) return result;
        if (call.Callee.Kind == OriginKind.Captured && PlaceOfCaptured(callee, call.Callee.Variable!) is { Depth: 0 } holder) RequestOwn(holder.Variable);
        var passedOn = false;
        foreach (var fact in Resolve(callee, call.Callee, invocation, results).Top())
        {
            if (fact is not { IsWhole: true, Revived: false } || fact.Origin is not { IsSymbol: true, Path.Length: 0, Kind: OriginKind.Parameter or OriginKind.Captured }) continue;
            passedOn = true;
            result.AddAll(CallSymbol(fact.Origin, invocation.Node, arguments));
        }
        if (passedOn) return result;
        // nobody knows what is called: what goes in comes out
        foreach (var argument in arguments) result.AddAll(argument.Merged());
        return result;
    }

    /// <summary>A function inside calls what this one was passed: it has to be followed here as well.</summary>
    private void RequestOwn(IrVariable variable)
    {
        if (variable.Kind == VariableKind.Captured) context.Request(unit, OriginKind.Captured, 0, variable);
        else if (body.Parameters.FindIndex(p => ReferenceEquals(p.Variable, variable)) is >= 0 and var index) context.Request(unit, OriginKind.Parameter, index, null);
    }

    private static ValueFacts[] ArrangeValues(IrFunction function, ValueFacts[] arguments)
    {
        var values = new ValueFacts[function.Parameters.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ValueFacts.None;
            if (!function.Parameters[i].IsRest)
            {
                if (i < arguments.Length) values[i] = arguments[i];
                continue;
            }
            var rest = new ValueFacts();
            for (var j = i; j < arguments.Length; j++) rest.AddAll(arguments[j].Under(AccessPath.Of(PathStep.Index(j - i))));
            values[i] = rest;
        }
        return values;
    }

    /// <summary>What a symbol of the callee stands for here.</summary>
    private ValueFacts Resolve(FunctionUnit callee, Origin symbol, Invocation invocation, ValueFacts[] results)
    {
        if (symbol.Kind is OriginKind.Captured or OriginKind.CallResult) return Look(callee, symbol, invocation, results);
        if (!invocation.Resolved.TryGetValue(symbol, out var known)) invocation.Resolved[symbol] = known = Look(callee, symbol, invocation, results);
        return known;
    }

    private ValueFacts Look(FunctionUnit callee, Origin symbol, Invocation invocation, ValueFacts[] results) => symbol.Kind switch
    {
        OriginKind.Parameter => invocation.Parameter(symbol.Index).Part(symbol.Path),
        OriginKind.Receiver => invocation.Receiver.Part(symbol.Path),
        OriginKind.Captured when invocation.Named is { } named => named(symbol.Variable!.Name).Part(symbol.Path),
        OriginKind.Captured => PlaceOfCaptured(callee, symbol.Variable!) is { } place ? ReadPlace(places.Part(place, symbol.Path)) : ValueFacts.None,
        OriginKind.CallResult => symbol.Index < results.Length ? (results[symbol.Index] ?? ValueFacts.None).Part(symbol.Path) : ValueFacts.None,
        _ => ValueFacts.None,
    };

    private ValueFacts Translate(FunctionUnit callee, ValueFacts value, Invocation invocation, ValueFacts[] results, TraceStepKind back)
    {
        if (value.IsEmpty) return value;
        var translated = new ValueFacts();
        foreach (var part in value.Parts)
        {
            if (part.Fact is not { } fact) translated.Cut(part.Path);
            else if (fact.IsSource) translated.Add(part.Path, FromCallee(fact, invocation, back));
            else
            {
                foreach (var (path, actual) in Resolve(callee, fact.Origin, invocation, results).Parts)
                {
                    if (actual is null)
                    {
                        if (fact.IsWhole) translated.Cut(part.Path.Append(path));
                        continue;
                    }
                    translated.Add(fact.IsWhole ? part.Path.Append(path) : part.Path, Through(actual, fact, invocation, back));
                }
            }
            if (translated.Parts.Count > 2 * ValueFacts.MaxParts) translated = translated.Limited();
        }
        return translated.Limited();
    }

    private Fact FromCallee(Fact fact, Invocation invocation, TraceStepKind back) =>
        fact.Leave().At(Trace.Extend(fact.Trace, back == TraceStepKind.Return ? TraceStepKind.Return : TraceStepKind.Call, file, invocation.Node));

    /// <summary>A fact of the caller after it went through the callee as <paramref name="inner"/> says.</summary>
    private Fact Through(Fact actual, Fact inner, Invocation invocation, TraceStepKind back)
    {
        var call = invocation.Node < 0 ? actual.Trace : new Trace(actual.Trace, TraceStepKind.Call, file, invocation.Node, inner.Trace);
        // nothing to see inside: one step is enough
        if (inner.Trace is null) call = Trace.Extend(actual.Trace, TraceStepKind.Call, file, invocation.Node);
        else if (back == TraceStepKind.Return) call = Trace.Extend(call, TraceStepKind.Return, file, invocation.Node);
        return Compose(actual, inner, call);
    }

    private static Fact Compose(Fact actual, Fact inner, Trace? trace) => new(
        actual.Origin,
        inner.Label == Fact.AnyLabel ? actual.Label : inner.Label,
        (inner.Revived ? 0 : actual.Cleaned) | inner.Cleaned,
        inner.Revived ? 0 : actual.Via,
        actual.IsWhole && inner.IsWhole,
        actual.Revived || inner.Revived,
        trace);

    private void ApplyHit(FunctionUnit callee, SinkHit hit, Invocation invocation, ValueFacts[] results)
    {
        if (invocation.Escapes && hit.Sink.IsEscaped) return;
        var arriving = Resolve(callee, hit.Fact.Origin, invocation, results);
        foreach (var actual in hit.Sink.Slots is null ? arriving.Whole() : arriving.Top())
        {
            var trace = invocation.Node < 0 ? actual.Trace : new Trace(actual.Trace, TraceStepKind.Call, file, invocation.Node, hit.Fact.Trace);
            AddHit(hit.Sink, hit.Slot, Compose(actual, hit.Fact, trace));
        }
        if (hit.Fact.IsSource && rule.UsesLabels) AddHit(hit.Sink, hit.Slot, hit.Fact);
    }

    private void ApplyOuts(FunctionUnit callee, Summary summary, Invocation invocation, ValueFacts[] results)
    {
        var flows = summary.Outs;
        var changes = new List<(OriginKind Kind, PlaceNode Place, ValueFacts Value)>();
        for (var i = 0; i < flows.Count;)
        {
            // the flows into one thing stand together
            var (kind, index, variable) = (flows[i].Kind, flows[i].Index, flows[i].Variable);
            var inner = new ValueFacts();
            for (; i < flows.Count && flows[i].Kind == kind && flows[i].Index == index && ReferenceEquals(flows[i].Variable, variable); i++) inner.Add(flows[i].Path, flows[i].Fact);
            var place = kind switch
            {
                OriginKind.Parameter => invocation.PlaceOf(index),
                OriginKind.Receiver => invocation.ReceiverPlace,
                OriginKind.Captured => PlaceOfCaptured(callee, variable!),
                _ => null,
            };
            if (place is null) continue;
            var value = Translate(callee, inner, invocation, results, TraceStepKind.Return);
            if (!value.IsEmpty) changes.Add((kind, place, value));
        }
        foreach (var variable in summary.Replaced)
        {
            if (PlaceOfCaptured(callee, variable) is { } place && IsStrong(place)) Write(place, ValueFacts.None, strong: true);
        }
        foreach (var (kind, place, value) in changes)
        {
            Write(place, value, strong: false);
            WriteThroughParts(place, value);
            if (kind != OriginKind.Captured || !shared.Contains(place.Variable)) continue;
            if (!written.TryGetValue(place, out var known)) written[place] = known = new ValueFacts();
            var before = known.Parts.Count;
            known.AddAll(value);
            grown |= known.Parts.Count != before;
        }
    }

    /// <summary>Parts of something that came from the caller change: the caller's thing does.</summary>
    private void WriteThroughParts(PlaceNode place, ValueFacts value)
    {
        if (place.Depth > 0) WriteThrough(place, value);
        else if (state.Of(place).Facts.Count > 0)
        {
            foreach (var step in value.Parts.Where(p => p.Path.Length > 0).Select(p => p.Path[0]).Distinct().ToList())
            {
                WriteThrough(place.Child(step, places), value.Part(AccessPath.Of(step)));
            }
        }
    }

    /// <summary>The place here of a variable that a callee captured; null when it cannot be seen from here.</summary>
    private PlaceNode? PlaceOfCaptured(FunctionUnit callee, IrVariable variable)
    {
        if (capturedPlaces.TryGetValue((callee, variable), out var known)) return known;
        PlaceNode? result = null;
        if (ReferenceEquals(callee.File, file))
        {
            var (owner, original) = Original(callee, variable);
            if (ReferenceEquals(owner, unit)) result = places.Root(original);
            else
            {
                foreach (var own in body.Variables)
                {
                    if (own.Kind == VariableKind.Captured && ReferenceEquals(Original(unit, own).Variable, original)) result ??= places.Root(own);
                }
            }
        }
        else if (SharedScopes.IsShared(callee, variable))
        {
            result = PlaceOfShared(variable.Name);
        }
        return capturedPlaces[(callee, variable)] = result;
    }

    /// <summary>The function and variable that a captured variable goes back to.</summary>
    internal static (FunctionUnit Owner, IrVariable Variable) Original(FunctionUnit function, IrVariable variable)
    {
        while (variable is { Kind: VariableKind.Captured, Outer: { } outer } && function.Enclosing is { } enclosing) (function, variable) = (enclosing, outer);
        return (function, variable);
    }
}
