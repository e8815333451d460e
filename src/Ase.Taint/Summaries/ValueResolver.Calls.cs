using Ase.Taint.Engine;
using Ase.Taint.Ir;

namespace Ase.Taint.Summaries;

/// <summary>What a call may call.</summary>
internal sealed partial class ValueResolver
{
    /// <summary>The values that a call invokes, as far as they are known.</summary>
    public List<Value> Callees(FunctionUnit function, Call call) => Callees(function, call, 0);

    private List<Value> Callees(FunctionUnit function, Call call, int depth)
    {
        var result = new List<Value>();
        if (call.Function?.Place is { } place)
        {
            foreach (var value in Of(function, place, depth + 1)) Add(result, value);
        }
        else if (call.ClassName is { Length: > 0 } className)
        {
            var type = index.ClassNamed(function.File, className);
            if (type is null)
            {
                foreach (var import in function.File.Ir!.Imports)
                {
                    if (import.LocalName == className) Add(result, new Value.External(import.Module + (call.IsNew ? "" : "." + call.Name)));
                }
                if (result.Count == 0) Add(result, new Value.External(call.IsNew ? className : className + "." + call.Name));
            }
            else if (call.IsNew || call.Name == type.Name) Add(result, new Value.Class(type));
            else Method(type, call.Name, result);
        }
        else if (call.Receiver is { } receiver)
        {
            if (receiver.Place is { } at)
            {
                var holders = Of(function, at, depth + 1);
                if (call.Name is "call" or "apply" or "bind" && holders.Exists(h => h is Value.Function))
                {
                    foreach (var holder in holders)
                    {
                        if (holder is Value.Function) Add(result, holder);
                    }
                    return result;
                }
                foreach (var value in Members(holders, new PathStep(AccessorKind.Field, call.Name), depth + 1)) Add(result, value);
            }
        }
        else if (call.Name.Length > 0)
        {
            FromBareName(function, call.Name, depth, result);
        }
        return result;
    }

    private void FromBareName(FunctionUnit function, string name, int depth, List<Value> result)
    {
        for (var at = function; at is not null; at = at.Enclosing)
        {
            foreach (var variable in at.Ir.Variables)
            {
                if (variable.Name != name || variable.Kind is VariableKind.Temp or VariableKind.Global) continue;
                foreach (var value in OfVariable(at, variable, depth + 1)) Add(result, value);
                if (result.Exists(v => v is not Value.Stored)) return;
            }
        }
        foreach (var import in function.File.Ir!.Imports)
        {
            if (import.LocalName == name) FromImport(function.File, import, depth + 1, result);
        }
        if (result.Exists(v => v is not Value.Stored)) return;
        foreach (var value in Named(function.File, name)) Add(result, value);
        if (result.Exists(v => v is not Value.Stored)) return;
        // an unqualified call inside a class may mean a method of it (Java)
        for (var at = function; at is not null; at = at.Enclosing)
        {
            if (index.ClassOf.TryGetValue(at, out var unit)) Method(unit, name, result);
        }
        if (!result.Exists(v => v is not Value.Stored)) Add(result, new Value.External(name));
    }

    private void Method(ClassUnit unit, string name, List<Value> result)
    {
        foreach (var method in MethodsOf(unit, name, overrides: true)) Add(result, new Value.Function(method));
    }
}
