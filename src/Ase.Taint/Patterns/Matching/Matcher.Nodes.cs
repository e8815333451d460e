using Ase.Taint.Patterns.Grammars;
using Ase.Taint.Patterns.Resolution;
using Ase.Taint.Patterns.Syntax;

namespace Ase.Taint.Patterns.Matching;

// One pattern node against one node of the code.
internal sealed partial class Matcher
{
    private bool Node(PatternNode p, int node)
    {
        switch (p.Kind)
        {
            case PatternKind.Ellipsis:
                return true;
            case PatternKind.Statement:
                return Statement(p, node);
            case PatternKind.Metavariable:
                return BindNode(p.Slot, Target(node));
            case PatternKind.MetavariableEllipsis:
                return BindNode(p.Slot, node);
            case PatternKind.Deep:
                return Then(new Goal { Step = Step.Search, Pattern = p.Inner, A = node, B = tree.LastOf(node) });
            case PatternKind.Either:
                return Then(new Goal { Step = Step.Either, Pattern = p, A = profile.Unwrap(tree, node), B = 0 });
            case PatternKind.Chain:
                return Then(new Goal { Step = Step.Chain, Pattern = p, A = node });
            case PatternKind.Name:
                return p.HasTail ? Tail(p, Target(node)) : Name(p.Parts, Target(node));
            case PatternKind.Typed:
                return Typed(p, Target(node));
            case PatternKind.AnyString:
                return IsConstantString(profile.Unwrap(tree, node), 0);
            case PatternKind.String:
                return String(p, profile.Unwrap(tree, node));
            case PatternKind.Fragment:
                return GrammarProfile.Has(profile.StringText, tree.KindOf(node)) && Content(p, tree.StartOf(node), tree.EndOf(node));
            case PatternKind.Interpolated:
                return Interpolated(p, profile.Unwrap(tree, node));
            case PatternKind.Leaf:
                return Leaf(p, p.Accepts.Length > 0 && AcceptsAnyName(p) ? Target(node) : profile.Unwrap(tree, node));
            case PatternKind.Chained:
                return Chained(p, profile.Unwrap(tree, node));
            case PatternKind.Node:
                return Shape(p, node);
            case PatternKind.Import:
                return p.AcceptsKind(tree.KindOf(node)) && PythonImports.Names(tree[node]).Any(name => name.AsSpan().StartsWith(p.Parts));
            case PatternKind.Sequence:
                throw new InvalidOperationException("a sequence within a pattern");
            default:
                throw new InvalidOperationException(p.Kind.ToString());
        }
    }

    private bool AcceptsAnyName(PatternNode p) => ReferenceEquals(p.Accepts, profile.Names);

    /// <summary>The node without wrapping; of a parameter with type or default, its name.</summary>
    private int Target(int node)
    {
        var unwrapped = profile.Unwrap(tree, node);
        var name = profile.ParameterName(tree, unwrapped);
        return name >= 0 ? profile.Unwrap(tree, name) : unwrapped;
    }

    private bool Shape(PatternNode p, int node)
    {
        if (p.AcceptsKind(tree.KindOf(node)) || (node = profile.Unwrap(tree, node)) >= 0 && p.AcceptsKind(tree.KindOf(node))) return (!IsEcho(p, node) || IsShortEcho(node)) && Allows(p, node) && Children(p, node);
        return Otherwise(p, node);
    }

    private bool Allows(PatternNode p, int node) => p.Equivalence switch
    {
        Equivalence.None => true,
        Equivalence.Definition => options.VardefAssign || !GrammarProfile.Has(profile.Definitions, tree.KindOf(node)),
        Equivalence.Arrow => options.ArrowIsFunction || tree.KindOf(node) != profile.ArrowFunction,
        Equivalence.Keyword => options.LetIsVar || tree.ParentOf(node) is var parent and >= 0 && TextEquals(parent + 1, p.Text!),
        _ => throw new InvalidOperationException(p.Equivalence.ToString()),
    };

    // `<?= $x ?>` is `echo $x`
    private bool IsEcho(PatternNode p, int node) => tree.KindOf(node) == profile.ExpressionStatement && AcceptsName(p, "echo_statement");

    private bool IsShortEcho(int node)
    {
        var before = node - 1;
        while (before >= 0 && tree.EndOf(before) == tree.StartOf(before)) before--;
        return before >= 0 && tree.Language.Grammar.NameOf(tree.KindOf(before)) == "php_tag" && TextEquals(before, "<?=");
    }

