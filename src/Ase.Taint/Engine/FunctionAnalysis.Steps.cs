using Ase.Taint.Ir;
using Ase.Taint.Scanning;
using Ase.Taint.Summaries;

namespace Ase.Taint.Engine;

/// <summary>Instructions other than calls.</summary>
internal sealed partial class FunctionAnalysis
{
    private void Step(Instruction instruction)
    {
        switch (instruction)
        {
            case Assign assign:
                StepAssign(assign);
                break;
            case Operation operation:
                StepOperation(operation);
                break;
            case Call call:
                StepCall(call);
                break;
            case MakeClosure closure:
                StepClosure(closure);
                break;
            case Evaluate evaluate:
                ServeInstruction(instruction, Read(evaluate.Value));
                break;
            case DefinePredicate define:
                state.SetCondition(places.Root(define.Target), ConditionOf(define.Predicate));
                break;
        }
        if (roles.HasPropagators && instruction.Node >= 0) Propagate(file.Canonical(instruction.Node));
    }

    private void StepAssign(Assign assign)
    {
        var value = Read(assign.Value);
        ServeInstruction(assign, value);
        if (roles.HasSinks) ServeTarget(assign);
        var condition = ConditionOf(assign.Value.Node, assign.Value);
        value = RolesOfResult(assign.Node, value);
        Store(assign.Target, value, assign.Node, assign.TargetNode);
        NoteElement(assign.Target, places.Of(assign.Target), value, assign.Value);
        if (checkedPlaces > 0 && IsFlag(assign)) condition = new Condition([], [], Truth(assign.Value));
        if (!condition.IsEmpty && assign.Target.Path.Count == 0) state.SetCondition(places.Of(assign.Target), condition.Without(places.Of(assign.Target)));
    }

    /// <summary>A variable is set to true or false: on which ways it was tells what was checked.</summary>
    private bool IsFlag(Assign assign) => assign is
    {
        Target: { Path.Count: 0, Variable: var variable },
        Value: { Place: null, IsString: false, Literal: "true" or "false" or "True" or "False" or "TRUE" or "FALSE" or "0" or "1" or "null" or "NULL" or "None" or "nil" or "undefined" },
    } && (variable.Kind == VariableKind.Local || SharedScopes.IsShared(unit, variable)) && !shared.Contains(variable);

    private void StepOperation(Operation operation)
    {
        var merged = new ValueFacts();
        var parts = ValueFacts.None;
        foreach (var operand in operation.Operands)
        {
            var value = Read(operand);
            if (value.IsEmpty) continue;
            ServeInstruction(operation, value);
            switch (operation.Kind)
            {
                case OperationKind.Select or OperationKind.Cast:
                    if (parts.IsEmpty && operation.Operands.Count == 1) parts = value;
                    else merged.AddAll(value);
                    break;
                case OperationKind.NewArray:
                    foreach (var part in value.Under(AccessPath.AnyElement).Parts)
                    {
                        if (part.Fact is { } fact) merged.Add(part.Path, fact);
                    }
                    break;
                case OperationKind.Spread:
                    foreach (var part in value.Part(AccessPath.AnyElement).Parts)
                    {
                        if (part.Fact is { } fact) merged.Add(part.Path, fact);
                    }
                    break;
                case OperationKind.Keys:
                    foreach (var fact in value.Top()) merged.Add(AccessPath.Empty, fact.Derive());
                    break;
                default:
                    if (!Propagates(operation.Kind)) break;
                    foreach (var fact in value.Whole()) merged.Add(AccessPath.Empty, fact.Derive());
                    break;
            }
        }
        var result = parts.IsEmpty ? merged : parts;
        result = RolesOfResult(operation.Node, result);
        Store(operation.Target, result, operation.Node, -1);
        if (operation.Kind is OperationKind.Compare or OperationKind.Not) SetComparison(operation);
    }

