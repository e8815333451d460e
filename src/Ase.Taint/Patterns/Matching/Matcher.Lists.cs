using Ase.Code.Trees;
using Ase.Taint.Patterns.Grammars;
using Ase.Taint.Patterns.Syntax;

namespace Ase.Taint.Patterns.Matching;

// Children: by field, in order, in any order.
internal sealed partial class Matcher
{
    private bool Children(PatternNode p, int node)
    {
        foreach (var token in p.Tokens)
        {
            if (p.Kind == PatternKind.Node && !HasToken(node, token)) return false;
        }
        if (p.Forbids.Length > 0 && HasChild(node, p.Forbids)) return false;
        var (start, end) = (node + 1, tree.LastOf(node));
        if (p.Mode is ChildMode.Statements or ChildMode.Unordered)
        {
            // Go wraps the statements of a block once more
            var first = profile.NextSignificant(tree, start, end);
            if (first < end && tree.LastOf(first) == end - ClosingTokens(first, end) && tree.KindOf(first) == profile.StatementList) (start, end) = (first + 1, tree.LastOf(first));
        }
        switch (p.Mode)
        {
            case ChildMode.Slots:
                return Then(new Goal { Step = Step.Slots, Pattern = p, A = 0, B = start, C = end, D = node });
            case ChildMode.Sequence:
                return Then(new Goal { Step = Step.List, Pattern = p, A = 0, B = start, C = end, D = -1 });
            case ChildMode.Statements:
                if (p.Children.Length == 1 && p.Children[0].Kind == PatternKind.Ellipsis) return true;
                if (p.HasEllipsis) Choose(new Goal { Step = Step.DeepList, Pattern = p, A = 0, B = start, C = end, D = -1 });
                return Then(new Goal { Step = Step.List, Pattern = p, A = 0, B = start, C = end, D = -1 });
            case ChildMode.Unordered:
                return Then(new Goal { Step = Step.Unordered, Pattern = p, A = 0, B = start, C = end, D = start });
            default:
                throw new InvalidOperationException(p.Mode.ToString());
        }
    }

    private int ClosingTokens(int first, int end) => end - tree.LastOf(first);

    private bool HasChild(int node, bool[] kinds)
    {
        for (int child = node + 1, last = tree.LastOf(node); child < last; child = tree.LastOf(child))
        {
            if (GrammarProfile.Has(kinds, tree.KindOf(child))) return true;
        }
        return false;
    }

    private bool HasToken(int node, ushort token)
    {
        for (int child = node + 1, last = tree.LastOf(node); child < last; child = tree.LastOf(child))
        {
            if (tree.KindOf(child) == token) return true;
        }
        return false;
    }

    private bool Slots(in Goal goal)
    {
        var p = goal.Pattern;
        if (goal.A == p.Children.Length)
        {
            if (p.Partial) return true;
            for (var rest = profile.NextSignificant(tree, goal.B, goal.C); rest < goal.C; rest = profile.NextSignificant(tree, tree.LastOf(rest), goal.C))
            {
                if (!Skippable(p, goal.A, rest, goal.D)) return false;
            }
            return true;
        }
        var (child, field) = (p.Children[goal.A], p.Fields[goal.A]);
        if (child.CanBeAbsent) Choose(goal with { A = goal.A + 1 });
        for (var node = goal.B; node < goal.C; node = tree.LastOf(node))
        {
            if (!profile.IsSignificant(tree, node)) continue;
            if (profile.FieldClass(tree.FieldOf(node)) == field || child.Text == "callee")
            {
                var next = goal with { B = tree.LastOf(node) };
                if (Skippable(p, goal.A, node, goal.D)) Choose(next);
                if (child.Text == "callee") return BindCallee(child, goal.D) && Then(next with { A = goal.A + 1, B = ArgumentsStart(goal.D) });
                Then(next with { A = goal.A + 1 });
                return Then(child, node);
            }
            if (!Skippable(p, goal.A, node, goal.D)) return false;
        }
        return false;
    }

    /// <summary>True when the pattern need not say anything about the child: optional in the grammar, or one of several in its field.</summary>
    private bool Skippable(PatternNode p, int index, int node, int parent)
    {
        if (profile.IsOptional(tree, parent, node)) return true;
        if (!IsNamed(node) || p.Fields.Length == 0) return false;
        // `a, b string`: one name of several under one field
        var field = profile.FieldClass(tree.FieldOf(node));
        return field != 0 && index > 0 && index <= p.Fields.Length && p.Fields[index - 1] == field && HasSeveral(parent, field);
    }

    private bool HasSeveral(int parent, ushort field)
    {
        var count = 0;
        for (int child = parent + 1, last = tree.LastOf(parent); child < last; child = tree.LastOf(child))
        {
            if (IsNamed(child) && profile.FieldClass(tree.FieldOf(child)) == field) count++;
        }
        return count > 1;
    }

    private bool IsNamed(int node) => (tree.FlagsOf(node) & NodeFlags.Named) != 0;