    // the same thing in another shape
    private bool Otherwise(PatternNode p, int node)
    {
        // `{a}` is `{a: a}`
        if (GrammarProfile.Has(profile.Shorthand, tree.KindOf(node)) && p.Mode == ChildMode.Slots && p.Children.Length == 2 && AcceptsName(p, "pair"))
        {
            Then(p.Children[1], node);
            return Then(p.Children[0], node);
        }
        // `if (c) f();` is `if (c) { f(); }`, and the body of `x => e` is `{ return e; }`
        if (p.Mode == ChildMode.Statements && (profile.IsStatement(tree.KindOf(node)) || profile.IsExpression(tree.KindOf(node))))
            return Then(new Goal { Step = Step.List, Pattern = p, A = 0, B = node, C = tree.LastOf(node), D = -1 });
        // one parameter without parentheses
        if (p.Mode == ChildMode.Sequence && profile.IsName(tree.KindOf(node)) && (AcceptsName(p, "formal_parameters") || AcceptsName(p, "inferred_parameters")))
            return Then(new Goal { Step = Step.List, Pattern = p, A = 0, B = node, C = tree.LastOf(node), D = -1 });
        // a variable is the expression that it was assigned
        return options.SymbolicPropagation && Facts.Variables.ValueOf(tree, profile, node) is var value and >= 0 && Then(p, value);
    }

    private bool AcceptsName(PatternNode p, string kind) => tree.Language.Grammar.KindOf(kind) is { } id && p.AcceptsKind(id);

    private bool Leaf(PatternNode p, int node)
    {
        if (!p.AcceptsKind(tree.KindOf(node)))
        {
            if (p.Text is null) return false;
            // the key 'shell' is the key shell
            if (AcceptsAnyName(p) && profile.TryStringContent(tree, node, out var content) && tree.Language.Grammar.FieldName(tree.FieldOf(node)) == "key") return tree.Source.Slice(content).SequenceEqual(p.Text);
            return options.ConstantPropagation && !AcceptsAnyName(p) && Constant(node) is var value and >= 0 && p.AcceptsKind(tree.KindOf(value)) && TextEquals(value, p.Text);
        }
        if (p.Slot >= 0) return BindRegex(p.Slot, node);
        return p.Text is null || TextEquals(node, p.Text) || p.IgnoreCase && Span(node).Equals(p.Text, StringComparison.OrdinalIgnoreCase) && !Span(node).StartsWith("$");
    }

    private bool BindRegex(int slot, int node)
    {
        for (int child = node + 1, last = tree.LastOf(node); child < last; child = tree.LastOf(child))
        {
            if (IsNamed(child)) return BindRange(slot, child, tree.LastOf(child), tree.StartOf(child), tree.EndOf(child));
        }
        return false;
    }

    private bool Either(in Goal goal)
    {
        var shapes = goal.Pattern.Children;
        for (var i = goal.B; i < shapes.Length; i++)
        {
            if (shapes[i].Kind == PatternKind.Node && !shapes[i].AcceptsKind(tree.KindOf(goal.A))) continue;
            if (i + 1 < shapes.Length) Choose(goal with { B = i + 1 });
            if (shapes[i].IsCallee) rangeEnd = CalleeEnd(goal.A);
            return Then(shapes[i], goal.A);
        }
        return false;
    }

    private bool Chain(in Goal goal)
    {
        var node = profile.Unwrap(tree, goal.A);
        var step = profile.ChainStep(tree, node);
        // a call and the access to its function are one link
        if (step >= 0 && GrammarProfile.Has(profile.Calls, tree.KindOf(node)) && profile.IsMember(tree.KindOf(step))) step = profile.ChainStep(tree, step);
        if (step >= 0) Choose(goal with { A = step });
        return Then(goal.Pattern.Inner, node);
    }

    private bool Statement(PatternNode p, int node)
    {
        if (!options.ImplicitDeepExprStmt)
        {
            return Then(p.Inner, profile.Unwrap(tree, node));
        }
        return Then(new Goal { Step = Step.Search, Pattern = p.Inner, A = node, B = tree.LastOf(node), C = node, Flag = true });
    }

    private bool Search(in Goal goal)
    {
        var accepts = goal.Pattern.Accepts;
        var node = goal.A;
        while (node < goal.B)
        {
            var kind = tree.KindOf(node);
            // the expressions of a statement are its own: not those of the functions and statements inside (`export` and wrapping apart)
            var skip = goal.Flag && (profile.IsFunction(kind) || profile.IsBlock(kind) || node != goal.C && profile.IsStatement(kind) && !IsPart(goal.C));
            if ((accepts.Length == 0 ? IsNamed(node) : GrammarProfile.Has(accepts, kind)) && !profile.IsTransparent(kind))
            {
                Choose(goal with { A = skip ? tree.LastOf(node) : node + 1 });
                return Then(goal.Pattern, node);
            }
            node = skip ? tree.LastOf(node) : node + 1;
        }
        return false;
    }

    private bool IsPart(int statement)
    {
        var kind = tree.Language.Grammar.NameOf(tree.KindOf(statement));
        return kind is "export_statement" or "var_declaration" or "const_declaration" or "import_declaration" or "expression_statement";
    }

