using Ase.Taint.Engine;
using Ase.Taint.Ir;
using Ase.Taint.Scanning;

namespace Ase.Taint.Summaries;

/// <summary>Members of values: exports, methods, stored parts; results of calls; imports.</summary>
internal sealed partial class ValueResolver
{
    private void Member(Value value, PathStep step, int depth, List<Value> result)
    {
        switch (value)
        {
            case Value.Module module:
                Export(module.File, step.Name, depth, result);
                break;
            case Value.Package package:
                InPackage(package.Directory, step.Name, depth, result);
                break;
            case Value.Class type:
                foreach (var method in MethodsOf(type.Unit, step.Name, overrides: false)) Add(result, new Value.Function(method));
                StoredInClass(type.Unit, step, depth, result);
                break;
            case Value.Instance instance:
                foreach (var method in MethodsOf(instance.Unit, step.Name, overrides: true)) Add(result, new Value.Function(method));
                if (instance.Unit.FieldTypes.TryGetValue(step.Name, out var fieldType)) FromType(instance.Unit.File, fieldType, result);
                else StoredInClass(instance.Unit, step, depth, result);
                break;
            case Value.Made made:
                StoredInMade(made.Constructor, step, depth, result);
                break;
            case Value.Function function when step is { Kind: AccessorKind.Field, Name: "prototype" }:
                Add(result, new Value.Made(function.Unit));
                break;
            case Value.External external when step.Kind == AccessorKind.Field:
                Add(result, external with { Name = external.Name + "." + step.Name });
                break;
            case Value.Stored stored:
                StoredPart(stored, step, depth, result);
                break;
        }
    }

    private void StoredPart(Value.Stored stored, PathStep step, int depth, List<Value> result)
    {
        if (stored.Path.Length >= 3) return;
        var path = stored.Path.Append(step);
        if (depth > MaxDepth || !open.Add((stored.Owner, stored.Variable, path)))
        {
            cuts++;
            return;
        }
        foreach (var part in stored.Owner.Definitions.PartsOf(stored.Variable, path[0]))
        {
            if (Definitions.TargetOf(part) is { } target && target.Path.Count == path.Length && AccessPath.Of(target.Path, 0).Meets(path)) FromInstruction(stored.Owner, part, depth + 1, result);
        }
        open.Remove((stored.Owner, stored.Variable, path));
        Add(result, new Value.Stored(stored.Owner, stored.Variable, path));
    }

    /// <summary>What the methods of a class store in a field of the receiver.</summary>
    private void StoredInClass(ClassUnit unit, PathStep step, int depth, List<Value> result)
    {
        if (step.Kind != AccessorKind.Field || depth > MaxDepth) return;
        foreach (var method in unit.AllMethods)
        {
            if (method.Ir.This is { } receiver) StoredPart(new Value.Stored(method, receiver, AccessPath.Empty), step, depth + 1, result);
        }
    }

    private void StoredInMade(FunctionUnit constructor, PathStep step, int depth, List<Value> result)
    {
        if (constructor.Ir.This is { } receiver) StoredPart(new Value.Stored(constructor, receiver, AccessPath.Empty), step, depth + 1, result);
        // Name.prototype.member = function, in the function that holds the constructor
        if (constructor.Enclosing is not { } enclosing) return;
        foreach (var part in enclosing.Definitions.PrototypeMembers(step.Name))
        {
            var target = Definitions.TargetOf(part)!;
            var owner = target with { Path = [.. target.Path.Take(target.Path.Count - 2)] };
            if (Of(enclosing, owner, depth + 1).Exists(v => v is Value.Function f && ReferenceEquals(f.Unit, constructor))) FromInstruction(enclosing, part, depth + 1, result);
        }
    }

    /// <summary>The methods of a name that an object of a class may have: its own or inherited, and those of derived classes.</summary>
    public List<FunctionUnit> MethodsOf(ClassUnit unit, string name, bool overrides)
    {
        var result = new List<FunctionUnit>();
        var seen = new HashSet<ClassUnit>();
        var queue = new Queue<ClassUnit>([unit]);
        while (queue.TryDequeue(out var next) && seen.Count < MaxValues)
        {
            if (!seen.Add(next)) continue;
            var before = result.Count;
            result.AddRange(next.Find(name));
            if (result.Count > before) continue;
            foreach (var parent in next.Bases)
            {
                if (index.ClassNamed(next.File, parent) is { } found) queue.Enqueue(found);
            }
        }
        if (!overrides) return result;
        seen.Clear();
        queue = new Queue<ClassUnit>(index.Derived(unit));
        while (queue.TryDequeue(out var next) && seen.Count < MaxValues)
        {
            if (!seen.Add(next)) continue;
            result.AddRange(next.Find(name));
            foreach (var further in index.Derived(next)) queue.Enqueue(further);
        }
        return result;
    }

