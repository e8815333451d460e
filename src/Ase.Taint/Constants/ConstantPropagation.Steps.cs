using Ase.Code.Languages;
using Ase.Taint.Ir;
using Ase.Taint.Library;
using Ase.Taint.Summaries;

namespace Ase.Taint.Constants;

/// <summary>What instructions do to constants and to the lengths of lists.</summary>
internal sealed partial class ConstantPropagation
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
            case MakeClosure { Target.Path.Count: 0 } closure:
                Set(closure.Target.Variable, null);
                break;
        }
    }

    private void StepAssign(Assign assign)
    {
        var value = ValueOf(assign.Value);
        var target = assign.Target.Variable;
        if (assign.Target.Path.Count > 0)
        {
            if (value is Sized) Escape(assign.Value);
            StorePart(assign.Target);
            return;
        }
        // two variables that hold one list can both change it; a temporary is not used again
        if (value is Sized && assign.Value.Place!.Variable is { Kind: not VariableKind.Temp } && !ReferenceEquals(assign.Value.Place.Variable, target))
        {
            Escape(assign.Value);
            value = null;
        }
        Set(target, value);
    }

    /// <summary>A store at the end of an array makes it longer; one elsewhere leaves its length unknown.</summary>
    private void StorePart(Place target)
    {
        if (state.GetValueOrDefault(target.Variable.Id) is not Sized sized || target.Path.Count > 1) return;
        var length = target.Path[0] is { Kind: AccessorKind.Index, Name: var name } && int.TryParse(name, out var index) && index >= 0 && index <= sized.Count
            ? sized.Grown(index == sized.Count ? 1 : 0)
            : null;
        Set(target.Variable, length);
    }

    private void StepOperation(Operation operation)
    {
        object? value;
        if (operation is { Kind: OperationKind.NewArray, Operands.Count: 0 })
        {
            value = family is LanguageId.JavaScript or LanguageId.Python ? new Sized(0) : null;
        }
        else
        {
            var operands = new object?[operation.Operands.Count];
            for (var i = 0; i < operands.Length; i++) operands[i] = ValueOf(operation.Operands[i]);
            value = ConstantFold.Operation(operation.Kind, operation.Operator, operands, family);
            if (operation.Kind is not (OperationKind.Compare or OperationKind.Not or OperationKind.Scalar or OperationKind.Concat))
            {
                foreach (var operand in operation.Operands) Escape(operand);
            }
        }
        if (operation.Target.Path.Count == 0) Set(operation.Target.Variable, value);
    }

    private LibraryModel? ModelOf(Call call)
    {
        var target = targets.Calls.GetValueOrDefault(call) ?? CallTarget.Unknown;
        return target.IsCertain ? null : models.Find(target.Qualified, call.Name, call.Receiver is null, target.IsModule);
    }

    private void StepCall(Call call)
    {
        var model = ModelOf(call);
        object? result = null;
        if (model?.Folds is { } method && call.Receiver is { } text && ValueOf(text) is { } known)
        {
            result = ConstantFold.Method(method, known, [.. call.Arguments.Select(a => ValueOf(a.Value))], family);
        }
        if (model?.Sequence == SequenceChange.New)
        {
            // a capacity is no element
            if (call.Arguments.All(a => ValueOf(a.Value) is long)) result = new Sized(0);
        }
        else if (call.Receiver is { Place: { Path.Count: 0 } holder } receiver && ValueOf(receiver) is Sized sized)
        {
            Set(holder.Variable, After(call, model?.Sequence ?? SequenceChange.None, sized));
        }
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.Place is not { Path.Count: 0 } place) continue;
            // PHP does not show at the call that a parameter is a reference
            if (argument.ByReference || family == LanguageId.Php) state.Remove(place.Variable.Id);
            else Escape(argument.Value);
        }
        if (call.Target is { Path.Count: 0 } target) Set(target.Variable, result);
    }

    /// <summary>The list after a call of one of its methods; null when its length is no longer known.</summary>
    private Sized? After(Call call, SequenceChange change, Sized sized)
    {
        var count = call.Arguments.Count;
        if (call.Arguments.Any(a => a.IsSpread)) return null;
        return change switch
        {
            SequenceChange.Keep or SequenceChange.Reorder => sized,
            SequenceChange.Append => sized.Grown(count),
            SequenceChange.Add when count == 1 => sized.Grown(1),
            SequenceChange.Add when count == 2 && ValueOf(call.Arguments[0].Value) is long => sized.Grown(1),
            SequenceChange.Remove when count == 0 || (count == 1 && ValueOf(call.Arguments[0].Value) is long) => sized.Grown(-1),
            SequenceChange.RemoveFirst or SequenceChange.RemoveLast when count == 0 => sized.Grown(-1),
            _ => null,
        };
    }

    /// <summary>Somebody else holds the list from here on.</summary>
    private void Escape(Operand operand)
    {
        if (operand.Place is { Path.Count: 0 } place && state.GetValueOrDefault(place.Variable.Id) is Sized) state.Remove(place.Variable.Id);
    }
}