    private bool BindCallee(PatternNode child, int call) =>
        CalleeName(call) is var end and >= 0 && BindRange(child.Slot, call + 1, tree.LastOf(end), tree.StartOf(call), tree.EndOf(end));

    private int CalleeEnd(int call) => CalleeName(call) is var end and >= 0 ? tree.EndOf(end) : tree.EndOf(call);

    private int CalleeName(int call)
    {
        var end = -1;
        for (int node = call + 1, last = tree.LastOf(call); node < last; node = tree.LastOf(node))
        {
            if (tree.Language.Grammar.FieldName(tree.FieldOf(node)) == "name") end = node;
        }
        return end;
    }

    private int ArgumentsStart(int call)
    {
        for (int node = call + 1, last = tree.LastOf(call); node < last; node = tree.LastOf(node))
        {
            if (tree.Language.Grammar.FieldName(tree.FieldOf(node)) == "arguments") return node;
        }
        return tree.LastOf(call);
    }

    private bool List(in Goal goal)
    {
        var p = goal.Pattern;
        var nested = goal.Step == Step.DeepList;
        var node = Candidate(goal.B, goal.C, nested);
        if (goal.A == p.Children.Length)
        {
            if (ReferenceEquals(p, root) && p.Kind == PatternKind.Sequence) rangeEnd = tree.EndOf(goal.D);
            else if (node < goal.C && !p.Partial) return p.HasEllipsis && IsKeywords(node, goal.C);
            return true;
        }
        var child = p.Children[goal.A];
        if (child.Text == "keyword") return BindNode(child.Slot, goal.B) && Then(goal with { A = goal.A + 1, B = tree.LastOf(goal.B), D = goal.B });
        if (child.Kind == PatternKind.Ellipsis)
        {
            if (goal.A == p.Children.Length - 1)
            {
                if (ReferenceEquals(p, root) && p.Kind == PatternKind.Sequence) rangeEnd = EndOfList(goal.C);
                return true;
            }
            if (ReferenceEquals(p, root) && p.Kind == PatternKind.Sequence && sequences[goal.A + 1] is { } possible)
            {
                node = NextPossible(possible, goal.B, goal.C, nested);
                if (node >= goal.C) return false;
            }
            if (node < goal.C) Choose(goal with { B = After(node, nested), D = node });
            return Then(goal with { A = goal.A + 1, B = node });
        }
        if (child.Kind == PatternKind.MetavariableEllipsis)
        {
            return Then(goal with { Step = Step.Run, Flag = nested, B = node, D = node });
        }
        if (node >= goal.C) return child.CanBeAbsent && Then(goal with { A = goal.A + 1 });
        if (child.Kind == PatternKind.Node && IsKeyword(child)) return Keyword(in goal, child);
        var rest = goal with { A = goal.A + 1, B = After(node, nested), D = node };
        if (p.Kind == PatternKind.Interpolated && child.Kind != PatternKind.Fragment)
        {
            // where variables stand in a string as they are, `"...$X..."` is also a piece of the text
            if (GrammarProfile.Has(profile.StringText, tree.KindOf(node)) && child.Kind == PatternKind.Metavariable && !profile.StringCode.Contains(true))
            {
                var last = EndOfText(node, goal.C);
                return BindRange(child.Slot, -1, -1, tree.StartOf(node), tree.EndOf(last)) && Then(rest with { B = tree.LastOf(last), D = last });
            }
            if (GrammarProfile.Has(profile.StringText, tree.KindOf(node)) || Code(node) is not (var code and >= 0)) return false;
            Then(rest);
            return Then(child, code);
        }
        Then(rest);
        return Then(child, node);
    }

    // text with escapes is several nodes
    private int EndOfText(int node, int end)
    {
        var last = node;
        for (var next = tree.LastOf(node); next < end && GrammarProfile.Has(profile.StringText, tree.KindOf(next)); next = tree.LastOf(next)) last = next;
        return last;
    }

    // the expression of an interpolation
    private int Code(int part)
    {
        if (!GrammarProfile.Has(profile.StringCode, tree.KindOf(part))) return part;
        for (int child = part + 1, last = tree.LastOf(part); child < last; child = tree.LastOf(child))
        {
            if (IsNamed(child)) return child;
        }
        return -1;
    }

    // `$...X`: B is the next node, D the first of the run
    private bool EndRun(in Goal goal)
    {
        var p = goal.Pattern;
        if (goal.B < goal.C) Choose(goal with { B = profile.NextSignificant(tree, tree.LastOf(goal.B), goal.C) });
        var (first, end) = (goal.D, goal.B);
        // the last node of the run ends before the tokens that separate it from the next
        var stop = first;
        for (var node = first; node < end; node = tree.LastOf(node))
        {
            if (profile.IsSignificant(tree, node)) stop = node;
        }
        var empty = first == end;
        var start = empty ? (first < goal.C ? tree.StartOf(first) : tree.EndOf(tree.ParentOf(goal.C - 1) is var q and >= 0 ? q : 0)) : tree.StartOf(first);
        Then(goal with { Step = goal.Flag ? Step.DeepList : Step.List, A = goal.A + 1, D = empty ? -1 : stop });
        return BindRange(p.Children[goal.A].Slot, empty ? -1 : first, empty ? -1 : tree.LastOf(stop), start, empty ? start : tree.EndOf(stop));
    }

