using Ase.Taint.Ir;
using Ase.Taint.Scanning;

namespace Ase.Taint.Summaries;

/// <summary>A class of a scan: all declarations of one name in one namespace (a Go type's methods may be spread over files).</summary>
internal sealed class ClassUnit(string name, FileUnit file)
{
    private readonly Dictionary<string, FunctionUnit> methods = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    /// <summary>The file of the first declaration.</summary>
    public FileUnit File { get; } = file;

    public List<string> Bases { get; } = [];

    public Dictionary<string, string> FieldTypes { get; } = new(StringComparer.Ordinal);

    /// <summary>Constructors; several in Java.</summary>
    public List<FunctionUnit> Constructors { get; } = [];

    /// <summary>Other methods that share a name with an earlier one (Java overloads).</summary>
    public List<FunctionUnit> Overloads { get; } = [];

    public IReadOnlyDictionary<string, FunctionUnit> Methods => methods;

    public IEnumerable<FunctionUnit> AllMethods => methods.Values.Concat(Overloads).Concat(Constructors);

    public void Declare(IrClass declaration, FileUnit source)
    {
        foreach (var parent in declaration.Bases)
        {
            if (!Bases.Contains(parent, StringComparer.Ordinal)) Bases.Add(parent);
        }
        foreach (var (field, type) in declaration.FieldTypes) FieldTypes.TryAdd(field, type);
        foreach (var method in declaration.Methods)
        {
            var unit = source.Functions[method.Id];
            if (method.IsConstructor) Constructors.Add(unit);
            else if (!methods.TryAdd(method.Name, unit)) Overloads.Add(unit);
        }
    }

    /// <summary>The methods of a name declared here; those that take the number of arguments, if some do.</summary>
    public IEnumerable<FunctionUnit> Find(string method)
    {
        if (methods.TryGetValue(method, out var found)) yield return found;
        foreach (var other in Overloads)
        {
            if (other.Ir.Name == method) yield return other;
        }
    }

    public override string ToString() => Name;
}
