using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Languages.Php;

/// <summary>Branches and loops, with braces or colons.</summary>
internal sealed partial class PhpBody
{
    /// <summary>The statements in the <c>body</c> field; the colon form of <c>for</c> has several.</summary>
    private void Bodies(SyntaxNode node)
    {
        foreach (var child in node.NamedChildren)
        {
            if (child.FieldName == "body") Statement(child);
        }
    }

    private void IfStatement(SyntaxNode node)
    {
        var join = B.NewBlock();
        for (var nested = true; nested;)
        {
            nested = false;
            Arm(node);
            foreach (var clause in node.NamedChildren)
            {
                if (clause.Is("else_if_clause"))
                {
                    Unit.Visit();
                    Arm(clause);
                }
                else if (clause.Is("else_clause"))
                {
                    Unit.Visit();
                    var body = clause.Field("body");
                    if (body.Is("if_statement"))
                    {
                        // else if: the same chain, not one level deeper
                        Unit.Visit();
                        (node, nested) = (body, true);
                        break;
                    }
                    Statement(body);
                }
            }
        }
        B.Enter(join);

        void Arm(SyntaxNode clause)
        {
            var (yes, no) = (B.NewBlock(), B.NewBlock());
            Condition(clause.Field("condition"), yes, no);
            B.MoveTo(yes);
            Statement(clause.Field("body"));
            B.End(new Goto(join.Id), no);
        }
    }

    private void DoStatement(SyntaxNode node)
    {
        var (head, test, after) = (B.NewBlock(), B.NewBlock(), B.NewBlock());
        B.Enter(head);
        InLoop(after, test, () => Statement(node.Field("body")));
        B.Enter(test);
        Condition(node.Field("condition"), head, after);
        B.MoveTo(after);
    }

    private void ForStatement(SyntaxNode node)
    {
        var (head, inside, after) = (B.NewBlock(), B.NewBlock(), B.NewBlock());
        Effects(node.Field("initialize"));
        B.Enter(head);
        var condition = node.Field("condition");
        for (; condition.Is("sequence_expression"); condition = condition.NamedChild(1)) Discard(condition.NamedChild(0));
        if (condition.IsNone) B.End(new Goto(inside.Id), inside);
        else Condition(condition, inside, after);
        B.MoveTo(inside);
        Round(head, after, () => Bodies(node), () => Effects(node.Field("update")));
        B.MoveTo(after);
    }

    private void Effects(SyntaxNode node)
    {
        for (; node.Is("sequence_expression"); node = node.NamedChild(1))
        {
            Unit.Visit();
            Discard(node.NamedChild(0));
        }
        if (!node.IsNone) Discard(node);
    }

    private void ForeachStatement(SyntaxNode node)
    {
        var items = Expression(node.NamedChild(0));
        if (items.Place is null) items = items with { Place = Hold(items), Literal = null };
        var target = node.NamedChild(1);
        SyntaxNode key = default;
        if (target.Is("pair")) (key, target) = (target.NamedChild(0), target.NamedChild(1));
        var element = Element(items);
        Action? storeBack = null;
        if (target.Is("by_ref"))
        {
            target = target.NamedChild(0);
            var variable = target;
            storeBack = () => B.Emit(new Assign(-1, element.Place!, Expression(variable)));
        }
        Each(node, () =>
        {
            if (!key.IsNone) AssignTo(key, Compute(key, OperationKind.Keys, "", [items]) with { Node = -1, BaseNode = -1 }, -1);
            AssignTo(target, element, -1);
            Bodies(node);
        }, next: storeBack);
    }

    private void SwitchStatement(SyntaxNode node)
    {
        var subject = Expression(node.Field("condition"));
        var after = B.NewBlock();
        var cases = new List<(SyntaxNode Node, IrBlock Body)>();
        IrBlock? fallback = null;
        foreach (var child in node.Field("body").NamedChildren)
        {
            if (child.Kind is not ("case_statement" or "default_statement")) continue;
            Unit.Visit();
            var body = B.NewBlock();
            cases.Add((child, body));
            if (child.Is("default_statement")) fallback = body;
            else Test(child.Field("value"), subject, body);
        }
        B.End(new Goto((fallback ?? after).Id), after);
        for (var i = 0; i < cases.Count; i++)
        {
            B.MoveTo(cases[i].Body);
            var clause = cases[i].Node;
            InLoop(after, after, () => CaseBody(clause));
            B.End(new Goto((i + 1 < cases.Count ? cases[i + 1].Body : after).Id), after);
        }
        B.MoveTo(after);
    }

    private void CaseBody(SyntaxNode clause)
    {
        foreach (var child in clause.Children)
        {
            if (IsPart(child) && child.FieldName != "value") Statement(child);
        }
    }

    /// <summary>Goes to <paramref name="match"/> when the subject equals a case, and on when not. Cases of <c>switch (true)</c> are conditions.</summary>
    private void Test(SyntaxNode value, Operand subject, IrBlock match)
    {
        var next = B.NewBlock();
        if (value.IsNone || (subject.Place is null && ConstantTruth(subject) == true))
        {
            Condition(value, match, next);
            B.MoveTo(next);
            return;
        }
        var test = Compute(value, OperationKind.Compare, "==", [subject, Expression(value)]);
        B.End(new Branch(value.Index, test, match.Id, next.Id), next);
    }

    private Operand Match(SyntaxNode node)
    {
        var subject = Expression(node.Field("condition"));
        var result = B.Temp();
        var join = B.NewBlock();
        SyntaxNode fallback = default;
        foreach (var arm in node.Field("body").NamedChildren)
        {
            Unit.Visit();
            if (arm.Is("match_default_expression")) fallback = arm.Field("return_expression");
            if (!arm.Is("match_conditional_expression")) continue;
            var body = B.NewBlock();
            foreach (var value in arm.Field("conditional_expressions").NamedChildren) Test(value, subject, body);
            var next = B.Current;
            B.MoveTo(body);
            Store(node, result, Expression(arm.Field("return_expression")), join);
            B.MoveTo(next);
        }
        if (fallback.IsNone) B.End(new Throw(node.Index, null), join);
        else Store(node, result, Expression(fallback), join);
        B.MoveTo(join);
        return Result(node, result);
    }

    private Operand Conditional(SyntaxNode node)
    {
        var (condition, body, alternative) = (node.Field("condition"), node.Field("body"), node.Field("alternative"));
        if (!body.IsNone) return Choose(node, condition, body, alternative);
        // a ?: b
        var result = B.Temp();
        var (yes, no, join) = (B.NewBlock(), B.NewBlock(), B.NewBlock());
        var value = Expression(condition);
        B.End(new Branch(condition.Index, value, yes.Id, no.Id), yes);
        Store(node, result, value, join);
        B.MoveTo(no);
        Store(node, result, Expression(alternative), join);
        B.MoveTo(join);
        return Result(node, result);
    }
}
