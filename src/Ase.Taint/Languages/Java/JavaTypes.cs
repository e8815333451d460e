using Ase.Code.Trees;

namespace Ase.Taint.Languages.Java;

/// <summary>Types as written.</summary>
internal static class JavaTypes
{
    private const int MaxSteps = 32;

    /// <summary>The simple name of a type: <c>java.util.List&lt;T&gt;</c> is <c>List</c>; null for arrays and <c>var</c>.</summary>
    public static string? Name(SyntaxNode type)
    {
        for (var steps = 0; steps < MaxSteps && !type.IsNone; steps++)
        {
            switch (type.Kind)
            {
                case "type_identifier" or "identifier":
                    return type.TextSpan is "var" ? null : type.Text;
                case "integral_type" or "floating_point_type" or "boolean_type":
                    return type.Text;
                case "generic_type":
                    type = type.NamedChild(0);
                    break;
                case "scoped_type_identifier" or "annotated_type" or "scoped_identifier":
                    type = Last(type);
                    break;
                case "catch_type" or "superclass":
                    type = type.NamedChild(0);
                    break;
                default:
                    return null;
            }
        }
        return null;
    }

    /// <summary>The type of what an array or collection holds: the element, or the last type argument (values of a map); none for others.</summary>
    public static SyntaxNode Element(SyntaxNode type)
    {
        if (type.Is("array_type")) return type.Field("element");
        if (!type.Is("generic_type")) return default;
        var arguments = Last(type);
        if (!arguments.Is("type_arguments")) return default;
        var argument = Last(arguments);
        return argument.Is("wildcard") ? Last(argument) : argument;
    }

    /// <summary>True for types whose values are numbers or booleans and cannot carry text.</summary>
    public static bool IsScalar(string? name) => name is "int" or "long" or "short" or "float" or "double" or "boolean"
        or "Integer" or "Long" or "Short" or "Float" or "Double" or "Boolean" or "BigDecimal" or "BigInteger";

    /// <summary>The text of a dotted name without white space.</summary>
    public static string Dotted(SyntaxNode name)
    {
        var text = name.IsNone ? "" : name.Text;
        return text.AsSpan().ContainsAnyExceptInRange('!', '\uFFFF') ? string.Concat(text.Where(c => !char.IsWhiteSpace(c))) : text;
    }

    /// <summary>The last named child, or none.</summary>
    public static SyntaxNode Last(SyntaxNode node)
    {
        SyntaxNode last = default;
        if (node.IsNone) return last;
        foreach (var child in node.NamedChildren) last = child;
        return last;
    }
}
