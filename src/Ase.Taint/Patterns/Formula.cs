using Ase.Code.Text;
using Ase.Code.Trees;

namespace Ase.Taint.Patterns;

/// <summary>What a metavariable stands for in one match.</summary>
/// <param name="Span">The text; covers several nodes for <c>$...ARGS</c>.</param>
/// <param name="Node">The (first) node's index, or -1 when the value is part of a token (a metavariable inside a string or a regular expression group).</param>
/// <param name="Text">The text (for a string literal matched by <c>"$X"</c>: its content).</param>
public sealed record Binding(TextSpan Span, int Node, string Text);

/// <summary>One match of a formula.</summary>
/// <param name="Span">The range: of the focus if there is one, else of the pattern.</param>
/// <param name="Node">The node with this span that was matched, the largest if several; -1 when the range is no single node.</param>
/// <param name="Bindings">Metavariables by name with <c>$</c>.</param>
public sealed record FormulaMatch(TextSpan Span, int Node, IReadOnlyDictionary<string, Binding> Bindings)
{
    /// <summary>What the range says of others.</summary>
    public RangeRole Role { get; init; }
}

/// <summary>How the range of a match combines with those of other parts of a formula.</summary>
public enum RangeRole
{
    /// <summary><c>pattern</c>: it may be the result; as a negative part it excludes the same range.</summary>
    Plain,
    /// <summary><c>pattern-inside</c>: it surrounds the result, and is the result only where no plain part is; as a negative part it excludes what lies within.</summary>
    Inside,
    /// <summary><c>pattern-regex</c>: text; as a negative part it excludes what lies within and what it lies in.</summary>
    Text,
}

/// <summary>A compiled formula (pattern, and/or/not/inside …). Immutable and usable from several threads.</summary>
public abstract class Formula
{
    /// <summary>All matches in a file, ordered by span, without duplicates.</summary>
    public abstract IReadOnlyList<FormulaMatch> Match(PatternContext context);

    /// <summary>
    /// False when the file certainly holds no match, judged by its text alone (a literal that every match needs is absent).
    /// Used to skip files without parsing them.
    /// </summary>
    public virtual bool MayMatch(string text) => true;
}

/// <summary>A file as the matcher sees it. One per file and scan; caches what several formulas need. Not thread-safe.</summary>
public sealed partial class PatternContext(string path, SyntaxTree tree, Rules.RuleOptions options)
{
    /// <summary>The path in the workspace.</summary>
    public string Path { get; } = path;

    /// <summary>The tree.</summary>
    public SyntaxTree Tree { get; } = tree;

    /// <summary>The options of the rule being matched.</summary>
    public Rules.RuleOptions Options { get; } = options;
}
