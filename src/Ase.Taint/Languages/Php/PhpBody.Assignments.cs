using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering.Bodies;

namespace Ase.Taint.Languages.Php;

internal sealed partial class PhpBody
{
    private Operand Assignment(SyntaxNode node)
    {
        var (left, right) = (node.Field("left"), node.Field("right"));
        var value = Expression(right);
        AssignTo(left, value, node.Index);
        if (!left.Is("variable_name")) return value;
        var variable = Lookup(left.Text);
        InferType(variable, Unwrap(right));
        RememberCondition(right, value, variable);
        return value.Place is null ? value with { Node = node.Index, BaseNode = node.Index } : Variable(node, variable);
    }

    /// <summary>Stores a value in a variable, element, property, or a list of them.</summary>
    /// <param name="target">The target as written.</param>
    /// <param name="value">The value.</param>
    /// <param name="node">The assignment; -1 when nothing is written as one.</param>
    private void AssignTo(SyntaxNode target, Operand value, int node)
    {
        target = Unwrap(target);
        if (target.Is("by_ref")) target = target.NamedChild(0);
        switch (target.IsNone ? "" : target.Kind)
        {
            case "variable_name":
                B.Emit(new Assign(node, new Place(Lookup(target.Text)), value, target.Index));
                break;
            case "dynamic_variable_name":
                AssignDynamic(target, value, node);
                break;
            case "list_literal" or "array_creation_expression":
                Destructure(target, value, node);
                break;
            case "":
                break;
            default:
                if (Expression(target).Place is { } place) B.Emit(new Assign(node, place, value, target.Index));
                if (target.Is("member_access_expression")) InferField(target, value);
                break;
        }
    }

    private void AssignDynamic(SyntaxNode target, Operand value, int node)
    {
        var inner = target.NamedChild(0);
        var name = inner.Is("name") ? Literal(inner, inner.Text, isString: true) : Expression(inner);
        if (name is { IsString: true, Literal: { } known })
        {
            B.Emit(new Assign(node, new Place(Lookup("$" + known)), value, target.Index));
            return;
        }
        // $$name = value: whatever variable the scope reads without having assigned it
        B.Emit(new Assign(node, Element(new Operand(-1, new Place(Shared(IncludeScope)))).Place!, value, target.Index));
        foreach (var free in FreeNames())
        {
            if (Lookup(free) is var variable && variable != value.Place?.Variable) Join(target, variable, value with { Node = -1, BaseNode = -1 });
        }
    }

    private void Destructure(SyntaxNode target, Operand value, int node)
    {
        if (Unit.Depth >= LoweringUnit.MaxDepth) return;
        Unit.Visit();
        Unit.Depth++;
        var whole = value.Place is null ? value with { Place = Hold(value), Literal = null } : value;
        var position = 0;
        SyntaxNode pending = default, key = default;
        foreach (var child in target.Children)
        {
            if (!child.IsNamed)
            {
                if (child.Is("=>")) (key, pending) = (pending, default);
                else if (child.Is(",")) Flush();
                continue;
            }
            if (!child.IsExtra) pending = child;
        }
        Flush();
        Unit.Depth--;

        void Flush()
        {
            if (pending.Is("array_element_initializer"))
            {
                (key, pending) = pending.NamedChild(1).IsNone ? (default, pending.NamedChild(0)) : (pending.NamedChild(0), pending.NamedChild(1));
            }
            if (!pending.IsNone) AssignTo(pending, key.IsNone ? Part(-1, whole, AccessorKind.Index, Number(position)) : ByKey(-1, whole, key), node);
            (pending, key) = (default, default);
            position++;
        }
    }

    private Operand AugmentedAssignment(SyntaxNode node)
    {
        var (left, right) = (node.Field("left"), node.Field("right"));
        var text = node.Field("operator").Text;
        var before = Expression(left);
        if (text == "??=") return AssignIfNull(node, left, right, before);
        var change = Expression(right);
        var value = Compute(node, Family(text[..^1], Unwrap(left), Unwrap(right)), text, [before, change]);
        if (before.Place is { } place) B.Emit(new Assign(node.Index, place, value, left.Index));
        return value;
    }

    private Operand AssignIfNull(SyntaxNode node, SyntaxNode left, SyntaxNode right, Operand before)
    {
        var (missing, join) = (B.NewBlock(), B.NewBlock());
        B.End(new AnyOf(node.Index, [missing.Id, join.Id]), missing);
        var value = Expression(right);
        if (before.Place is { } place) B.Emit(new Assign(node.Index, place, value, left.Index));
        B.Enter(join);
        return before with { Node = node.Index };
    }

    private Operand Update(SyntaxNode node)
    {
        var before = Expression(node.Field("argument"));
        var value = Compute(node, OperationKind.Arithmetic, node.Field("operator").Text, [before]);
        if (before.Place is { } place) B.Emit(new Assign(node.Index, place, value, node.Field("argument").Index));
        return value;
    }

    /// <summary><c>target</c> may from here on also hold <c>value</c>.</summary>
    private void Join(SyntaxNode node, IrVariable target, Operand value)
    {
        var place = new Place(target);
        B.Emit(new Operation(node.Index, place, OperationKind.Select, "", [new Operand(-1, place), value]));
    }

    private void InferType(IrVariable variable, SyntaxNode value)
    {
        if (variable.Kind == VariableKind.Local && value.Is("object_creation_expression") && ClassOf(value.NamedChild(0)) is { Length: > 0 } type) variable.TypeName ??= type;
    }

    private void InferField(SyntaxNode target, Operand value)
    {
        if (OwnClass is not { } type || !target.Field("object").Is("variable_name") || target.Field("object").TextSpan is not "$this" || !target.Field("name").Is("name")) return;
        var known = value.Place is { Path.Count: 0, Variable: { Kind: VariableKind.Parameter, TypeName: { } declared } } ? declared
            : value.Node >= 0 && Unit.Tree[value.Node] is var node && node.Is("object_creation_expression") ? ClassOf(node.NamedChild(0)) : null;
        if (known is { Length: > 0 }) type.FieldTypes.TryAdd(target.Field("name").Text, known);
    }
}
