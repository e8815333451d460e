using Ase.Taint.Ir;
using Ase.Taint.Scanning;
using Ase.Taint.Summaries;

namespace Ase.Taint.Engine;

/// <summary>Calls: of the project's functions, of library functions with a model, of unknown ones.</summary>
internal sealed partial class FunctionAnalysis
{
    private void StepCall(Call call)
    {
        var target = targets.Calls.GetValueOrDefault(call) ?? CallTarget.Unknown;
        var receiver = call.Receiver is { } r ? Read(r) : ValueFacts.None;
        var callee = call.Function is { } f ? Read(f) : ValueFacts.None;
        var arguments = new ValueFacts[call.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++) arguments[i] = Read(call.Arguments[i].Value);
        if (roles.HasSinks)
        {
            ServeInstruction(call, receiver);
            foreach (var argument in arguments) ServeInstruction(call, argument);
        }
        if (target.Capped && (!receiver.IsEmpty || Array.Exists(arguments, a => !a.IsEmpty)))
        {
            context.ReportIncomplete(file, $"more than {context.Options.MaxCallees} candidates for a call of '{call.Name}'");
        }
        var made = target.Constructs && call.Target is not null ? places.Of(call.Target) : null;
        if (made is not null) Write(made, ValueFacts.None, strong: true);
        ShowTemplates(call, receiver, arguments);
        if (PassToTemplate(call, arguments) && target.Callees.Count > 0) target = CallTarget.Unknown;
        var model = target.IsCertain ? null : ModelOf(call, target);
        var result = new ValueFacts();
        if (target.Shape == CallShape.Bind)
        {
            result.AddAll(callee);
        }
        else
        {
            foreach (var function in target.Callees)
            {
                var invocation = Arrange(call, target, function, receiver, arguments, made);
                result.AddAll(Apply(function, context.SummaryOf(function), invocation, [], 0));
            }
            if (target.Callees.Count > 0) ApplyChecks(call, target);
        }
        if (!target.IsCertain && model is not null) result.AddAll(ApplyModel(call, target, model, receiver, arguments));
        else if (!target.IsCertain && !(target.Constructs && target.Callees.Count > 0)) result.AddAll(ApplyUnknown(call, target, receiver, callee, arguments));
        if (call is { Name: "require", Receiver: null, Arguments: [{ Value: { IsString: true, Literal: { } module } }] })
        {
            if (context.Index.Modules.Find(file, module) is Value.Module imported) result.AddAll(context.CellOf(imported.File));
        }
        FinishCall(call, result, made);
    }

    private void FinishCall(Call call, ValueFacts result, PlaceNode? made)
    {
        result = RolesOfResult(call.Node, result);
        if (call.Target is null) return;
        if (made is not null)
        {
            // keeps what the constructor stored
            foreach (var part in result.Parts)
            {
                if (part.Fact is { } fact) Put(places.Part(made, part.Path), fact);
            }
            if (call.Node >= 0 && roles.HasSanitizers && roles.IsSanitized(file.Canonical(call.Node))) Write(made, Cleaned(ReadPlace(made)), strong: true);
            return;
        }
        var condition = state.ConditionOf(places.Of(call.Target));
        Store(call.Target, result, call.Node, -1);
        var known = nodeConditions.GetValueOrDefault(file.Canonical(call.Node)) ?? condition;
        if (!known.IsEmpty) state.SetCondition(places.Of(call.Target), known);
        foreach (var (index, indexed) in indexedConditions) state.SetCondition(places.Of(call.Target).Child(PathStep.Index(index), places), indexed);
        indexedConditions.Clear();
    }

