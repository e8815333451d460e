using Ase.Code.Trees;

namespace Ase.Taint.Languages.Go;

/// <summary>The static types of expressions, as far as this file shows them.</summary>
internal sealed partial class GoBody
{
    private const int MostTypeSteps = 24;

    /// <summary>The type of an expression as written somewhere in this file, or none.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="position">Which of several results.</param>
    /// <param name="steps">Nesting so far.</param>
    private SyntaxNode StaticType(SyntaxNode expression, int position = 0, int steps = 0)
    {
        if (expression.IsNone || steps > MostTypeSteps) return default;
        switch (expression.Kind)
        {
            case "identifier":
                return B.Find(expression.Text) is { } variable ? Unit.TypeOf(variable) : default;
            case "parenthesized_expression":
                return StaticType(expression.NamedChild(0), position, steps + 1);
            case "unary_expression":
                var type = StaticType(expression.Field("operand"), 0, steps + 1);
                return expression.Field("operator").Is("<-") ? GoTypes.Element(Unit.Underlying(type)) : type;
            case "slice_expression":
                return StaticType(expression.Field("operand"), 0, steps + 1);
            case "composite_literal" or "type_conversion_expression" or "type_assertion_expression":
                return expression.Field("type");
            case "index_expression":
                return GoTypes.Element(Unit.Underlying(StaticType(expression.Field("operand"), 0, steps + 1)));
            case "selector_expression":
                var name = expression.Field("field").Text;
                return Unit.TypeOf(StaticType(expression.Field("operand"), 0, steps + 1))?.Fields.Find(f => f.Name == name).Type ?? default;
            case "call_expression":
                return ResultType(expression, position, steps);
            default:
                return default;
        }
    }

    private SyntaxNode ResultType(SyntaxNode call, int position, int steps)
    {
        var callee = call.Field("function");
        if (callee.Is("selector_expression"))
        {
            var type = Unit.TypeOf(StaticType(callee.Field("operand"), 0, steps + 1));
            return type?.Methods.GetValueOrDefault(callee.Field("field").Text) is { } method ? Unit.ResultOf(method, position) : default;
        }
        if (!callee.Is("identifier") || B.Find(callee.Text) is not null) return default;
        if (Unit.Functions.TryGetValue(callee.Text, out var function)) return Unit.ResultOf(function, position);
        if (callee.TextSpan is "append") return StaticType(call.Field("arguments").NamedChild(0), 0, steps + 1);
        return callee.TextSpan is "new" or "make" ? call.Field("arguments").NamedChild(0) : default;
    }
}
