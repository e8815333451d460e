using Ase.Code.Languages;
using Ase.Taint.Engine;
using Ase.Taint.Ir;
using Ase.Taint.Scanning;

namespace Ase.Taint.Summaries;

/// <summary>
/// Tells which functions, classes and modules a place may hold, regardless of the order of the code. One per file of calls, so that what it
/// remembers does not depend on other threads.
/// </summary>
internal sealed partial class ValueResolver(ProjectIndex index)
{
    private const int MaxDepth = 12;
    private static readonly HashSet<string> OpenTypes = new(StringComparer.OrdinalIgnoreCase) { "any", "unknown", "object", "mixed", "interface{}", "T", "var", "self", "static", "iterable", "callable", "function" };
    private const int MaxValues = 24;
    private readonly Dictionary<(FunctionUnit, IrVariable), List<Value>> known = [];
    private readonly HashSet<(FunctionUnit, IrVariable, AccessPath)> open = [];
    private int cuts;

    /// <summary>What an operand may hold.</summary>
    public List<Value> Of(FunctionUnit function, Operand operand) => operand.Place is { } place ? Of(function, place, 0) : [];

    /// <summary>What a place may hold.</summary>
    public List<Value> Of(FunctionUnit function, Place place) => Of(function, place, 0);

    private List<Value> Of(FunctionUnit function, Place place, int depth)
    {
        var values = OfVariable(function, place.Variable, depth);
        foreach (var accessor in place.Path)
        {
            if (values.Count == 0) break;
            values = Members(values, new PathStep(accessor.Kind, accessor.Name), depth);
        }
        return values;
    }

    /// <summary>What the parts of some values may hold.</summary>
    public List<Value> Members(List<Value> values, PathStep step, int depth)
    {
        var result = new List<Value>();
        foreach (var value in values) Member(value, step, depth, result);
        return result;
    }

    private List<Value> OfVariable(FunctionUnit function, IrVariable variable, int depth)
    {
        while (variable is { Kind: VariableKind.Captured, Outer: { } outer } && function.Enclosing is { } enclosing) (function, variable) = (enclosing, outer);
        if (known.TryGetValue((function, variable), out var before)) return before;
        if (depth > MaxDepth || !open.Add((function, variable, AccessPath.Empty)))
        {
            cuts++;
            return [];
        }
        var cutsBefore = cuts;
        var result = new List<Value>();
        FromDefinitions(function, variable, depth, result);
        if (result.Count == 0 && variable.TypeName is { Length: > 0 } type) FromType(function.File, type, result);
        if (result.Count == 0 && variable.Kind == VariableKind.This) FromReceiver(function, depth, result);
        if (result.Count == 0 && !function.Definitions.Of(variable).Any(d => d is not Assign)) FromName(function, variable, depth, result);
        Add(result, new Value.Stored(function, variable, AccessPath.Empty));
        open.Remove((function, variable, AccessPath.Empty));
        if (cuts == cutsBefore) known[(function, variable)] = result;
        return result;
    }

    private void FromDefinitions(FunctionUnit function, IrVariable variable, int depth, List<Value> result)
    {
        foreach (var definition in function.Definitions.Of(variable)) FromInstruction(function, definition, depth, result);
    }

    private void FromInstruction(FunctionUnit function, Instruction instruction, int depth, List<Value> result)
    {
        switch (instruction)
        {
            case MakeClosure closure:
                var made = function.File.Functions[closure.Function.Id];
                Add(result, closure.Function.IsConstructor && index.ClassOf.TryGetValue(made, out var type) ? new Value.Class(type) : new Value.Function(made));
                break;
            case Assign { Value.Place: { } place }:
                foreach (var value in Of(function, place, depth + 1)) Add(result, value);
                break;
            case Operation { Kind: OperationKind.Select or OperationKind.Cast } operation:
                foreach (var operand in operation.Operands)
                {
                    if (operand.Place is not { } place) continue;
                    foreach (var value in Of(function, place, depth + 1)) Add(result, value);
                }
                break;
            case Call call:
                foreach (var value in OfCall(function, call, depth + 1)) Add(result, value);
                break;
        }
    }