    /// <summary>Arranges the arguments of a call by the parameters of a callee.</summary>
    private Invocation Arrange(Call call, CallTarget target, FunctionUnit callee, ValueFacts receiver, ValueFacts[] arguments, PlaceNode? made)
    {
        var parameters = callee.Ir.Parameters;
        var values = new ValueFacts[parameters.Count];
        var at = new PlaceNode?[parameters.Count];
        var functions = new IReadOnlyList<FunctionUnit>[parameters.Count];
        var receiverPlace = made ?? (call.Receiver?.Place is { } holder ? places.Of(holder) : null);
        var first = 0;
        if (target.Shape is CallShape.Call or CallShape.Apply)
        {
            receiver = arguments.Length > 0 ? arguments[0] : ValueFacts.None;
            receiverPlace = arguments.Length > 0 && call.Arguments[0].Value.Place is { } self ? places.Of(self) : null;
            first = 1;
        }
        for (var i = first; i < arguments.Length; i++)
        {
            var argument = call.Arguments[i];
            var position = i - first;
            if (argument.Keyword is { } keyword)
            {
                var named = parameters.FindIndex(p => p.Variable.Name == keyword || p.Variable.Name == "$" + keyword);
                if (named >= 0) Set(named, arguments[i], argument.Value, i);
                else if (parameters.FindIndex(p => p.IsKeywordRest) is >= 0 and var rest) Join(rest, arguments[i].Under(AccessPath.Of(new PathStep(AccessorKind.Field, keyword))));
            }
            else if (argument.IsSpread || target.Shape == CallShape.Apply)
            {
                for (var p = position; p < parameters.Count; p++)
                {
                    var step = PathStep.Index(p - position);
                    Join(p, parameters[p].IsRest ? arguments[i] : arguments[i].Part(AccessPath.Of(step)));
                }
            }
            else if (position < parameters.Count && !parameters[position].IsRest && !parameters[position].IsKeywordRest)
            {
                Set(position, arguments[i], argument.Value, i);
            }
            else if (parameters.FindIndex(p => p.IsRest) is >= 0 and var rest && position >= rest)
            {
                Join(rest, arguments[i].Under(AccessPath.Of(PathStep.Index(position - rest))));
            }
        }
        return new Invocation(call.Node)
        {
            Parameters = values,
            ParameterPlaces = at,
            ParameterFunctions = functions,
            Receiver = made is null ? receiver : ValueFacts.None,
            ReceiverPlace = receiverPlace,
        };

        void Set(int parameter, ValueFacts value, Operand operand, int argument)
        {
            Join(parameter, value);
            at[parameter] = operand.Place is { } place ? places.Of(place) : null;
            functions[parameter] = target.FunctionsOf(argument);
        }

        void Join(int parameter, ValueFacts value)
        {
            if (values[parameter] is not { IsEmpty: false } known)
            {
                values[parameter] = value;
                return;
            }
            var both = new ValueFacts();
            both.AddAll(known);
            both.AddAll(value);
            values[parameter] = both;
        }
    }

    /// <summary>A call of something unknown: what goes in comes out, and goes into functions that are passed.</summary>
    private ValueFacts ApplyUnknown(Call call, CallTarget target, ValueFacts receiver, ValueFacts callee, ValueFacts[] arguments)
    {
        var options = rule.Rule.Options;
        var result = new ValueFacts();
        var isSafe = options.TaintAssumeSafeFunctions || options.TaintOnlyPropagateThroughAssignments;
        var everything = new ValueFacts();
        foreach (var fact in receiver.Whole().Concat(callee.Whole()).Concat(arguments.SelectMany(a => a.Whole()))) everything.Add(AccessPath.Empty, fact.Derive());
        var symbols = CalledSymbols(call, callee);
        foreach (var symbol in symbols) result.AddAll(CallSymbol(symbol, call.Node, arguments));
        if (!isSafe)
        {
            // what a passed-in function returns is known only to the caller; a real source is followed here all the same
            foreach (var fact in everything.Whole())
            {
                if (symbols.Count == 0 || fact.IsSource) result.Add(AccessPath.Empty, Extend(fact, TraceStepKind.Propagation, call.Node));
            }
        }
        for (var i = 0; i < arguments.Length; i++)
        {
            foreach (var function in target.FunctionsOf(i))
            {
                var given = new ValueFacts();
                if (!isSafe)
                {
                    foreach (var fact in receiver.Whole().Concat(arguments.Where((_, j) => j != i).SelectMany(a => a.Whole()))) given.Add(AccessPath.Empty, fact.Derive());
                }
                var invocation = new Invocation(call.Node) { Parameters = [.. function.Ir.Parameters.Select(_ => given)] };
                var returned = Apply(function, context.SummaryOf(function), invocation, [], 0);
                if (!isSafe) result.AddAll(returned.Merged());
            }
        }
        return result;
    }

