namespace Ase.Taint.Patterns.Grammars;

/// <summary>
/// What the matcher has to know of a grammar, by the grammar's own names: which nodes are mere wrapping, which lists are ordered, what a
/// pattern may leave out. Data only; <see cref="GrammarProfile"/> is the same by id.
/// </summary>
internal sealed record GrammarFacts
{
    /// <summary>Nodes that stand for their only child.</summary>
    public required string[] Transparent { get; init; }

    /// <summary>Nodes whose children are statements or members.</summary>
    public required string[] Blocks { get; init; }

    /// <summary>Nodes whose children are an ordered list.</summary>
    public required string[] Lists { get; init; }

    /// <summary>Nodes whose children may come in any order when the pattern has <c>...</c>.</summary>
    public required string[] Unordered { get; init; }

    /// <summary>Of those, the ones that may always have more children than the pattern.</summary>
    public required string[] Partial { get; init; }

    /// <summary>What a pattern may leave out: <c>kind</c>, <c>.field</c>, or <c>parent.field</c>.</summary>
    public required string[] Optional { get; init; }

    /// <summary>Statements beyond the kinds that end in <c>_statement</c> or <c>_declaration</c>.</summary>
    public required string[] Statements { get; init; }

    /// <summary>Expressions beyond the kinds that end in <c>_expression</c> or <c>_literal</c>.</summary>
    public required string[] Expressions { get; init; }

    /// <summary>Kinds that match each other.</summary>
    public required string[][] Groups { get; init; }

    /// <summary>Kinds of the code that a kind of the pattern matches in addition (an assignment matches a declarator).</summary>
    public IReadOnlyDictionary<string, string[]> Widens { get; init; } = new Dictionary<string, string[]>(StringComparer.Ordinal);

    /// <summary>Fields that are compared as one: <c>left=name</c>.</summary>
    public string[] SameFields { get; init; } = [];

    /// <summary>Member accesses: kind, field of the object, field of the name.</summary>
    public required (string Kind, string Object, string Name)[] Members { get; init; }

    /// <summary>The step from a node of a chain to what it stands on: kind and field (or the first named child for an empty field).</summary>
    public required (string Kind, string Field)[] ChainSteps { get; init; }

    /// <summary>Parameters that carry more than a name: kind and field of the name (or the first named child for an empty field).</summary>
    public (string Kind, string Field)[] Parameters { get; init; } = [];

    /// <summary>Fields (<c>parent.field</c> or <c>.field</c>) that hold a mere name, which no import or variable can stand for.</summary>
    public required string[] NameFields { get; init; }

    /// <summary>Kinds whose children are mere names (the parts of a module's name in an import).</summary>
    public string[] NameParents { get; init; } = [];

    /// <summary>Arguments by keyword: kind; matched wherever they stand.</summary>
    public string[] Keywords { get; init; } = [];

    /// <summary>Tokens that make a difference although no field says so.</summary>
    public string[] Tokens { get; init; } = [];

    /// <summary>Tokens that a pattern may name and the code must then have (<c>async</c>).</summary>
    public string[] Attributes { get; init; } = [];

    /// <summary>Pieces of a string literal that are text.</summary>
    public required string[] StringText { get; init; }

    /// <summary>Pieces of a string literal that are code.</summary>
    public string[] StringCode { get; init; } = [];

    /// <summary>Kinds of names.</summary>
    public required string[] Names { get; init; }

    /// <summary>Kinds that are one token although the grammar divides them.</summary>
    public string[] Atoms { get; init; } = [];

    /// <summary>The operators of which a chain is compared operand by operand.</summary>
    public string[] AssociativeOperators { get; init; } = ["&&", "||", "|", "&", "^"];

    /// <summary>Kinds of binary operations, with fields <c>left</c>, <c>operator</c>, <c>right</c>.</summary>
    public required string[] Binary { get; init; }

    /// <summary>Names of functions are compared without case.</summary>
    public bool IgnoreCase { get; init; }
}