    private bool Propagates(OperationKind kind)
    {
        var options = rule.Rule.Options;
        return kind switch
        {
            OperationKind.Scalar => false,
            OperationKind.Compare => !options.TaintAssumeSafeComparisons && !options.TaintAssumeSafeBooleans && !options.TaintOnlyPropagateThroughAssignments,
            OperationKind.Not => !options.TaintAssumeSafeBooleans && !options.TaintOnlyPropagateThroughAssignments,
            OperationKind.Arithmetic => !options.TaintAssumeSafeNumbers && !options.TaintOnlyPropagateThroughAssignments,
            _ => !options.TaintOnlyPropagateThroughAssignments,
        };
    }

    private void StepClosure(MakeClosure closure)
    {
        var target = places.Of(closure.Target);
        Write(target, ValueFacts.None, IsStrong(target));
        var callee = file.Functions[closure.Function.Id];
        Apply(callee, context.SummaryOf(callee), new Invocation(closure.Node), [], 0);
    }

    private void TransferReturn(IrBlock block, Return end)
    {
        foreach (var operand in end.Values)
        {
            var value = Read(operand);
            if (!value.IsEmpty && roles.HasSinks) ServeNode(end.Node, value);
        }
        ShowReturned(end);
        if (body.Id == 0) ApplyInner();
        exits[block.Id] = state.Clone();
    }

    /// <summary>At the end of a file's top-level code its functions may run: they see what its variables hold by then.</summary>
    private void ApplyInner()
    {
        foreach (var other in file.Functions)
        {
            if (other.Ir.Id == 0 || other.Ir.Enclosing is { Id: not 0 }) continue;
            Apply(other, context.SummaryOf(other), new Invocation(other.Ir.Node), [], 0);
        }
    }

    /// <summary>What sources, sanitizers and transforms at a node do to the value computed there.</summary>
    private ValueFacts RolesOfResult(int node, ValueFacts value)
    {
        if (node < 0) return value;
        node = file.Canonical(node);
        if (roles.IsTransform(node)) value = value.Map(f => f.Revive());
        if (roles.HasSources) value = WithSources(node, value, s => (!s.Spec.Exact || s.Node == node) && s.Spec.BySideEffect != Rules.SideEffect.Only);
        return roles.HasSanitizers && roles.IsSanitized(node) ? Cleaned(value) : value;
    }

    /// <summary>Stores a computed value where an instruction puts it.</summary>
    private void Store(Place target, ValueFacts value, int node, int targetNode)
    {
        var place = places.Of(target);
        if (target.Variable.Kind != VariableKind.Temp) value = value.Map(f => Extend(f, TraceStepKind.Propagation, node));
        if (roles.HasSources && targetNode >= 0) value = AddTargetSources(file.Canonical(targetNode), value);
        Write(place, value, IsStrong(place));
        if (target.Path.Count > 0 && !value.IsEmpty) WriteThrough(place, value);
        foreach (var accessor in target.Path)
        {
            if (accessor.Key is { } key) Read(key);
        }
    }

    /// <summary>A variable that is defined inside a source's match is the source (a loop's variable, a pattern's part).</summary>
    private ValueFacts AddTargetSources(int node, ValueFacts value) => WithSources(node, value, s => s.Node == node && s.IsValue);

    private bool IsStrong(PlaceNode place) => place.IsExact && !shared.Contains(place.Variable);

    /// <summary>A store into a part of something that came from the caller under another name changes the caller's thing as well.</summary>
    private void WriteThrough(PlaceNode place, ValueFacts value)
    {
        for (var at = place.Parent; at is not null; at = at.Parent)
        {
            foreach (var fact in state.Of(at).Facts.Span)
            {
                if (!fact.IsWhole || fact.Revived || PlaceOf(fact.Origin) is not { } home || home.Holds(place) || at.Holds(home)) continue;
                Write(places.Part(home, place.Path.Skip(at.Depth)), value, strong: false);
            }
        }
    }

    /// <summary>The place that a symbol stood in when the function began.</summary>
    private PlaceNode? PlaceOf(Origin origin) => origin.Kind switch
    {
        OriginKind.Parameter => places.Of(body.Parameters[origin.Index].Variable, origin.Path),
        OriginKind.Receiver => places.Of(body.This!, origin.Path),
        OriginKind.Captured => places.Of(origin.Variable!, origin.Path),
        _ => null,
    };
}
