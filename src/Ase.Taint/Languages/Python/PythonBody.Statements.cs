using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Languages.Python;

internal sealed partial class PythonBody
{
    private void ExpressionStatement(SyntaxNode node)
    {
        var first = node.NamedChild(0);
        if (first.IsNone) return;
        if (!node.NamedChild(1).IsNone)
        {
            Sequence(node);
            return;
        }
        Discard(first);
    }

    protected override void Discard(SyntaxNode node)
    {
        var inner = Unwrap(node);
        if (inner.Is("boolean_operator")) LogicStatement(inner);
        else if (inner.Is("assignment") || inner.Is("augmented_assignment")) Expression(inner);
        else if (!inner.IsNone)
        {
            var value = Expression(inner);
            Use(inner, value);
            Drop(value);
        }
    }

    private void ReturnStatement(SyntaxNode node)
    {
        var value = node.NamedChild(0);
        if (value.IsNone)
        {
            B.End(new Return(node.Index, generated is null ? [] : [Variable(node, generated)]));
            return;
        }
        var result = Expression(value);
        if (result.Place is { Path.Count: 0, Variable: { Kind: VariableKind.Temp } temp }) RememberCondition(value, result, temp);
        if (generated is null)
        {
            B.End(new Return(node.Index, [result]));
            return;
        }
        Use(value, result);
        B.End(new Return(node.Index, [Variable(node, generated)]));
    }

    private void DeleteStatement(SyntaxNode node)
    {
        var targets = new List<SyntaxNode>();
        foreach (var child in node.NamedChildren)
        {
            if (child.Kind is "expression_list" or "tuple" or "list") targets.AddRange(child.NamedChildren.ToList());
            else targets.Add(child);
        }
        var values = targets.ConvertAll(Expression);
        Construct(node, "del", values);
        foreach (var value in values)
        {
            if (value.Place is { } place && !place.Path.Any(a => a.Kind == AccessorKind.Any)) B.Emit(new Assign(-1, place, Nothing(-1)));
        }
    }

    private void RaiseStatement(SyntaxNode node)
    {
        Operand? value = null;
        foreach (var child in node.NamedChildren)
        {
            var evaluated = Expression(child);
            value ??= evaluated;
        }
        Raise(node, value);
    }

    private void AssertStatement(SyntaxNode node)
    {
        var (holds, fails) = (B.NewBlock(), B.NewBlock());
        Condition(node.NamedChild(0), holds, fails);
        B.MoveTo(fails);
        var message = node.NamedChild(1);
        Operand? value = message.IsNone ? null : Expression(message);
        Raise(node, value);
        B.MoveTo(holds);
    }

    private void PrintStatement(SyntaxNode node)
    {
        var values = new List<Operand>();
        foreach (var child in node.NamedChildren) values.Add(Expression(child.Is("chevron") ? child.NamedChild(0) : child));
        Construct(node, "print", values);
    }

    private void ExecStatement(SyntaxNode node)
    {
        var values = node.NamedChildren.ToList().ConvertAll(Expression);
        Construct(node, "exec", values);
    }

    private void ImportStatement(SyntaxNode node)
    {
        foreach (var import in PythonImports.Of(node)) Unit.File.Imports.Add(import);
    }

    private void IfStatement(SyntaxNode node)
    {
        var join = B.NewBlock();
        Arm(node);
        foreach (var child in node.NamedChildren)
        {
            if (child.Is("elif_clause"))
            {
                Unit.Visit();
                Arm(child);
            }
            else if (child.Is("else_clause"))
            {
                Unit.Visit();
                Statement(child.Field("body"));
            }
        }
        B.Enter(join);

        void Arm(SyntaxNode clause)
        {
            var (yes, no) = (B.NewBlock(), B.NewBlock());
            Condition(clause.Field("condition"), yes, no);
            B.MoveTo(yes);
            Statement(clause.Field("consequence"));
            B.End(new Goto(join.Id), no);
        }
    }

    private void ForStatement(SyntaxNode node)
    {
        var items = Expression(node.Field("right"));
        Each(node, () =>
        {
            AssignTo(node.Field("left"), Element(items), -1);
            Statement(node.Field("body"));
        }, Otherwise(node));
    }

    private void WhileStatement(SyntaxNode node) => While(node.Field("condition"), () => Statement(node.Field("body")), Otherwise(node));

    private Action? Otherwise(SyntaxNode node)
    {
        var clause = node.Field("alternative");
        return clause.IsNone ? null : () => Statement(clause.Field("body"));
    }

    private void TryStatement(SyntaxNode node)
    {
        var catches = new List<Action>();
        var complete = false;
        Action? otherwise = null, final = null;
        foreach (var child in node.NamedChildren)
        {
            switch (child.Kind)
            {
                case "except_clause":
                    var type = child.Field("value");
                    var named = type.Is("as_pattern") ? type.NamedChild(0) : type;
                    complete |= named.IsNone || named.TextSpan is "Exception" or "BaseException";
                    catches.Add(() => ExceptClause(child));
                    break;
                case "else_clause":
                    otherwise = () => Statement(child.Field("body"));
                    break;
                case "finally_clause":
                    final = () => Statements(child);
                    break;
            }
        }
        Try(node, () => Statement(node.Field("body")), catches, complete, otherwise, final);
    }

    private void ExceptClause(SyntaxNode node)
    {
        Unit.Visit();
        var type = node.Field("value");
        var raised = new Operand(-1, new Place(Exception));
        if (type.Is("as_pattern")) AssignTo(type.Field("alias"), raised, -1);
        else if (PythonBindings.OldExceptName(node) is { IsNone: false } name) AssignTo(name, raised, -1);
        foreach (var child in node.NamedChildren)
        {
            if (child.Is("block")) Statement(child);
        }
    }

    private void WithStatement(SyntaxNode node)
    {
        foreach (var clause in node.NamedChildren)
        {
            if (!clause.Is("with_clause")) continue;
            foreach (var item in clause.NamedChildren) WithItem(item.Is("with_item") ? item.Field("value") : item);
        }
        Statement(node.Field("body"));
    }

    private void WithItem(SyntaxNode node)
    {
        Unit.Visit();
        node = Unwrap(node);
        if (!node.Is("as_pattern"))
        {
            Discard(node);
            return;
        }
        AssignTo(node.Field("alias"), Expression(node.NamedChild(0)), node.Index);
    }
}
