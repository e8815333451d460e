using Ase.Taint.Ir;
using Ase.Taint.Library;
using Ase.Taint.Scanning;
using Ase.Taint.Summaries;

namespace Ase.Taint.Engine;

/// <summary>Calls of library functions that have a model.</summary>
internal sealed partial class FunctionAnalysis
{
    private LibraryModel? ModelOf(Call call, CallTarget target) => models.Find(target.Qualified, call.Name, call.Receiver is null, target.IsModule);

    private ValueFacts ApplyModel(Call call, CallTarget target, LibraryModel model, ValueFacts receiver, ValueFacts[] arguments)
    {
        var flows = new ModelRun(call, target, receiver, arguments);
        var result = new ValueFacts();
        // what one function returns may go into another, or into itself the next time
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var flow in model.Flows)
            {
                if (flow.To.Kind == EndpointKind.CallbackParameter) PassToCallback(flow, flows);
            }
            for (var i = 0; i < arguments.Length; i++) CallBack(flows, i);
            if (!model.Flows.Any(f => f is { From.Kind: EndpointKind.CallbackResult or EndpointKind.CallbackArgument, To.Kind: EndpointKind.CallbackParameter })) break;
        }
        foreach (var flow in model.Flows)
        {
            if (flow.To.Kind == EndpointKind.CallbackParameter) continue;
            var value = FromEnd(flow, flows);
            if (value.IsEmpty)
            {
                if (flow.To is { Kind: EndpointKind.This, Key: not null }) Overwrite(call, flow.To);
                continue;
            }
            value = value.Map(f => Extend(f, TraceStepKind.Propagation, call.Node));
            switch (flow.To.Kind)
            {
                case EndpointKind.Result:
                    foreach (var part in value.Under(PathOf(flow.To, call)).Parts)
                    {
                        if (part.Fact is { } fact) result.Add(part.Path, fact);
                    }
                    break;
                case EndpointKind.This:
                    if (flow.To.Key is not null) Overwrite(call, flow.To);
                    if (call.Receiver?.Place is { } holder) WritePart(holder, PathOf(flow.To, call), value);
                    break;
                case EndpointKind.Argument:
                    if (flow.To.ArgumentOf(arguments.Length) is >= 0 and var to && call.Arguments[to].Value.Place is { } place) WritePart(place, flow.To.Path, value);
                    break;
                case EndpointKind.AnyArgument:
                    foreach (var argument in call.Arguments)
                    {
                        if (argument.Value.Place is { } any) WritePart(any, flow.To.Path, value);
                    }
                    break;
            }
        }
        if (model.Sequence != SequenceChange.None) ChangeSequence(call, model.Sequence, arguments);
        SetModelCondition(call, target, model);
        return model.Keeps is { } keeper ? KeepChecked(target, keeper, arguments.Length, result) : result;
    }

    private void WritePart(Place place, AccessPath path, ValueFacts value)
    {
        var at = places.Part(places.Of(place), path);
        Write(at, value, strong: false);
        WriteThrough(at, value);
    }

    private ValueFacts FromEnd(Flow flow, ModelRun run)
    {
        var from = flow.From;
        var value = from.Kind switch
        {
            EndpointKind.This => run.Receiver,
            EndpointKind.Argument => from.ArgumentOf(run.Arguments.Length) is >= 0 and var i ? run.Arguments[i] : ValueFacts.None,
            EndpointKind.AnyArgument => run.AllArguments(),
            EndpointKind.CallbackResult => from.ArgumentOf(run.Arguments.Length) is >= 0 and var c ? run.Returned[c] : ValueFacts.None,
            EndpointKind.CallbackArgument => from.ArgumentOf(run.Arguments.Length) is >= 0 and var c ? run.Passed(c, from.Parameter, from.Inner) : ValueFacts.None,
            _ => ValueFacts.None,
        };
        value = value.Part(PathOf(from, run.Call));
        var keepsParts = from.Path.Length > 0 || from.Key is not null || flow.To.Path.Length > 0 || flow.To.Key is not null || flow.To.Kind == EndpointKind.CallbackParameter
            || from.Kind is EndpointKind.CallbackResult or EndpointKind.CallbackArgument;
        return keepsParts ? value : value.Map(f => f.Derive());
    }

    private void PassToCallback(Flow flow, ModelRun run)
    {
        if (flow.To.ArgumentOf(run.Arguments.Length) is not (>= 0 and var to)) return;
        var value = FromEnd(flow, run);
        foreach (var part in value.Under(flow.To.Path).Parts)
        {
            if (part.Fact is { } fact) run.ParameterOf(to, flow.To.Parameter).Add(part.Path, fact);
        }
    }

    private void CallBack(ModelRun run, int argument)
    {
        foreach (var function in run.Target.FunctionsOf(argument))
        {
            var parameters = function.Ir.Parameters;
            var given = new ValueFacts[parameters.Count];
            var count = Math.Max(parameters.Count, run.ParameterCount(argument));
            var values = new ValueFacts[count];
            for (var i = 0; i < count; i++) values[i] = run.ParameterOf(argument, i);
            given = ArrangeValues(function.Ir, values);
            var summary = context.SummaryOf(function);
            var invocation = new Invocation(run.Call.Node) { Parameters = given };
            run.Returned[argument].AddAll(Apply(function, summary, invocation, [], 0));
            var results = new ValueFacts[summary.Calls.Count];
            foreach (var inner in summary.Calls)
            {
                if (inner.Callee is not { Kind: OriginKind.Parameter, Path.Length: 0 }) continue;
                for (var i = 0; i < inner.Arguments.Count; i++)
                {
                    run.Passed(argument, inner.Callee.Index, i).AddAll(Translate(function, inner.Arguments[i], invocation, results, TraceStepKind.Return));
                }
            }
        }
    }

    /// <summary>Only elements for which a function held are in the result: what it checks is clean in them.</summary>
    private ValueFacts KeepChecked(CallTarget target, int keeper, int count, ValueFacts result)
    {
        var labels = ChecksOfElement(target, keeper < 0 ? count + keeper : keeper, whenTrue: true);
        return labels == 0 ? result : result.Map(f => f.Clean(labels) is { } cleaned && (rule.HasTransforms || cleaned.IsLive) ? cleaned : null);
    }

    /// <summary>The labels that a passed function cleans in its first parameter when it returns true (or false).</summary>
    private ulong ChecksOfElement(CallTarget target, int argument, bool whenTrue)
    {
        var functions = argument >= 0 ? target.FunctionsOf(argument) : [];
        var common = functions.Count == 0 ? 0 : Fact.AllLabels;
        foreach (var function in functions)
        {
            var labels = 0UL;
            foreach (var check in context.SummaryOf(function).Checks)
            {
                foreach (var (symbol, more) in whenTrue ? check.WhenTrue : check.WhenFalse)
                {
                    if (symbol is { Kind: OriginKind.Parameter, Index: 0, Path.Length: 0 }) labels |= more;
                }
            }
            common &= labels;
        }
        return common;
    }

    private void SetModelCondition(Call call, CallTarget target, LibraryModel model)
    {
        if (model.All is null && model.None is null) return;
        var holder = model.Elements is { } e ? (e < call.Arguments.Count ? call.Arguments[e].Value : null) : call.Receiver;
        if (holder is null) return;
        var count = call.Arguments.Count;
        var whenTrue = model.All is { } all ? ChecksOfElement(target, all < 0 ? count + all : all, whenTrue: true) : 0;
        var whenFalse = model.None is { } none ? ChecksOfElement(target, none < 0 ? count + none : none, whenTrue: false) : 0;
        if (whenTrue == 0 && whenFalse == 0) return;
        var at = PlacesOf(holder.Node, holder);
        nodeConditions[file.Canonical(call.Node)] = new Condition(
            whenTrue == 0 ? [] : [.. at.Select(p => (p, whenTrue))],
            whenFalse == 0 ? [] : [.. at.Select(p => (p, whenFalse))]);
    }

    /// <summary>The values of one call of a modelled function.</summary>
    private sealed class ModelRun(Call call, CallTarget target, ValueFacts receiver, ValueFacts[] arguments)
    {
        private readonly Dictionary<(int Argument, int Parameter), ValueFacts> parameters = [];
        private readonly Dictionary<(int Argument, int Parameter, int Inner), ValueFacts> passed = [];

        public Call Call { get; } = call;

        public CallTarget Target { get; } = target;

        public ValueFacts Receiver { get; } = receiver;

        public ValueFacts[] Arguments { get; } = arguments;

        public ValueFacts[] Returned { get; } = [.. arguments.Select(_ => new ValueFacts())];

        public ValueFacts AllArguments()
        {
            var all = new ValueFacts();
            foreach (var argument in Arguments) all.AddAll(argument);
            return all;
        }

        public int ParameterCount(int argument) => parameters.Keys.Where(k => k.Argument == argument).Select(k => k.Parameter + 1).DefaultIfEmpty(0).Max();

        public ValueFacts ParameterOf(int argument, int parameter)
        {
            if (!parameters.TryGetValue((argument, parameter), out var value)) parameters[(argument, parameter)] = value = new ValueFacts();
            return value;
        }

        public ValueFacts Passed(int argument, int parameter, int inner)
        {
            if (!passed.TryGetValue((argument, parameter, inner), out var value)) passed[(argument, parameter, inner)] = value = new ValueFacts();
            return value;
        }
    }
}
