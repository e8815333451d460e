using Ase.Taint.Patterns.Grammars;
using Ase.Taint.Patterns.Syntax;

namespace Ase.Taint.Patterns.Matching;

// Which nodes can be the root of a match at all.
internal sealed partial class Matcher
{
    private int[] Candidates(PatternNode p) => p.Kind switch
    {
        PatternKind.Node or PatternKind.Either or PatternKind.Leaf or PatternKind.Chained or PatternKind.Interpolated or PatternKind.Fragment or PatternKind.Import => Facts.OfKinds(p.Accepts),
        PatternKind.Name => context.MatchesNames ? Facts.OfKinds(p.Accepts) : Facts.UsesOfKinds(p.Accepts),
        PatternKind.AnyString or PatternKind.String => Facts.OfKinds(p.Accepts),
        PatternKind.Metavariable or PatternKind.Typed or PatternKind.Deep or PatternKind.Chain => Expressions(),
        PatternKind.Statement => Candidates(p.Inner),
        PatternKind.Sequence => Starts(p),
        PatternKind.Ellipsis or PatternKind.MetavariableEllipsis => [],
        _ => throw new InvalidOperationException(p.Kind.ToString()),
    };

    private int[] Expressions() => context.MatchesNames ? Facts.OfKinds(profile.Expressions) : Facts.UsesOfKinds(profile.Expressions);

    private int[] Starts(PatternNode sequence)
    {
        var first = sequence.Children[0];
        if (first.IsRun) return FirstStatements();
        return sequences[0] ?? AllStatements();
    }

    private int EnclosingStatement(int node)
    {
        for (; node >= 0; node = tree.ParentOf(node))
        {
            var parent = tree.ParentOf(node);
            if (!profile.IsStatement(tree.KindOf(node))) continue;
            // `export const x = …`: the outer statement is the one in the list
            if (parent < 0 || !IsPart(parent)) return node;
        }
        return -1;
    }

    // those that compute a value: an expression, a return, a declaration, what an arrow function returns
    private int[] Statements(PatternNode pattern)
    {
        SortedSet<int> statements = [];
        foreach (var candidate in Candidates(pattern.Inner))
        {
            var node = candidate;
            while (node >= 0 && !IsValueStatement(node) && !profile.IsStatement(tree.KindOf(node))) node = tree.ParentOf(node);
            if (node >= 0 && IsValueStatement(node)) statements.Add(node);
        }
        return [.. statements];
    }

    private bool IsValueStatement(int node) => GrammarProfile.Has(profile.ValueStatements, tree.KindOf(node))
        || profile.IsExpression(tree.KindOf(node)) && tree.ParentOf(node) is >= 0 and var parent && tree.KindOf(parent) == profile.ArrowFunction && tree.Language.Grammar.FieldName(tree.FieldOf(node)) == "body";

    private int[] AllStatements()
    {
        List<int> nodes = [];
        for (var node = 0; node < tree.Count; node++)
        {
            if (profile.IsStatement(tree.KindOf(node))) nodes.Add(node);
        }
        return [.. nodes];
    }

    private int[] FirstStatements()
    {
        List<int> nodes = [];
        for (var node = 0; node < tree.Count; node++)
        {
            if (!profile.IsBlock(tree.KindOf(node))) continue;
            var first = profile.NextSignificant(tree, node + 1, tree.LastOf(node));
            if (first < tree.LastOf(node)) nodes.Add(first);
        }
        return [.. nodes];
    }
}
