using System.Text.RegularExpressions;
using Ase.Code.Languages;
using Ase.Code.Text;
using Ase.Code.Trees;

namespace Ase.Taint.Patterns.Syntax;

/// <summary>A pattern as its grammar parsed it.</summary>
/// <param name="Tree">The tree of the wrapped text.</param>
/// <param name="Roots">The pattern's node, or its statements.</param>
/// <param name="Body">The pattern's place in the wrapped text.</param>
/// <param name="Wrapper">The wrapper.</param>
/// <param name="Text">The pattern with its holes.</param>
internal sealed record ParsedPattern(SyntaxTree Tree, IReadOnlyList<SyntaxNode> Roots, TextSpan Body, PatternWrapper Wrapper, PatternText Text)
{
    /// <summary>The pattern is written with a semicolon at its end: it is a statement.</summary>
    public bool IsStatement { get; init; }
}

/// <summary>Finds a wrapper, and a form for each hole, with which a pattern parses without error.</summary>
internal static partial class PatternParser
{
    private static readonly ParseLimits Limits = new(TimeSpan.FromSeconds(2), 200_000);

    /// <summary>The first wrapper in which the pattern parses; null with the place of the error in the best attempt.</summary>
    public static ParsedPattern? Parse(string pattern, Language language, PatternDialect dialect, out int errorPosition)
    {
        errorPosition = 0;
        if (Literal(pattern, language, dialect) is { } literal) return literal;
        var (text, groups) = PatternLexer.Cut(pattern, dialect);
        var best = int.MaxValue;
        var wrappers = pattern.AsSpan().TrimStart().StartsWith("{") ? dialect.BraceWrappers.Concat(dialect.Wrappers) : dialect.Wrappers;
        if (dialect.KeyWrappers.Length > 0 && Key().IsMatch(pattern)) wrappers = dialect.KeyWrappers.Concat(wrappers);
        foreach (var wrapper in wrappers)
        {
            var parsed = TryWrapper(text, groups, language, wrapper, out var score, out var position);
            if (parsed is not null) return parsed with { IsStatement = pattern.AsSpan().TrimEnd().EndsWith(";") };
            if (score < best) (best, errorPosition) = (score, position);
        }
        return null;
    }

    [GeneratedRegex(@"\A\s*[\w$]+\s*:[^=:]", RegexOptions.NonBacktracking, 1000)]
    private static partial Regex Key();

    // `{ key: value }` and `...` after it: an object and no block; what follows an object says nothing about it
    private static ParsedPattern? Literal(string pattern, Language language, PatternDialect dialect)
    {
        var body = pattern.AsSpan().TrimEnd();
        if (dialect.BraceWrappers.Length == 0 || !body.StartsWith("{") || !body.EndsWith("\n...")) return null;
        var (text, groups) = PatternLexer.Cut(body[..^"...".Length].TrimEnd().ToString(), dialect);
        foreach (var wrapper in dialect.BraceWrappers)
        {
            if (TryWrapper(text, groups, language, wrapper, out _, out _) is { } parsed) return parsed;
        }
        return null;
    }

    private static ParsedPattern? TryWrapper(PatternText text, int groups, Language language, PatternWrapper wrapper, out int score, out int position)
    {
        var forms = new int[groups];
        foreach (var hole in text.Holes) forms[hole.Group] = Math.Max(forms[hole.Group], hole.Preferred);
        var tree = Attempt(text, forms, language, wrapper, out score, out position);
        // every group in turn takes the form that leaves the fewest errors; a second round lets the earlier ones react to the later ones
        for (var round = 0; round < 2 && score > 0; round++)
        {
            var improved = false;
            foreach (var group in text.Holes.Select(h => h.Group).Distinct())
            {
                var count = text.Holes.First(h => h.Group == group).Forms.Length;
                var kept = forms[group];
                for (var form = 0; form < count && score > 0; form++)
                {
                    if (form == kept) continue;
                    var before = forms[group];
                    forms[group] = form;
                    var other = Attempt(text, forms, language, wrapper, out var otherScore, out var otherPosition);
                    if (otherScore < score) (tree, score, position, improved) = (other, otherScore, otherPosition, true);
                    else forms[group] = before;
                }
            }
            if (!improved) break;
        }
        if (score > 0 || tree is null) return null;
        // a semicolon that the wrapper adds belongs to the statement
        var added = wrapper.Suffix.Length - wrapper.Suffix.AsSpan().TrimStart(" \n;").Length;
        var body = new TextSpan(wrapper.Prefix.Length, tree.Source.Text.Length - wrapper.Suffix.Length + (wrapper.IsPartial ? 0 : added));
        var roots = Roots(tree, body, wrapper);
        if (roots.Count > 0 && roots[0].Span.Start <= FirstToken(tree, body)) return new ParsedPattern(tree, roots, body, wrapper, text);
        score = 1;
        return null;
    }

    private static SyntaxTree? Attempt(PatternText text, int[] forms, Language language, PatternWrapper wrapper, out int score, out int position)
    {
        var source = wrapper.Prefix + text.Render(forms) + wrapper.Suffix;
        (score, position) = (int.MaxValue, 0);
        if (SyntaxTree.TryParse(new SourceText(source), language, Limits, out var tree) != ParseStatus.Parsed || tree is null) return null;
        score = 0;
        foreach (var error in tree.Errors())
        {
            if (score == 0) position = Math.Max(0, error.Span.Start - wrapper.Prefix.Length);
            score += 2 + error.Span.Length;
        }
        return tree;
    }

    private static List<SyntaxNode> Roots(SyntaxTree tree, TextSpan body, PatternWrapper wrapper)
    {
        var text = tree.Source.Text;
        var (start, end) = (body.Start, body.End);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] == ';')) end--;
        if (start >= end) return [];
        var node = tree.Covering(new TextSpan(start, end));
        if (wrapper.IsPartial && !body.Contains(node.Span)) return Partial(node, start);
        while (!node.Parent.IsNone && body.Contains(node.Parent.Span) && !node.Parent.Parent.IsNone) node = node.Parent;
        if (node.Span.Start >= start && node.Span.End <= body.End && !node.Parent.IsNone) return [node];
        List<SyntaxNode> roots = [];
        foreach (var child in node.NamedChildren)
        {
            if (body.Contains(child.Span) && child.Span.Length > 0 && child.Kind != "php_tag") roots.Add(child);
        }
        return roots;
    }

    // where the pattern begins, comments apart; a root that begins later left a part of the pattern to the wrapper
    private static int FirstToken(SyntaxTree tree, TextSpan body)
    {
        for (var i = 0; i < tree.Count; i++)
        {
            if ((tree.FlagsOf(i) & NodeFlags.Extra) != 0) i = tree.LastOf(i) - 1;
            else if (tree.LastOf(i) == i + 1 && tree.StartOf(i) >= body.Start && tree.EndOf(i) > tree.StartOf(i)) return tree.StartOf(i);
        }
        return body.Start;
    }

    // the construct that the suffix completed, and the statements before it
    private static List<SyntaxNode> Partial(SyntaxNode node, int start)
    {
        if (node.Span.Start == start) return [node];
        List<SyntaxNode> roots = [];
        foreach (var child in node.NamedChildren)
        {
            if (child.Span.Start >= start) roots.Add(child);
        }
        return roots;
    }
}
