using Ase.Code.Languages;
using Ase.Code.Trees;

namespace Ase.Taint.Ir;

/// <summary>A formal parameter.</summary>
/// <param name="Variable">The variable it binds (a temporary for a destructuring pattern, whose parts the body assigns first).</param>
/// <param name="Node">The parameter's syntax node.</param>
/// <param name="IsRest">Takes all remaining positional arguments as an array.</param>
/// <param name="IsKeywordRest">Takes all remaining keyword arguments as a map.</param>
/// <param name="ByReference">Assignments are seen by the caller.</param>
public sealed record IrParameter(IrVariable Variable, int Node, bool IsRest = false, bool IsKeywordRest = false, bool ByReference = false)
{
    /// <summary>The declared type's simple name, or null.</summary>
    public string? TypeName => Variable.TypeName;
}

/// <summary>A function, method, lambda, or the top-level code of a file.</summary>
public sealed class IrFunction
{
    /// <summary>Index in <see cref="IrFile.Functions"/>; 0 is the top-level code.</summary>
    public required int Id { get; init; }

    /// <summary>The simple name; for a function expression the name of the variable or property it is first assigned to; empty when there is none.</summary>
    public required string Name { get; init; }

    /// <summary>The syntax node of the function; 0 (the root) for top-level code.</summary>
    public required int Node { get; init; }

    /// <summary>The lexically enclosing function, or null for top-level code.</summary>
    public IrFunction? Enclosing { get; init; }

    /// <summary>The class of a method, or null.</summary>
    public IrClass? Class { get; set; }

    /// <summary>True for a constructor (<c>__construct</c>, <c>__init__</c>, <c>constructor</c>, Java constructors).</summary>
    public bool IsConstructor { get; init; }

    /// <summary>True for a static method.</summary>
    public bool IsStatic { get; init; }

    /// <summary>The formal parameters, without the receiver.</summary>
    public List<IrParameter> Parameters { get; } = [];

    /// <summary>All variables; ids are indices.</summary>
    public List<IrVariable> Variables { get; } = [];

    /// <summary>The receiver's variable, or null.</summary>
    public IrVariable? This { get; set; }

    /// <summary>The blocks; 0 is the entry.</summary>
    public List<IrBlock> Blocks { get; } = [];

    /// <inheritdoc/>
    public override string ToString() => Class is null ? Name : Class.Name + "." + Name;
}

/// <summary>A class, struct, interface or trait.</summary>
public sealed class IrClass
{
    /// <summary>The simple name; empty for an anonymous class.</summary>
    public required string Name { get; init; }

    /// <summary>The syntax node.</summary>
    public required int Node { get; init; }

    /// <summary>Simple names of base classes, interfaces, embedded structs, used traits.</summary>
    public List<string> Bases { get; } = [];

    /// <summary>The methods, constructors included.</summary>
    public List<IrFunction> Methods { get; } = [];

    /// <summary>Declared types of fields by name, where known.</summary>
    public Dictionary<string, string> FieldTypes { get; } = new(StringComparer.Ordinal);
}

/// <summary>A name that a file takes from another.</summary>
/// <param name="LocalName">The name in this file; empty for an import that binds none (<c>include</c>, side effects).</param>
/// <param name="Module">The module as written: <c>./util</c>, <c>child_process</c>, <c>a.b.c</c>, <c>net/http</c>, <c>App\Models\User</c>; a relative file for an include.</param>
/// <param name="ImportedName">The name in that module; <c>*</c> for the module itself, <c>default</c> for a default export.</param>
/// <param name="Node">The syntax node.</param>
public sealed record IrImport(string LocalName, string Module, string ImportedName, int Node);

/// <summary>A name that a file offers to others: the place of the module's top-level code which holds it.</summary>
/// <param name="Name">The exported name; <c>*</c> when the module itself is the value (<c>module.exports = f</c>), <c>default</c>.</param>
/// <param name="Value">The value: a place of function 0 (top-level code), or null when <paramref name="Function"/> is known directly.</param>
/// <param name="Function">The function exported, when it is one and known.</param>
public sealed record IrExport(string Name, Place? Value, IrFunction? Function);

/// <summary>How much of a file the front-end understood.</summary>
public sealed class LoweringStats
{
    /// <summary>Named syntax nodes that were visited.</summary>
    public int Nodes { get; set; }

    /// <summary>Those lowered as <see cref="OperationKind.Unknown"/>, by kind.</summary>
    public Dictionary<string, int> Unknown { get; } = new(StringComparer.Ordinal);

    /// <summary>Sum over <see cref="Unknown"/>.</summary>
    public int UnknownNodes => Unknown.Values.Sum();
}

/// <summary>One file, lowered.</summary>
public sealed class IrFile
{
    /// <summary>The path in the workspace, with <c>/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The tree it comes from.</summary>
    public required SyntaxTree Tree { get; init; }

    /// <summary>The language.</summary>
    public Language Language => Tree.Language;

    /// <summary>Package, namespace or module name as declared (Java, Go, PHP); empty when the language has none.</summary>
    public string Namespace { get; set; } = "";

    /// <summary>All functions; 0 is the top-level code.</summary>
    public List<IrFunction> Functions { get; } = [];

    /// <summary>All classes.</summary>
    public List<IrClass> Classes { get; } = [];

    /// <summary>What it takes from other files.</summary>
    public List<IrImport> Imports { get; } = [];

    /// <summary>What it offers.</summary>
    public List<IrExport> Exports { get; } = [];

    /// <summary>Variables that the top-level code reads and never assigns (PHP): another file may have set them.</summary>
    public IReadOnlyList<string> FreeNames { get; set; } = [];

    /// <summary>How much was understood.</summary>
    public LoweringStats Stats { get; } = new();
}
