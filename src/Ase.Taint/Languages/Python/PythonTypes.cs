using Ase.Code.Trees;

namespace Ase.Taint.Languages.Python;

/// <summary>Type annotations.</summary>
internal static class PythonTypes
{
    /// <summary>The simple name of the class that a value of this type has, or null: <c>Optional[a.Foo]</c>, <c>Foo | None</c> and <c>"Foo"</c> are <c>Foo</c>.</summary>
    public static string? Name(SyntaxNode type)
    {
        for (var steps = 0; steps < 16 && !type.IsNone; steps++)
        {
            switch (type.Kind)
            {
                case "type" or "parenthesized_expression":
                    type = type.NamedChild(0);
                    break;
                case "identifier":
                    return type.TextSpan is "None" or "Any" ? null : type.Text;
                case "attribute":
                    return type.Field("attribute").Text;
                case "member_type":
                    return type.NamedChild(1).IsNone ? null : type.NamedChild(1).Text;
                case "string":
                    var text = type.NamedChild(1);
                    return !text.IsNone && text.Is("string_content") && text.TextSpan.IndexOfAnyExcept(Letters) < 0 ? text.Text : null;
                case "generic_type":
                    if (!IsWrapper(type.NamedChild(0))) return type.NamedChild(0).IsNone ? null : type.NamedChild(0).Text;
                    type = type.NamedChild(1).NamedChild(0);
                    break;
                case "subscript":
                    var name = type.Field("value");
                    if (!IsWrapper(name.Is("attribute") ? name.Field("attribute") : name))
                    {
                        type = name;
                        break;
                    }
                    type = type.Field("subscript");
                    break;
                case "binary_operator" or "union_type":
                    var (left, right) = (type.NamedChild(0), type.NamedChild(1));
                    if (IsNone(right)) type = left;
                    else if (IsNone(left)) type = right;
                    else return null;
                    break;
                default:
                    return null;
            }
        }
        return null;
    }

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    private static bool IsWrapper(SyntaxNode name) =>
        !name.IsNone && name.TextSpan is "Optional" or "Annotated" or "Final" or "ClassVar" or "Awaitable" or "Required" or "NotRequired";

    private static bool IsNone(SyntaxNode type) => type.IsNone || type.TextSpan is "None";
}
