using System.Text.RegularExpressions;

namespace Ase.Taint.Patterns.Syntax;

/// <summary>What a node of a pattern asks of a node of the code.</summary>
internal enum PatternKind : byte
{
    /// <summary>One of <see cref="PatternNode.Accepts"/>, with children.</summary>
    Node,
    /// <summary>One of <see cref="PatternNode.Accepts"/>, with this text (or any text when there is none).</summary>
    Leaf,
    /// <summary>A plain or dotted name; also under an alias that an import introduced.</summary>
    Name,
    /// <summary><c>$X</c>.</summary>
    Metavariable,
    /// <summary><c>...</c>.</summary>
    Ellipsis,
    /// <summary><c>$...X</c>.</summary>
    MetavariableEllipsis,
    /// <summary><c>&lt;... P ...&gt;</c>: P here or anywhere below.</summary>
    Deep,
    /// <summary><c>$X. ... .f</c>: P, or a chain of calls and accesses on P.</summary>
    Chain,
    /// <summary><c>(T $X)</c>: an expression whose declared type is T.</summary>
    Typed,
    /// <summary>An expression as a statement: anywhere in the expressions of one statement.</summary>
    Statement,
    /// <summary>One of several shapes.</summary>
    Either,
    /// <summary><c>"..."</c>: any constant string.</summary>
    AnyString,
    /// <summary>A string whose content matches <see cref="PatternNode.Content"/> or equals <see cref="PatternNode.Text"/>.</summary>
    String,
    /// <summary>A string with interpolation, part by part.</summary>
    Interpolated,
    /// <summary>A run of literal text within an interpolated string.</summary>
    Fragment,
    /// <summary>A run of statements.</summary>
    Sequence,
    /// <summary>A chain of one associative operator, operand by operand.</summary>
    Chained,
    /// <summary>A Python import of a module, of something inside, or of something in it: <see cref="PatternNode.Parts"/> is where its full name begins.</summary>
    Import,
}

/// <summary>An equivalence that a rule can switch off.</summary>
internal enum Equivalence : byte
{
    /// <summary>None that can be switched off.</summary>
    None,
    /// <summary>An assignment pattern matches a definition with a value.</summary>
    Definition,
    /// <summary>A function pattern matches arrow functions.</summary>
    Arrow,
    /// <summary>A declaration pattern matches whatever keyword declares; the pattern's own is in <see cref="PatternNode.Text"/>.</summary>
    Keyword,
}

/// <summary>How the children of a node are compared.</summary>
internal enum ChildMode : byte
{
    /// <summary>By field, in order; what the grammar allows to be absent may be absent in the pattern.</summary>
    Slots,
    /// <summary>In order, all of them; <c>...</c> stands for any run.</summary>
    Sequence,
    /// <summary>Like a sequence of statements: <c>...</c> also enters nested statements.</summary>
    Statements,
    /// <summary>In any order; with <see cref="PatternNode.Partial"/> there may be more.</summary>
    Unordered,
}

/// <summary>A node of a compiled pattern. Immutable once built.</summary>
internal sealed class PatternNode(PatternKind kind)
{
    public PatternKind Kind { get; } = kind;

    /// <summary>By kind id: whether a node of that kind can match.</summary>
    public bool[] Accepts { get; init; } = [];

    public PatternNode[] Children { get; init; } = [];

    /// <summary>The equivalences without which the node would not accept some of its kinds.</summary>
    public Equivalence Equivalence { get; init; }

    /// <summary>The class of the field of each child; 0 for none.</summary>
    public ushort[] Fields { get; init; } = [];

    public ChildMode Mode { get; init; }

    /// <summary>More children than the pattern's are allowed (unordered only).</summary>
    public bool Partial { get; init; }

    /// <summary>The children hold at least one <c>...</c>.</summary>
    public bool HasEllipsis { get; init; }

    /// <summary>The text of a leaf or string; the type of <see cref="PatternKind.Typed"/>.</summary>
    public string? Text { get; init; }

    /// <summary>Leaf text is compared without case (PHP functions).</summary>
    public bool IgnoreCase { get; init; }

    /// <summary>The parts of a dotted name; with a <see cref="Slot"/> the last part is that metavariable and not in the list.</summary>
    public string[] Parts { get; init; } = [];

    /// <summary>See <see cref="Parts"/>.</summary>
    public bool HasTail { get; init; }

    /// <summary>The slot of the metavariable; -1 for <c>$_</c> and for nodes without.</summary>
    public int Slot { get; init; } = -1;

    /// <summary>For strings: the whole content, with one group per metavariable.</summary>
    public Regex? Content { get; init; }

    /// <summary>The groups of <see cref="Content"/> and the slots they bind.</summary>
    public (string Group, int Slot)[] Groups { get; init; } = [];

    /// <summary>Kinds of tokens that the node must have among its children (<c>async</c>, <c>static</c>).</summary>
    public ushort[] Tokens { get; init; } = [];

    /// <summary>Kinds that none of the node's children may have.</summary>
    public bool[] Forbids { get; init; } = [];

    /// <summary>An access to a member that is the whole pattern also matches the callee of a method call, where the grammar makes one node of both.</summary>
    public bool IsCallee { get; init; }

    /// <summary>True for a list that matches nothing as well: only <c>...</c> inside.</summary>
    public bool CanBeAbsent => Kind is PatternKind.Ellipsis or PatternKind.MetavariableEllipsis
        || Kind == PatternKind.Node && Mode != ChildMode.Slots && Children.Length > 0 && Array.TrueForAll(Children, c => c.Kind == PatternKind.Ellipsis);

    public PatternNode Inner => Children[0];

    public bool AcceptsKind(ushort kind) => kind < Accepts.Length && Accepts[kind];

    public bool IsRun => Kind is PatternKind.Ellipsis or PatternKind.MetavariableEllipsis;
}
