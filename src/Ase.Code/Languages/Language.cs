using Ase.Code.Trees;

namespace Ase.Code.Languages;

/// <summary>One language: everything that the rest of the product needs to know of it without a switch.</summary>
/// <param name="Id">The grammar.</param>
/// <param name="Name">The name used in tasks, rules and reports, for example <c>javascript</c>.</param>
/// <param name="Aliases">Other names accepted in rules and tasks, lower case.</param>
/// <param name="Extensions">File extensions with the dot, lower case.</param>
/// <param name="LineComment">The token that starts a comment to the end of the line.</param>
/// <param name="Syntax">The names of node kinds by role.</param>
public sealed record Language(
    LanguageId Id,
    string Name,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Extensions,
    string LineComment,
    SyntaxFacts Syntax)
{
    private Grammar? grammar;

    /// <summary>
    /// For a file that holds code of the language among other things (a Vue component): the text with everything else made blank, of the
    /// same length. Null when the whole file is code.
    /// </summary>
    internal Func<string, string>? Embedded { get; init; }

    /// <summary>The compiled grammar: kinds and fields by name.</summary>
    public Grammar Grammar => grammar ??= Grammar.Load(Id);

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Id;

    /// <summary>Two descriptors are equal when they are for the same grammar.</summary>
    public bool Equals(Language? other) => other is not null && other.Id == Id;
}

/// <summary>Node kinds of a grammar by the role they play; the kinds' names are the grammar's own.</summary>
public sealed record SyntaxFacts
{
    /// <summary>Kinds of comments.</summary>
    public required IReadOnlyList<string> Comments { get; init; }

    /// <summary>Kinds of string literals, interpolated ones included.</summary>
    public required IReadOnlyList<string> Strings { get; init; }

    /// <summary>Kinds of names: identifiers, property names, type names.</summary>
    public required IReadOnlyList<string> Identifiers { get; init; }

    /// <summary>Kinds of functions, methods, constructors, lambdas.</summary>
    public required IReadOnlyList<string> Functions { get; init; }

    /// <summary>Kinds of classes, interfaces, structs, traits.</summary>
    public required IReadOnlyList<string> Types { get; init; }

    /// <summary>Kinds of calls, constructor calls included.</summary>
    public required IReadOnlyList<string> Calls { get; init; }
}
