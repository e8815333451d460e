using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering.Bodies;

namespace Ase.Taint.Languages.Php;

internal sealed partial class PhpBody
{
    /// <summary>A chain of operators that leans to the left is taken from its innermost operator, without recursion.</summary>
    private Operand Binary(SyntaxNode node)
    {
        if (Logic(node, out _, out _) != LogicKind.Leaf) return LogicValue(node);
        if (node.Field("operator") is { IsNone: false } text && text.TextSpan is "??") return Coalesce(node);
        var chain = new Stack<SyntaxNode>();
        chain.Push(node);
        var left = node.Field("left");
        while (left.Is("binary_expression") && Logic(left, out _, out _) == LogicKind.Leaf && !IsCoalesce(left))
        {
            Unit.Visit();
            chain.Push(left);
            left = left.Field("left");
        }
        var value = Expression(left);
        while (chain.TryPop(out var next)) value = Apply(next, value);
        return value;
    }

    private static bool IsCoalesce(SyntaxNode node) => node.Field("operator") is { IsNone: false } text && text.TextSpan is "??";

    private Operand Apply(SyntaxNode node, Operand left)
    {
        var text = node.Field("operator") is { IsNone: false } token ? token.Text.ToLowerInvariant() : "";
        var right = node.Field("right");
        if (text == "instanceof")
        {
            var type = ClassOf(right) is { } name ? Literal(right, name) : Expression(right);
            return Compute(node, OperationKind.Compare, text, [left, type]);
        }
        if (text == "|>") return Invoke(node, "", null, [new Argument(left)], Expression(right));
        return Compute(node, Family(text, Unwrap(node.Field("left")), Unwrap(right)), text, [left, Expression(right)]);
    }

    /// <summary>What an operator does to data; <c>+</c> joins arrays unless a number says otherwise.</summary>
    private static OperationKind Family(string text, SyntaxNode left, SyntaxNode right) => text switch
    {
        "." => OperationKind.Concat,
        "+" => left.Is("integer") || right.Is("integer") || left.Is("float") || right.Is("float") ? OperationKind.Arithmetic : OperationKind.Select,
        "==" or "!=" or "===" or "!==" or "<>" or "<" or ">" or "<=" or ">=" or "<=>" or "xor" or "instanceof" => OperationKind.Compare,
        _ => OperationKind.Arithmetic,
    };

    /// <summary><c>a ?? b ?? c</c>; a later part is evaluated only when it has an effect of its own.</summary>
    private Operand Coalesce(SyntaxNode node)
    {
        var value = Expression(node.Field("left"));
        var right = Unwrap(node.Field("right"));
        if (right.IsNone || right.Kind is "string" or "integer" or "null" or "boolean" or "variable_name" or "float" or "name" or "array_creation_expression")
        {
            return Compute(node, OperationKind.Select, "??", [value, Expression(right)]);
        }
        var result = B.Temp();
        var (missing, join) = (B.NewBlock(), B.NewBlock());
        B.Emit(new Assign(node.Index, new Place(result), value));
        B.End(new AnyOf(node.Index, [missing.Id, join.Id]), missing);
        Store(node, result, Expression(right), join);
        return Result(node, result);
    }

    private Operand Unary(SyntaxNode node)
    {
        var text = node.Field("operator") is { IsNone: false } token ? token.Text : "";
        if (text == "!") return LogicValue(node);
        var argument = Unwrap(node.Field("argument"));
        if (argument.IsNone) argument = node.NamedChild(0);
        if (argument.Is("integer") || argument.Is("float")) return Literal(node, text + argument.Text);
        return Compute(node, OperationKind.Scalar, text, [Expression(argument)]);
    }

    private Operand Cast(SyntaxNode node)
    {
        var type = node.Field("type") is { IsNone: false } name ? name.Text.ToLowerInvariant() : "";
        var family = type is "int" or "integer" or "float" or "double" or "real" or "bool" or "boolean" or "unset" ? OperationKind.Scalar : OperationKind.Cast;
        return Compute(node, family, type, [Expression(node.Field("value"))]);
    }

    private Operand ArrayLiteral(SyntaxNode node)
    {
        var keyed = false;
        foreach (var element in node.NamedChildren) keyed |= !element.NamedChild(1).IsNone && element.Is("array_element_initializer");
        var result = Compute(node, keyed ? OperationKind.NewObject : OperationKind.NewArray, "", []);
        var position = 0;
        var exact = true;
        foreach (var element in node.NamedChildren)
        {
            Unit.Visit();
            if (element.NamedChild(0).Is("variadic_unpacking"))
            {
                exact = false;
                var spread = Expression(element.NamedChild(0).NamedChild(0));
                B.Emit(new Operation(element.Index, result.Place!, OperationKind.Select, "...", [result, spread]));
            }
            else if (element.Is("array_element_initializer") && !element.NamedChild(1).IsNone)
            {
                var place = ByKey(-1, result, element.NamedChild(0)).Place!;
                B.Emit(new Assign(element.Index, place, Expression(element.NamedChild(1))));
            }
            else
            {
                var value = Expression(element);
                var place = exact && position < 64 ? Part(-1, result, AccessorKind.Index, Number(position)) : Element(result);
                B.Emit(new Assign(-1, place.Place!, value));
                position++;
            }
        }
        return result;
    }
}