    private void FromType(FileUnit file, string type, List<Value> result)
    {
        if (index.ClassNamed(file, type) is { } unit) Add(result, new Value.Instance(unit));
        else if (!OpenTypes.Contains(type)) Add(result, new Value.External("new " + type));
    }

    private void FromReceiver(FunctionUnit function, int depth, List<Value> result)
    {
        if (index.ClassOf.TryGetValue(function, out var unit))
        {
            Add(result, function.Ir.IsStatic ? new Value.Class(unit) : new Value.Instance(unit));
            return;
        }
        // a method of an object literal or of a prototype: the object it was stored in
        if (function.Enclosing is not { } enclosing) return;
        foreach (var closure in enclosing.Definitions.Closures)
        {
            if (closure.Function != function.Ir) continue;
            if (closure.Target.Path.Count > 0) Home(enclosing, closure.Target, depth, result);
            foreach (var variable in enclosing.Ir.Variables)
            {
                foreach (var part in enclosing.Definitions.PartsOf(variable))
                {
                    if (part is Assign { Value.Place: { Path.Count: 0 } source } assign && source.Variable == closure.Target.Variable) Home(enclosing, assign.Target, depth, result);
                }
            }
        }
    }

    private void Home(FunctionUnit function, Place stored, int depth, List<Value> result)
    {
        var owner = stored with { Path = [.. stored.Path.Take(stored.Path.Count - 1)] };
        if (owner.Path is [.., { Kind: AccessorKind.Field, Name: "prototype" }])
        {
            foreach (var value in Of(function, owner with { Path = [.. owner.Path.Take(owner.Path.Count - 1)] }, depth + 1))
            {
                if (value is Value.Function made) Add(result, new Value.Made(made.Unit));
            }
            return;
        }
        foreach (var value in Of(function, owner, depth + 1)) Add(result, value);
    }

    /// <summary>A name without a definition of its own: an import, a class, a function, or something from outside.</summary>
    private void FromName(FunctionUnit function, IrVariable variable, int depth, List<Value> result)
    {
        var file = function.File;
        var name = variable.Name;
        if (variable.Kind is VariableKind.Temp or VariableKind.This or VariableKind.Parameter) return;
        foreach (var import in file.Ir!.Imports)
        {
            if (import.LocalName == name) FromImport(file, import, depth, result);
        }
        if (result.Count > 0) return;
        foreach (var value in Named(file, name)) Add(result, value);
        if (result.Count == 0 && variable.Kind == VariableKind.Global && !name.StartsWith('$')) Add(result, new Value.External(name));
    }

    /// <summary>A class or function by its bare name, as seen from a file.</summary>
    public List<Value> Named(FileUnit file, string name)
    {
        var result = new List<Value>();
        var functions = index.FunctionsNamed(file.Family, name);
        foreach (var function in functions)
        {
            if (ReferenceEquals(function.File, file)) Add(result, new Value.Function(function));
        }
        if (result.Count > 0) return result;
        if (index.ClassNamed(file, name) is { } unit && (ReferenceEquals(unit.File, file) || file.Family is not LanguageId.JavaScript and not LanguageId.Python))
        {
            Add(result, new Value.Class(unit));
            return result;
        }
        var directory = ProjectIndex.DirectoryOf(file.Path);
        foreach (var function in functions)
        {
            var near = file.Family switch
            {
                LanguageId.Go => ProjectIndex.DirectoryOf(function.File.Path) == directory,
                LanguageId.Php => true,
                _ => false,
            };
            if (near) Add(result, new Value.Function(function));
        }
        return result;
    }

    private static void Add(List<Value> values, Value value)
    {
        if (values.Count < MaxValues && !values.Contains(value)) values.Add(value);
    }
}
