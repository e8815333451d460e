namespace Ase.Taint.Ir;

/// <summary>What a variable is to its function.</summary>
public enum VariableKind
{
    /// <summary>Declared in the function.</summary>
    Local,
    /// <summary>A formal parameter.</summary>
    Parameter,
    /// <summary>Made by the lowering for an intermediate value; assigned once per evaluation.</summary>
    Temp,
    /// <summary>Belongs to an enclosing function or to the module; see <see cref="IrVariable.Outer"/>.</summary>
    Captured,
    /// <summary>Shared by all files: PHP superglobals and <c>global</c> names, undeclared JavaScript names such as <c>process</c>.</summary>
    Global,
    /// <summary>The receiver: <c>this</c>, <c>self</c>, a Go receiver.</summary>
    This,
}

/// <summary>A variable of one function.</summary>
public sealed class IrVariable(int id, string name, VariableKind kind)
{
    /// <summary>Index in <see cref="IrFunction.Variables"/>.</summary>
    public int Id { get; } = id;

    /// <summary>The name as a program sees it (PHP names keep their <c>$</c>); <c>%n</c> for temporaries.</summary>
    public string Name { get; } = name;

    /// <summary>What it is to its function.</summary>
    public VariableKind Kind { get; } = kind;

    /// <summary>For <see cref="VariableKind.Captured"/>: the variable of the directly enclosing function, itself perhaps captured.</summary>
    public IrVariable? Outer { get; init; }

    /// <summary>The declared type's simple name where the language has one, else null.</summary>
    public string? TypeName { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>How one step of a place selects a part.</summary>
public enum AccessorKind
{
    /// <summary>A named field, property, or constant string key: <c>a.b</c>, <c>a['b']</c>, <c>$a['b']</c>, <c>a->b</c>.</summary>
    Field,
    /// <summary>A constant integer index: <c>a[0]</c>.</summary>
    Index,
    /// <summary>A computed key, or every element: <c>a[k]</c>, iteration.</summary>
    Any,
}

/// <summary>One step of a place.</summary>
/// <param name="Kind">How it selects.</param>
/// <param name="Name">The field's name or the index in decimal; empty for <see cref="AccessorKind.Any"/>.</param>
/// <param name="Node">The syntax node of the whole expression up to and including this step; -1 when synthetic.</param>
/// <param name="Key">The operand of a computed key, which the instruction reads as well.</param>
public sealed record Accessor(AccessorKind Kind, string Name, int Node, Operand? Key = null);

/// <summary>An l-value: a variable and the way from it into the data it holds.</summary>
/// <example><c>req.query.name</c> is variable <c>req</c> with the fields <c>query</c>, <c>name</c>.</example>
public sealed record Place(IrVariable Variable, IReadOnlyList<Accessor> Path)
{
    /// <summary>The variable itself.</summary>
    public Place(IrVariable variable) : this(variable, []) { }

    /// <summary>The place one step further.</summary>
    public Place With(Accessor accessor) => new(Variable, [.. Path, accessor]);

    /// <summary>For logs and tests: <c>a.b[*][0]</c>.</summary>
    public override string ToString() => Variable.Name + string.Concat(Path.Select(a => a.Kind switch
    {
        AccessorKind.Field => "." + a.Name,
        AccessorKind.Index => "[" + a.Name + "]",
        AccessorKind.Any => "[*]",
        _ => throw new InvalidOperationException(a.Kind.ToString()),
    }));
}

/// <summary>Something an instruction reads: a place or a literal.</summary>
/// <param name="Node">
/// The syntax node whose value this is; -1 when synthetic. The nodes of the place's prefixes are in its accessors; the base
/// variable's own node, when it has a path, is <paramref name="BaseNode"/>.
/// </param>
/// <param name="Place">The place, or null for a literal.</param>
/// <param name="Literal">For a literal: its value without quotes (strings) or its text (others); null for a place.</param>
/// <param name="BaseNode">The syntax node of the place's base variable; equals <paramref name="Node"/> without a path.</param>
public sealed record Operand(int Node, Place? Place, string? Literal = null, int BaseNode = -1)
{
    /// <summary>True for a literal string, false for other literals and places.</summary>
    public bool IsString { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Place?.ToString() ?? (IsString ? $"'{Literal}'" : Literal ?? "?");
}
