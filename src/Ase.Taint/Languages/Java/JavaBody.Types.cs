using Ase.Code.Trees;

namespace Ase.Taint.Languages.Java;

/// <summary>The static types of expressions, as far as this file shows them.</summary>
internal sealed partial class JavaBody
{
    private const int MostTypeSteps = 24;

    /// <summary>The type of an expression as written somewhere in this file, or none.</summary>
    private SyntaxNode StaticType(SyntaxNode expression, int steps = 0)
    {
        if (expression.IsNone || steps > MostTypeSteps) return default;
        switch (expression.Kind)
        {
            case "parenthesized_expression":
                return StaticType(expression.NamedChild(0), steps + 1);
            case "identifier":
                var name = expression.Text;
                return B.Find(name) is { } variable ? Unit.TypeOf(variable) : FieldType(Type, name);
            case "field_access":
                var owner = expression.Field("object");
                var holder = owner.Is("this") ? Type : Unit.Type(ClassName(owner) ?? JavaTypes.Name(StaticType(owner, steps + 1)));
                return holder?.Fields.GetValueOrDefault(expression.Field("field").Text)?.Type ?? default;
            case "object_creation_expression" or "cast_expression":
                return expression.Field("type");
            case "array_access":
                return JavaTypes.Element(StaticType(expression.Field("array"), steps + 1));
            case "method_invocation":
                return ResultType(expression, steps);
            default:
                return default;
        }
    }

    private SyntaxNode ResultType(SyntaxNode call, int steps)
    {
        var name = call.Field("name");
        var target = call.Field("object");
        if (name.IsNone) return default;
        if (target.IsNone || target.Is("this"))
        {
            for (var at = Type; at is not null; at = at.Outer)
            {
                if (at.Methods.TryGetValue(name.Text, out var method)) return method.Result;
            }
            return default;
        }
        var holder = StaticType(target, steps + 1);
        if (ReturnsReceiver(name.Text, holder)) return holder;
        return Unit.Type(ClassName(target) ?? JavaTypes.Name(holder))?.Methods.GetValueOrDefault(name.Text)?.Result ?? default;
    }

    private static SyntaxNode FieldType(JavaType? type, string name)
    {
        for (; type is not null; type = type.Outer)
        {
            if (type.Fields.TryGetValue(name, out var field)) return field.Type;
        }
        return default;
    }
}