    /// <summary>The symbols that may be what a call calls.</summary>
    private static List<Origin> CalledSymbols(Call call, ValueFacts callee)
    {
        var result = new List<Origin>();
        if (call.Function is null) return result;
        foreach (var fact in callee.Top())
        {
            if (fact is { IsWhole: true, Revived: false } && fact.Origin is { IsSymbol: true, Path.Length: 0, Kind: OriginKind.Parameter or OriginKind.Captured }) result.Add(fact.Origin);
        }
        return result;
    }

    /// <summary>Records a call of something that the caller passed in.</summary>
    /// <returns>The symbol of its result.</returns>
    private ValueFacts CallSymbol(Origin callee, int node, ValueFacts[] arguments)
    {
        if (!symbolCallIndex.TryGetValue((callee, node), out var index))
        {
            // nothing goes in, and nobody asked what comes out
            var demand = context.DemandOf(unit);
            var isAsked = callee.Kind == OriginKind.Parameter ? demand.Has(callee.Index) : demand.Has(callee.Variable!);
            if (!isAsked && Array.TrueForAll(arguments, a => a.IsEmpty)) return ValueFacts.None;
            if (symbolCalls.Count >= MaxSymbolCalls)
            {
                context.ReportIncomplete(file, $"more than {MaxSymbolCalls} calls of parameters in {Describe()}");
                return ValueFacts.None;
            }
            index = symbolCalls.Count;
            symbolCallIndex[(callee, node)] = index;
            symbolCalls.Add(new SymbolCall(callee, [.. arguments.Select(_ => new ValueFacts())], node));
        }
        var known = symbolCalls[index];
        for (var i = 0; i < Math.Min(known.Arguments.Count, arguments.Length); i++) known.Arguments[i].AddAll(arguments[i]);
        var result = new ValueFacts();
        result.Add(AccessPath.Empty, Symbol(new Origin(OriginKind.CallResult, index, AccessPath.Empty)));
        return result;
    }

    private void Propagate(int node)
    {
        foreach (var propagator in roles.PropagatorsAt(node))
        {
            if (!roles.Operands.TryGetValue(propagator.From, out var from)) continue;
            var value = Read(from);
            if (value.IsEmpty) continue;
            if (propagator.Spec.Requires is { } condition && !rule.Holds(condition, Present(value))) continue;
            var merged = value.Merged().Map(f => Relabel(propagator.Spec, Extend(f, TraceStepKind.Propagation, propagator.Match.Node)));
            if (roles.Operands.TryGetValue(propagator.To, out var to) && to.Place is { } place) Write(places.Of(place), merged, strong: false);
            else PropagateIntoFunction(propagator, merged);
        }
    }

    private Fact Relabel(Rules.PropagatorSpec spec, Fact fact)
    {
        if (spec.Label is null) return fact;
        if (spec.ReplaceLabels is { } replaced && fact.Label >= 0 && !replaced.Contains(rule.NameOf(fact.Label))) return fact;
        return fact.Relabel(rule.LabelOf(spec.Label));
    }

    /// <summary>The target is a formal parameter of a function that is made here.</summary>
    private void PropagateIntoFunction(PropagatorMatch propagator, ValueFacts value)
    {
        foreach (var closure in unit.Definitions.Closures)
        {
            var callee = file.Functions[closure.Function.Id];
            var parameters = callee.Ir.Parameters;
            var index = parameters.FindIndex(p => p.Node >= 0 && p.Node <= propagator.To && propagator.To < file.Tree.LastOf(p.Node));
            if (index < 0) continue;
            var values = new ValueFacts[parameters.Count];
            values[index] = value;
            Apply(callee, context.SummaryOf(callee), new Invocation(propagator.Match.Node) { Parameters = values }, [], 0);
        }
    }
}
