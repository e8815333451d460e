using Ase.Taint.Ir;
using Ase.Taint.Scanning;
using Ase.Taint.Summaries;

namespace Ase.Taint.Engine;

/// <summary>PHP files that run in the scope of their includer.</summary>
internal sealed partial class FunctionAnalysis
{
    private Dictionary<string, IrVariable>? variablesByName;

    /// <summary>The function's variables and those that only pass through it.</summary>
    private IEnumerable<IrVariable> AllVariables => targets.Foreign.Count == 0 ? body.Variables : body.Variables.Concat(targets.Foreign);

    /// <summary>A variable of top-level code at the start: the includer's, or what functions and unknown includers left.</summary>
    private void PutShared(IrVariable variable, Demand demand)
    {
        var root = places.Root(variable);
        if (demand.Has(variable)) Put(root, Symbol(new Origin(OriginKind.Captured, 0, AccessPath.Empty, variable)));
        if (variable.Kind != VariableKind.Global || file.Template is not null) return;
        PutCell(root, GlobalKey(variable));
        if (!targets.IsIncluded && file.Ir!.FreeNames.Contains(variable.Name)) PutCell(root, ProjectModel.TopKey(file, variable));
    }

    /// <summary>Asks what an included file does with the tainted variables of this scope.</summary>
    private void RequestShared(FunctionUnit callee)
    {
        var wanted = context.TargetsOf(callee).Shared;
        if (wanted.Count == 0 || state.Entries.Count == 0) return;
        List<IrVariable>? found = null;
        foreach (var (place, entry) in state.Entries)
        {
            if (entry.Facts.Count == 0 || place.Variable.Kind == VariableKind.Temp) continue;
            var name = ReferenceEquals(place.Variable, body.This) ? "$this" : place.Variable.Name;
            if (wanted.TryGetValue(name, out var variable) && found?.Contains(variable) != true) (found ??= []).Add(variable);
        }
        foreach (var variable in found ?? []) context.Request(callee, OriginKind.Captured, 0, variable);
    }

    /// <summary>The place here of a variable that an included file shares.</summary>
    private PlaceNode? PlaceOfShared(string name)
    {
        if (variablesByName is null)
        {
            variablesByName = new Dictionary<string, IrVariable>(StringComparer.Ordinal);
            if (body.This is { } self) variablesByName["$this"] = self;
            // a local is meant before a global of the same name
            foreach (var variable in AllVariables)
            {
                if (variable.Kind is VariableKind.Local or VariableKind.Parameter or VariableKind.Captured) variablesByName.TryAdd(variable.Name, variable);
            }
            foreach (var variable in AllVariables)
            {
                if (variable.Kind == VariableKind.Global) variablesByName.TryAdd(variable.Name, variable);
            }
        }
        return variablesByName.TryGetValue(name, out var own) ? places.Root(own) : null;
    }

    /// <summary>The shared variables that top-level code assigns on every way, whatever they held before.</summary>
    private List<IrVariable> Replaced()
    {
        var result = new List<IrVariable>();
        if (body.Id != 0 || !targets.IsIncluded) return result;
        foreach (var variable in targets.Shared.Values)
        {
            var root = places.Root(variable);
            if (!root.IsUsed) continue;
            var (all, any) = (true, false);
            foreach (var block in body.Blocks)
            {
                if (exits[block.Id] is not { } exit || block.Terminator is not Return) continue;
                any = true;
                all &= exit.Of(root).IsCut && !HoldsItself(exit.Of(root), variable);
            }
            if (all && any) result.Add(variable);
        }
        return result;
    }

    private static bool HoldsItself(Entry entry, IrVariable variable)
    {
        foreach (var fact in entry.Facts.Span)
        {
            if (fact is { IsWhole: true, Cleaned: 0 } && ReferenceEquals(fact.Origin.Variable, variable) && fact.Origin.Path.Length == 0) return true;
        }
        return false;
    }
}