    private void Export(FileUnit file, string name, int depth, List<Value> result)
    {
        if (depth > MaxDepth) return;
        var top = file.Functions[0];
        foreach (var export in file.Ir!.Exports)
        {
            if (export.Name == name) OfExport(file, export, depth, result);
        }
        if (result.Count > 0) return;
        foreach (var export in file.Ir.Exports)
        {
            if (export.Name != "*" || export.Value is null) continue;
            foreach (var value in Of(top, export.Value, depth + 1)) Member(value, new PathStep(AccessorKind.Field, name), depth + 1, result);
        }
        // everything of another module is passed on
        foreach (var import in file.Ir.Imports)
        {
            if (result.Count == 0 && import is { LocalName: "", ImportedName: "*" } && index.Modules.Find(file, import.Module) is Value.Module module
                && !ReferenceEquals(module.File, file)) Export(module.File, name, depth + 1, result);
        }
        if (result.Count > 0) return;
        foreach (var value in Named(file, name)) Add(result, value);
        if (result.Count > 0) return;
        foreach (var variable in top.Ir.Variables)
        {
            if (variable.Name == name && variable.Kind is VariableKind.Local or VariableKind.Global)
            {
                foreach (var value in OfVariable(top, variable, depth + 1)) Add(result, value);
            }
        }
        if (result.Count > 0) return;
        foreach (var import in file.Ir.Imports)
        {
            if (import.LocalName == name) FromImport(file, import, depth + 1, result);
        }
        if (result.Count == 0 && file.Path.EndsWith("__init__.py", StringComparison.Ordinal) && index.Modules.Child(ProjectIndex.DirectoryOf(file.Path), name) is { } child)
        {
            Add(result, child);
        }
    }

    private void OfExport(FileUnit file, IrExport export, int depth, List<Value> result)
    {
        if (export.Function is { } function) Add(result, new Value.Function(file.Functions[function.Id]));
        else if (export.Value is { } place)
        {
            foreach (var value in Of(file.Functions[0], place, depth + 1)) Add(result, value);
        }
        else
        {
            foreach (var import in file.Ir!.Imports)
            {
                if (import.LocalName == export.Name) FromImport(file, import, depth + 1, result);
            }
        }
    }

    private void InPackage(string directory, string name, int depth, List<Value> result)
    {
        foreach (var file in index.FilesIn(directory))
        {
            foreach (var value in Named(file, name)) Add(result, value);
        }
        if (result.Count > 0) return;
        if (index.Modules.Child(directory, name) is { } child) Add(result, child);
        else if (index.File(ModuleFinder.Join(directory, "__init__.py")) is { } package) Export(package, name, depth + 1, result);
    }

    private void FromImport(FileUnit file, IrImport import, int depth, List<Value> result)
    {
        if (depth > MaxDepth) return;
        if (index.Modules.Find(file, import.Module) is { } module)
        {
            if (import.ImportedName is "*") WholeModule(module, depth, result);
            else Member(module, new PathStep(AccessorKind.Field, import.ImportedName), depth + 1, result);
            return;
        }
        // `import a.b` in Java and PHP names a class
        var simple = ProjectIndex.SimpleName(import.ImportedName is "*" or "" ? import.Module : import.ImportedName);
        if (index.ClassNamed(file, simple) is { } unit && file.Family is Code.Languages.LanguageId.Java or Code.Languages.LanguageId.Php)
        {
            Add(result, new Value.Class(unit));
            return;
        }
        var name = import.Module.StartsWith("node:", StringComparison.Ordinal) ? import.Module[5..] : import.Module;
        Add(result, new Value.External(import.ImportedName is "*" or "default" or "" ? name : name + "." + import.ImportedName, IsModule: true));
    }

    /// <summary>The module as a value: what <c>module.exports</c> is, and the module for its named parts.</summary>
    private void WholeModule(Value module, int depth, List<Value> result)
    {
        if (module is Value.Module { File: var file })
        {
            foreach (var export in file.Ir!.Exports)
            {
                if (export.Name is "*") OfExport(file, export, depth + 1, result);
            }
            // a module with only a default export, taken as a whole by a bundler's convention
            if (result.Count == 0)
            {
                foreach (var export in file.Ir.Exports)
                {
                    if (export.Name == "default") OfExport(file, export, depth + 1, result);
                }
            }
        }
        Add(result, module);
    }

    /// <summary>What a call returns.</summary>
    private List<Value> OfCall(FunctionUnit function, Call call, int depth)
    {
        var result = new List<Value>();
        if (depth > MaxDepth)
        {
            cuts++;
            return result;
        }
        if (call is { Name: "require" or "import" or "__import__", Receiver: null, Arguments: [{ Value: { IsString: true, Literal: { } module } }, ..] })
        {
            FromImport(function.File, new IrImport("", module, "*", call.Node), depth, result);
            return result;
        }
        var callees = Callees(function, call, depth);
        foreach (var value in callees)
        {
            switch (value)
            {
                case Value.Class type:
                    Add(result, new Value.Instance(type.Unit));
                    break;
                case Value.Function made when call.IsNew:
                    Add(result, new Value.Made(made.Unit));
                    break;
                case Value.Function { Unit: var callee } when call.Name is "bind" && call.Receiver is not null:
                    Add(result, new Value.Function(callee));
                    break;
                case Value.Function { Unit: var callee }:
                    Returned(callee, depth, result);
                    break;
                case Value.External external when call.IsNew:
                    Add(result, new Value.External("new " + external.Name));
                    break;
                case Value.External { Name: "Object.create" or "Object.assign" or "Object.freeze" or "Object.seal" or "util.promisify" or "promisify" }:
                    foreach (var argument in call.Arguments)
                    {
                        if (argument.Value.Place is { } place)
                        {
                            foreach (var inner in Of(function, place, depth + 1)) Add(result, inner);
                        }
                    }
                    break;
            }
        }
        return result;
    }

    private void Returned(FunctionUnit callee, int depth, List<Value> result)
    {
        if (!open.Add((callee, ReturnKey, AccessPath.Empty)))
        {
            cuts++;
            return;
        }
        foreach (var end in callee.Definitions.Returns)
        {
            if (end.Values is [{ Place: { } place }])
            {
                foreach (var value in Of(callee, place, depth + 1)) Add(result, value);
            }
        }
        open.Remove((callee, ReturnKey, AccessPath.Empty));
    }

    private static readonly IrVariable ReturnKey = new(-1, "return", VariableKind.Temp);
}