    // arguments by keyword come in any order, so that a `...` before may stand for those behind
    private bool IsKeywords(int node, int end)
    {
        for (; node < end; node = profile.NextSignificant(tree, tree.LastOf(node), end))
        {
            if (!GrammarProfile.Has(profile.Keywords, tree.KindOf(node))) return false;
        }
        return true;
    }

    private bool IsKeyword(PatternNode child)
    {
        for (ushort kind = 0; kind < profile.Keywords.Length; kind++)
        {
            if (profile.Keywords[kind] && child.AcceptsKind(kind)) return true;
        }
        return false;
    }

    // the argument of that keyword wherever it stands; the others stay for the rest of the pattern, which must allow them by `...`
    private bool Keyword(in Goal goal, PatternNode child)
    {
        var parent = goal.B < goal.C ? tree.ParentOf(goal.B) : -1;
        if (parent < 0) return false;
        var rest = goal with { A = goal.A + 1 };
        var found = -1;
        for (var node = profile.NextSignificant(tree, parent + 1, goal.C); node < goal.C; node = profile.NextSignificant(tree, tree.LastOf(node), goal.C))
        {
            if (!GrammarProfile.Has(profile.Keywords, tree.KindOf(node)) || !MayBe(child, node)) continue;
            if (found >= 0) Choose(goal with { Step = Step.Node, Pattern = child, A = found });
            found = node;
        }
        if (found < 0) return false;
        // without `...` in the pattern every keyword must be taken once: the counts must agree
        if (!goal.Pattern.HasEllipsis)
        {
            var next = profile.NextSignificant(tree, goal.B, goal.C);
            if (next >= goal.C) return false;
            rest = rest with { B = tree.LastOf(next), D = next };
        }
        Then(rest);
        return Then(child, found);
    }

    // the name of a keyword argument decides before anything is tried
    private bool MayBe(PatternNode child, int node)
    {
        var name = child.Children[0];
        var actual = profile.NextSignificant(tree, node + 1, tree.LastOf(node));
        return name.Kind != PatternKind.Leaf || name.Text is null || text.AsSpan(tree.StartOf(actual), tree.EndOf(actual) - tree.StartOf(actual)).SequenceEqual(name.Text);
    }

    private int Candidate(int position, int end, bool nested)
    {
        if (!nested) return profile.NextSignificant(tree, position, end);
        while (position < end && !(profile.IsStatement(tree.KindOf(position)) && (tree.FlagsOf(position) & NodeFlags.Extra) == 0)) position++;
        return position;
    }

    // only statements that match by themselves are worth a try
    private int NextPossible(int[] possible, int position, int end, bool nested)
    {
        var index = Array.BinarySearch(possible, position);
        for (index = index < 0 ? ~index : index; index < possible.Length && possible[index] < end; index++)
        {
            if (nested || tree.ParentOf(possible[index]) == tree.ParentOf(sequenceStart)) return possible[index];
        }
        return end;
    }

    private int After(int node, bool nested) => nested ? node + 1 : tree.LastOf(node);

    private int EndOfList(int end)
    {
        var last = sequenceStart;
        for (var node = sequenceStart; node < end; node = tree.LastOf(node))
        {
            if (IsNamed(node)) last = node;
        }
        return tree.EndOf(last);
    }

    private bool Unordered(in Goal goal)
    {
        var p = goal.Pattern;
        if (goal.A == p.Children.Length)
        {
            if (p.Partial) return true;
            var position = 0;
            for (var node = Next(goal.D, goal.C, p); node < goal.C; node = Next(tree.LastOf(node), goal.C, p), position++)
            {
                if (position < 64 && (goal.Used & 1UL << position) == 0) return false;
            }
            return true;
        }
        var child = p.Children[goal.A];
        if (child.Kind is PatternKind.Ellipsis) return Then(goal with { A = goal.A + 1, B = goal.D });
        if (child.Kind == PatternKind.MetavariableEllipsis) return Then(goal with { A = goal.A + 1, B = goal.D });
        var index = 0;
        for (var node = Next(goal.D, goal.C, p); node < goal.C; node = Next(tree.LastOf(node), goal.C, p), index++)
        {
            if (node < goal.B || index < 64 && (goal.Used & 1UL << index) != 0) continue;
            Choose(goal with { B = tree.LastOf(node) });
            Then(goal with { A = goal.A + 1, B = goal.D, Used = index < 64 ? goal.Used | 1UL << index : goal.Used });
            return Then(child, node);
        }
        return false;
    }

    // modifiers are tokens without names
    private int Next(int position, int end, PatternNode p)
    {
        if (p.Children.Length == 0 || position >= end) return profile.NextSignificant(tree, position, end);
        var parent = tree.ParentOf(position);
        return tree.KindOf(parent) == profile.Modifiers ? position : profile.NextSignificant(tree, position, end);
    }
}
