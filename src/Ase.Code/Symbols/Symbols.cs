namespace Ase.Code.Symbols;

/// <summary>What a scope belongs to.</summary>
public enum ScopeKind
{
    /// <summary>The file as a whole.</summary>
    File,
    /// <summary>A function, method, lambda; parameters included.</summary>
    Function,
    /// <summary>A block, loop, catch clause, case, or comprehension.</summary>
    Block,
    /// <summary>The body of a class, interface, trait or the like.</summary>
    Class,
}

/// <summary>What a name was introduced as.</summary>
public enum DefinitionKind
{
    /// <summary>A variable: declared, or made by an assignment where the language has no declarations.</summary>
    Variable,
    /// <summary>A formal parameter.</summary>
    Parameter,
    /// <summary>A function that is no method.</summary>
    Function,
    /// <summary>A class, interface, trait, enum, type alias, namespace.</summary>
    Class,
    /// <summary>A name taken from another module.</summary>
    Import,
    /// <summary>A constant that is not written like a variable (PHP <c>const</c> and <c>define</c>).</summary>
    Constant,
    /// <summary>A method or accessor.</summary>
    Method,
    /// <summary>A field or property, declared or made by an assignment.</summary>
    Field,
    /// <summary>A name that the file offers to others: <c>exports.x</c>, <c>export { x }</c>.</summary>
    Export,
}

/// <summary>Names of different spaces never mean the same thing, even when they are spelled alike.</summary>
internal enum NameSpace
{
    /// <summary>Names that resolve through scopes.</summary>
    Name,
    /// <summary>PHP functions.</summary>
    Function,
    /// <summary>PHP and Java types.</summary>
    Type,
    /// <summary>PHP constants.</summary>
    Constant,
    /// <summary>Methods, and fields of JavaScript, Python and Go, which share their names with methods.</summary>
    Member,
    /// <summary>PHP and Java fields.</summary>
    Field,
    /// <summary>Exports of a JavaScript module.</summary>
    Export,
}

/// <summary>A stretch of code with names of its own.</summary>
/// <param name="Id">Index in <see cref="SymbolTable.Scopes"/>; 0 is the file.</param>
/// <param name="Kind">What it belongs to.</param>
/// <param name="Node">The syntax node's index.</param>
/// <param name="Parent">Id of the scope around it; -1 for the file.</param>
public sealed record Scope(int Id, ScopeKind Kind, int Node, int Parent)
{
    /// <summary>True when names of enclosing scopes are not visible (a PHP function).</summary>
    internal bool IsClosed { get; init; }
}

/// <summary>A place that gives a name its meaning. Several definitions of one name in one scope are the same symbol.</summary>
/// <param name="Name">The name (PHP variables with <c>$</c>); of a JavaScript or Python member with its owner: <c>this.x</c>, <c>Name.x</c>, <c>self.x</c>.</param>
/// <param name="Kind">What it was introduced as.</param>
/// <param name="Node">The index of the name's syntax node.</param>
/// <param name="Scope">The id of the scope that it is visible in.</param>
public sealed record Definition(string Name, DefinitionKind Kind, int Node, int Scope)
{
    internal NameSpace Space { get; init; }

    /// <summary>True when it may give the name a meaning but need not: a field of some other object.</summary>
    internal bool IsLoose { get; init; }
}

/// <summary>A place that refers to a name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Node">The index of the name's syntax node.</param>
/// <param name="Scope">The id of the scope it stands in.</param>
/// <param name="Definition">The (first) definition it means; null when it is free: global, built in, inherited, or undefined.</param>
public sealed record Use(string Name, int Node, int Scope, Definition? Definition)
{
    /// <summary>True when the name is only assigned to.</summary>
    public bool IsWrite { get; init; }

    internal NameSpace Space { get; init; }
}

/// <summary>A name taken from another module.</summary>
/// <param name="LocalName">The name in this file; empty when none is bound.</param>
/// <param name="Module">The module as written.</param>
/// <param name="Name">The name there; <c>*</c> for the module itself or for everything in it, <c>default</c> for a default export.</param>
/// <param name="Node">The index of the syntax node.</param>
public sealed record Import(string LocalName, string Module, string Name, int Node);
