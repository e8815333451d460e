using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Languages.Python;

internal sealed partial class PythonBody
{
    /// <summary>A chain of binary operators that leans to the left is taken from its innermost operator, without recursion.</summary>
    private Operand BinaryOperator(SyntaxNode node)
    {
        var chain = new Stack<SyntaxNode>();
        chain.Push(node);
        var left = node.Field("left");
        while (left.Is("binary_operator"))
        {
            Unit.Visit();
            chain.Push(left);
            left = left.Field("left");
        }
        var value = Expression(left);
        while (chain.TryPop(out var next))
        {
            var (text, right) = (next.Field("operator"), next.Field("right"));
            value = Compute(next, Family(text.IsNone ? "" : text.Text, Unwrap(next.Field("left")), Unwrap(right)), text.IsNone ? "" : text.Text, [value, Expression(right)]);
        }
        return value;
    }

    /// <summary>What an operator does to data. <c>%</c> formats unless a number says otherwise, <c>/</c> joins paths, <c>|</c> merges maps and sets.</summary>
    private static OperationKind Family(string text, SyntaxNode left, SyntaxNode right) => text switch
    {
        "+" => OperationKind.Concat,
        "%" or "/" => IsNumber(left) || IsNumber(right) ? OperationKind.Arithmetic : OperationKind.Concat,
        "*" => IsText(left) || IsText(right) || left.Is("list") ? OperationKind.Concat : OperationKind.Arithmetic,
        "|" => OperationKind.Select,
        _ => OperationKind.Arithmetic,
    };

    private static bool IsNumber(SyntaxNode node) => node.Is("integer") || node.Is("float");

    private static bool IsText(SyntaxNode node) => node.Is("string") || node.Is("concatenated_string");

    private Operand Comparison(SyntaxNode node)
    {
        var operands = new List<Operand>();
        var text = "";
        foreach (var child in node.Children)
        {
            if (child.FieldName == "operators") text = text.Length == 0 ? child.Text : text + " " + child.Text;
            else if (child.IsNamed && !child.IsExtra) operands.Add(Expression(child));
        }
        return Compute(node, OperationKind.Compare, text, operands);
    }

    private Operand Unary(SyntaxNode node)
    {
        var text = node.Field("operator").Text;
        var argument = Unwrap(node.Field("argument"));
        if (IsNumber(argument)) return Literal(node, text + argument.Text);
        return Compute(node, OperationKind.Arithmetic, text, [Expression(argument)]);
    }

    private Operand Conditional(SyntaxNode node) => Choose(node, node.NamedChild(1), node.NamedChild(0), node.NamedChild(2));

    private Operand Await(SyntaxNode node)
    {
        var value = Expression(node.NamedChild(0));
        var result = B.Temp();
        B.Emit(new Assign(node.Index, new Place(result), value));
        return Result(node, result);
    }

    private Operand String(SyntaxNode node)
    {
        List<Operand>? parts = null;
        var text = new System.Text.StringBuilder();
        foreach (var child in node.NamedChildren)
        {
            if (child.Is("interpolation")) parts ??= [];
        }
        var raw = node.NamedChild(0) is { IsNone: false } start && start.TextSpan.ContainsAny('r', 'R');
        foreach (var child in node.NamedChildren)
        {
            if (child.Is("string_content"))
            {
                var content = PythonStrings.Content(child, raw);
                if (parts is null) text.Append(content);
                else parts.Add(Literal(child, content, isString: true));
            }
            else if (child.Is("interpolation"))
            {
                Interpolate(child, parts!);
            }
        }
        return parts is null ? Literal(node, text.ToString(), isString: true) : Compute(node, OperationKind.Concat, "f", parts);
    }

    private void Interpolate(SyntaxNode node, List<Operand> parts)
    {
        Unit.Visit();
        var value = node.Field("expression");
        if (value.IsNone) return;
        parts.Add(Expression(value));
        if (node.Field("format_specifier") is not { IsNone: false } format) return;
        foreach (var inner in format.NamedChildren)
        {
            if (inner.Is("format_expression") && inner.Field("expression") is { IsNone: false } width) parts.Add(Expression(width));
        }
    }

    private Operand ConcatenatedString(SyntaxNode node)
    {
        var parts = node.NamedChildren.ToList().ConvertAll(Expression);
        return parts.TrueForAll(p => p.Place is null)
            ? Literal(node, string.Concat(parts.Select(p => p.Literal)), isString: true)
            : Compute(node, OperationKind.Concat, "", parts);
    }
}