    private bool Interpolated(PatternNode p, int node)
    {
        if (!p.AcceptsKind(tree.KindOf(node))) return false;
        var (start, end) = (node + 1, tree.LastOf(node));
        if (start < end && tree.Language.Grammar.NameOf(tree.KindOf(start)) == "string_start")
        {
            // Python says in front that the string is one of code
            if (!Span(start).ContainsAny('f', 'F')) return false;
            start = tree.LastOf(start);
        }
        for (int child = start; child < end; child = tree.LastOf(child))
        {
            if (tree.Language.Grammar.NameOf(tree.KindOf(child)) == "heredoc_body") (start, end) = (child + 1, tree.LastOf(child));
        }
        return Then(new Goal { Step = Step.List, Pattern = p, A = 0, B = start, C = end, D = -1 });
    }

    private bool Chained(PatternNode p, int node)
    {
        if (!p.AcceptsKind(tree.KindOf(node)) || !HasToken(node, p.Tokens[0])) return false;
        List<int> operands = [];
        var top = node;
        while (p.AcceptsKind(tree.KindOf(top)) && HasToken(top, p.Tokens[0]) && Ends(top) is var (left, right) && left >= 0)
        {
            operands.Add(right);
            top = profile.Unwrap(tree, left);
        }
        operands.Add(top);
        operands.Reverse();
        chains.Add([.. operands]);
        return Then(new Goal { Step = Step.Operands, Pattern = p, A = 0, B = 0, C = chains.Count - 1 });
    }

    private (int Left, int Right) Ends(int node)
    {
        var (left, right) = (-1, -1);
        for (int child = node + 1, last = tree.LastOf(node); child < last; child = tree.LastOf(child))
        {
            if (!IsNamed(child)) continue;
            if (left < 0) left = child;
            else right = child;
        }
        return right < 0 ? (-1, -1) : (left, right);
    }

    // commutative operators in any order when the rule allows it; a run of operands may also be one operand of the pattern
    private bool Operands(in Goal goal)
    {
        var p = goal.Pattern;
        var operands = chains[goal.C];
        var anyOrder = p.Partial && options.AcMatching && operands.Length <= 64;
        if (goal.A == p.Children.Length) return anyOrder ? System.Numerics.BitOperations.PopCount(goal.Used) == operands.Length || p.HasEllipsis : goal.B == operands.Length;
        var child = p.Children[goal.A];
        if (child.Kind == PatternKind.Ellipsis)
        {
            if (anyOrder) return Then(goal with { A = goal.A + 1, B = 0 });
            if (goal.B < operands.Length) Choose(goal with { B = goal.B + 1 });
            return Then(goal with { A = goal.A + 1 });
        }
        if (!anyOrder)
        {
            if (goal.B >= operands.Length) return false;
            if (child.Kind == PatternKind.MetavariableEllipsis)
            {
                var (first, last) = (operands[goal.B], operands[^1]);
                return goal.A == p.Children.Length - 1 && BindRange(child.Slot, first, tree.LastOf(last), tree.StartOf(first), tree.EndOf(last));
            }
            // `$X . $Y` against `a . b . c`: the first operand takes what the grammar nests
            if (goal.A == 0 && operands.Length > p.Children.Length && !p.HasEllipsis)
            {
                var extra = operands.Length - p.Children.Length;
                var left = Prefix(operands[extra]);
                Then(goal with { A = 1, B = extra + 1 });
                return left >= 0 && Then(child, left);
            }
            Then(goal with { A = goal.A + 1, B = goal.B + 1 });
            return Then(child, operands[goal.B]);
        }
        if (goal.A == 0 && operands.Length > p.Children.Length && !p.HasEllipsis && goal.B == 0 && goal.Used == 0 && child.Kind == PatternKind.Metavariable)
        {
            var extra = operands.Length - p.Children.Length;
            var left = Prefix(operands[extra]);
            if (left >= 0)
            {
                Choose(goal with { B = operands.Length });
                Then(goal with { A = 1, B = 0, Used = (1UL << extra + 1) - 1 });
                return Then(child, left);
            }
        }
        for (var i = goal.B >= operands.Length ? 0 : goal.B; i < operands.Length; i++)
        {
            if ((goal.Used & 1UL << i) != 0) continue;
            if (i + 1 < operands.Length) Choose(goal with { B = i + 1 });
            Then(goal with { A = goal.A + 1, B = 0, Used = goal.Used | 1UL << i });
            return Then(child, operands[i]);
        }
        return false;
    }

    // the node whose right operand this is
    private int Prefix(int right)
    {
        for (var node = tree.ParentOf(right); node >= 0; node = tree.ParentOf(node))
        {
            if (GrammarProfile.Has(profile.Binary, tree.KindOf(node))) return node;
            if (!profile.IsTransparent(tree.KindOf(node))) return -1;
        }
        return -1;
    }

    private ReadOnlySpan<char> Span(int node) => text.AsSpan(tree.StartOf(node), tree.EndOf(node) - tree.StartOf(node));

    private bool TextEquals(int node, string value) => Span(node).SequenceEqual(value);
}
