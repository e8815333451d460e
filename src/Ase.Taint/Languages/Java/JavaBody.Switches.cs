using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Languages.Java;

/// <summary>Switches, old and new, as statements and as expressions.</summary>
internal sealed partial class JavaBody
{
    private readonly Stack<(IrVariable Result, IrBlock After)> yields = new();

    private Operand SwitchValue(SyntaxNode node)
    {
        var result = B.Temp();
        Switch(node, result);
        return Result(node, result);
    }

    /// <summary>Lowers a switch; its value goes to <paramref name="result"/> when it has one.</summary>
    private void Switch(SyntaxNode node, IrVariable? result)
    {
        var label = TakeLabel();
        var subject = Expression(node.Field("condition"));
        var body = node.Field("body");
        List<SyntaxNode> groups = body.IsNone ? [] : body.NamedChildren.ToList().FindAll(c => c.Kind is "switch_rule" or "switch_block_statement_group");
        var bodies = groups.ConvertAll(_ => B.NewBlock());
        var after = B.NewBlock();
        Scopes.Enter();
        if (result is not null) yields.Push((result, after));
        var fallback = after;
        for (var i = 0; i < groups.Count; i++)
        {
            Unit.Visit();
            foreach (var test in groups[i].NamedChildren)
            {
                if (test.Is("switch_label") && Test(test, subject, bodies[i])) fallback = bodies[i];
            }
        }
        B.End(new Goto(fallback.Id), after);
        for (var i = 0; i < groups.Count; i++)
        {
            B.MoveTo(bodies[i]);
            var (group, next) = (groups[i], i + 1 < groups.Count ? bodies[i + 1] : after);
            Breakable(label, after, null, () => CaseBody(group, result));
            B.End(new Goto(group.Is("switch_rule") ? after.Id : next.Id), after);
        }
        if (result is not null) yields.Pop();
        Scopes.Leave();
        B.MoveTo(after);
    }

    /// <summary>Branches to a body when one of the values or patterns of a label fits.</summary>
    /// <returns>True when the label is, or has, <c>default</c>.</returns>
    private bool Test(SyntaxNode label, Operand subject, IrBlock body)
    {
        Unit.Visit();
        var isDefault = label.NamedChild(0).IsNone;
        SyntaxNode guard = default;
        foreach (var child in label.NamedChildren)
        {
            if (child.Is("guard")) guard = child.NamedChild(0);
        }
        foreach (var value in label.NamedChildren)
        {
            if (value.Is("guard")) continue;
            if (value.Is("identifier") && value.TextSpan is "default")
            {
                isDefault = true;
            }
            else if (value.Is("pattern"))
            {
                TestPattern(value, subject, guard, body);
            }
            else
            {
                // a bare name is a constant of the enum, unless it is one of this file's
                var constant = value.Is("identifier") && !IsValue(value.Text) ? Literal(value, value.Text) : Expression(value);
                TestCase(value, subject, constant, "==", body);
            }
        }
        return isDefault;
    }

    private void TestPattern(SyntaxNode pattern, Operand subject, SyntaxNode guard, IrBlock body)
    {
        var (bound, next) = (B.NewBlock(), B.NewBlock());
        var test = Compute(pattern, OperationKind.Compare, "instanceof", [subject]);
        B.End(new Branch(pattern.Index, test, bound.Id, next.Id), bound);
        BindPattern(pattern, subject);
        if (guard.IsNone) B.End(new Goto(body.Id), next);
        else Condition(guard, body, next);
        B.MoveTo(next);
    }

    private void CaseBody(SyntaxNode group, IrVariable? result)
    {
        foreach (var child in group.Children)
        {
            if (!IsPart(child) || child.Is("switch_label")) continue;
            if (result is not null && group.Is("switch_rule") && child.Is("expression_statement"))
            {
                Unit.Visit();
                var value = Expression(child.NamedChild(0));
                B.Emit(new Assign(child.Index, new Place(result), value));
            }
            else
            {
                Statement(child);
            }
        }
    }

    private void Yield(SyntaxNode node)
    {
        var value = Expression(node.NamedChild(0));
        if (!yields.TryPeek(out var target))
        {
            Use(node, value);
            return;
        }
        B.Emit(new Assign(node.Index, new Place(target.Result), value));
        B.End(new Goto(target.After.Id));
    }
}
