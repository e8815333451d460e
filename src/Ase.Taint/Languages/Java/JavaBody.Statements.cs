using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering.Bodies;

namespace Ase.Taint.Languages.Java;

/// <summary>Blocks, local variables, conditionals, loops.</summary>
internal sealed partial class JavaBody
{
    private void Block(SyntaxNode node)
    {
        Scopes.Enter();
        Statements(node);
        Scopes.Leave();
    }

    private void ExpressionStatement(SyntaxNode node)
    {
        var expression = node.NamedChild(0);
        if (expression.Is("assignment_expression") || expression.Is("update_expression")) Expression(expression);
        else if (!expression.IsNone) Discard(expression);
    }

    /// <summary>A switch is an expression in the grammar wherever it stands; as a statement it has no value.</summary>
    protected override void Discard(SyntaxNode node)
    {
        if (!node.Is("switch_expression") || Unit.Depth >= LoweringUnit.MaxDepth)
        {
            base.Discard(node);
            return;
        }
        Unit.Visit();
        Unit.Depth++;
        Switch(node, null);
        Unit.Depth--;
    }

    private void LocalVariables(SyntaxNode node)
    {
        var type = node.Field("type");
        foreach (var declarator in node.NamedChildren)
        {
            if (declarator.Is("variable_declarator")) LocalVariable(declarator, type);
        }
    }

    private void LocalVariable(SyntaxNode declarator, SyntaxNode type)
    {
        Unit.Visit();
        var name = declarator.Field("name");
        var value = declarator.Field("value");
        var isArray = !declarator.Field("dimensions").IsNone;
        var initial = value.IsNone ? Nothing(-1) : Named(name.IsNone ? "" : name.Text, value);
        if (!name.Is("identifier"))
        {
            Use(declarator, initial);
            return;
        }
        var inferred = type.Is("type_identifier") && type.TextSpan is "var" ? StaticType(value) : type;
        var variable = Scopes.Declare(name.Text);
        if (!isArray) Unit.SetType(variable, inferred);
        B.Emit(new Assign(declarator.Index, new Place(variable), initial, name.Index));
        if (!value.IsNone) RememberCondition(value, initial, variable);
    }

    /// <summary>A chain of <c>else if</c> is worked off in a loop, however long.</summary>
    private void If(SyntaxNode node)
    {
        var after = B.NewBlock();
        while (true)
        {
            var (yes, no) = (B.NewBlock(), B.NewBlock());
            Condition(node.Field("condition"), yes, no);
            B.MoveTo(yes);
            Statement(node.Field("consequence"));
            B.End(new Goto(after.Id), no);
            var alternative = node.Field("alternative");
            if (!alternative.Is("if_statement"))
            {
                Statement(alternative);
                break;
            }
            Unit.Visit();
            node = alternative;
        }
        B.Enter(after);
    }

    private void While(SyntaxNode node) => Loop(TakeLabel(), node.Field("condition"), () => Statement(node.Field("body")));

    private void For(SyntaxNode node)
    {
        var label = TakeLabel();
        var updates = new List<SyntaxNode>();
        Scopes.Enter();
        foreach (var child in node.NamedChildren)
        {
            if (child.FieldName == "update") updates.Add(child);
            else if (child.FieldName == "init") Statement(child);
        }
        Loop(label, node.Field("condition"), () => Statement(node.Field("body")), () => updates.ForEach(Statement));
        Scopes.Leave();
    }

    private void EnhancedFor(SyntaxNode node)
    {
        var label = TakeLabel();
        var (name, type, value) = (node.Field("name"), node.Field("type"), node.Field("value"));
        var whole = Expression(value);
        if (type.Is("type_identifier") && type.TextSpan is "var") type = JavaTypes.Element(StaticType(value));
        Scopes.Enter();
        ForEach(label, node, () =>
        {
            if (name.Is("identifier"))
            {
                Unit.Visit();
                var variable = Scopes.Declare(name.Text);
                Unit.SetType(variable, type);
                B.Emit(new Assign(node.Index, new Place(variable), Element(whole), name.Index));
            }
            Statement(node.Field("body"));
        });
        Scopes.Leave();
    }

    private void Return(SyntaxNode node)
    {
        var expression = node.NamedChild(0);
        if (expression.IsNone)
        {
            B.End(new Return(node.Index, []));
            return;
        }
        var value = Expression(expression);
        RememberReturned(expression, value);
        B.End(new Return(node.Index, [value]));
    }

    private void Synchronized(SyntaxNode node)
    {
        var body = node.Field("body");
        foreach (var child in node.NamedChildren)
        {
            if (child != body) Discard(Unwrap(child));
        }
        Statement(body);
    }

    // assertions are off unless the program is started with a switch: they protect nothing
    private void Assert(SyntaxNode node)
    {
        var (holds, fails) = (B.NewBlock(), B.NewBlock());
        Condition(node.NamedChild(0), holds, fails);
        B.MoveTo(fails);
        if (node.NamedChild(1) is { IsNone: false } message) Discard(message);
        B.End(new Goto(holds.Id), holds);
    }
}
