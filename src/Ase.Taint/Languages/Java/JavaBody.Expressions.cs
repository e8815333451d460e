using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering.Bodies;

namespace Ase.Taint.Languages.Java;

/// <summary>Operators, literals, arrays, assignments.</summary>
internal sealed partial class JavaBody
{
    private Operand String(SyntaxNode node)
    {
        var parts = new List<Operand>();
        foreach (var part in node.NamedChildren)
        {
            if (part.Is("string_interpolation")) parts.Add(Expression(part.NamedChild(0)));
        }
        return parts.Count == 0 ? Literal(node, JavaText.StringValue(node), isString: true) : Compute(node, OperationKind.Concat, "", parts);
    }

    /// <summary>A string template: the processor gets the interpolated text.</summary>
    private Operand Template(SyntaxNode node)
    {
        var processor = node.Field("template_processor");
        var text = Expression(node.Field("template_argument"));
        return Invoke(node, "process", ClassName(processor) is null && !processor.IsNone ? Expression(processor) : null, [new Argument(text)], className: ClassName(processor));
    }

    private Operand Binary(SyntaxNode node) => Logic(node, out _, out _) == LogicKind.Leaf ? BinaryChain(node) : LogicValue(node);

    private Operand Unary(SyntaxNode node)
    {
        if (Logic(node, out _, out _) != LogicKind.Leaf) return LogicValue(node);
        var text = node.Field("operator").IsNone ? "" : node.Field("operator").Text;
        return Compute(node, OperationKind.Scalar, text, [Expression(node.Field("operand"))]);
    }

    private Operand Update(SyntaxNode node)
    {
        var target = node.NamedChild(0);
        return target.IsNone ? Unknown(node) : Step(node, target, node.TextSpan.Contains("--", StringComparison.Ordinal) ? "--" : "++");
    }

    private Operand Cast(SyntaxNode node)
    {
        var name = JavaTypes.Name(node.Field("type"));
        var value = Expression(node.Field("value"));
        var result = Compute(node, JavaTypes.IsScalar(name) ? OperationKind.Scalar : OperationKind.Cast, name ?? "", [value]);
        Unit.SetType(result.Place!.Variable, node.Field("type"));
        return result;
    }

    private Operand Assignment(SyntaxNode node)
    {
        var left = Unwrap(node.Field("left"));
        var right = node.Field("right");
        var text = node.Field("operator").IsNone ? "=" : node.Field("operator").Text;
        if (text != "=") return Augment(node, left, text, right);
        // the target is evaluated first, so that a[i++] = i is in order
        var place = Expression(left).Place;
        var value = Named(left.IsLeaf ? left.Text : "", right);
        if (place is null) return value;
        B.Emit(new Assign(node.Index, place, value, left.Index));
        if (place.Path.Count == 0) RememberCondition(right, value, place.Variable);
        return new Operand(node.Index, place, BaseNode: -1);
    }

    private Operand ArrayCreation(SyntaxNode node)
    {
        foreach (var child in node.NamedChildren)
        {
            if (!child.Is("dimensions_expr")) continue;
            Unit.Visit();
            var size = JavaTypes.Last(child);
            if (!size.IsNone) Use(size, Expression(size));
        }
        var value = node.Field("value");
        return value.IsNone ? Compute(node, OperationKind.NewArray, "", []) : ArrayInitializer(node, value);
    }

    private Operand ArrayInitializer(SyntaxNode node, SyntaxNode initializer)
    {
        var result = Compute(node, OperationKind.NewArray, "", []);
        var position = 0;
        foreach (var element in initializer.NamedChildren)
        {
            var value = Expression(element);
            B.Emit(new Assign(element.Index, Part(-1, result, AccessorKind.Index, Number(position++)).Place!, value));
        }
        return result;
    }

    private Operand InstanceOf(SyntaxNode node)
    {
        var value = Expression(node.Field("left"));
        var result = Compute(node, OperationKind.Compare, "instanceof", [value]);
        if (node.Field("name") is { IsNone: false } name) Bind(name, node.Field("right"), value);
        if (node.Field("pattern") is { IsNone: false } pattern) BindPattern(pattern, value);
        return result;
    }
}
