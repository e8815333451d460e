using System.Globalization;
using System.Text;

namespace Ase.Taint.Languages.JavaScript;

/// <summary>Names and constants as the text spells them.</summary>
internal static class JsNames
{
    /// <summary>The names that a binding pattern declares, in order. Defaults and computed keys are not part of the pattern.</summary>
    public static List<string> Bound(JsTree tree, int pattern)
    {
        var names = new List<string>();
        if (pattern < 0) return names;
        for (int node = pattern, last = tree.Tree.LastOf(pattern); node < last;)
        {
            if (!tree.IsNamed(node))
            {
                node++;
                continue;
            }
            switch (tree.Kind(node))
            {
                case JsKind.Identifier or JsKind.ShorthandPropertyIdentifierPattern:
                    if (!IsDefault(tree, node, pattern)) names.Add(tree.Text(node));
                    node++;
                    break;
                case JsKind.ObjectPattern or JsKind.ArrayPattern or JsKind.PairPattern or JsKind.RestPattern
                    or JsKind.AssignmentPattern or JsKind.ObjectAssignmentPattern or JsKind.RequiredParameter or JsKind.OptionalParameter or JsKind.Error:
                    node = IsDefault(tree, node, pattern) ? tree.Tree.LastOf(node) : node + 1;
                    break;
                default:
                    node = tree.Tree.LastOf(node);
                    break;
            }
        }
        return names;
    }

    /// <summary>The constant name of a property key, or null when it is computed.</summary>
    public static string? Key(JsTree tree, int key)
    {
        if (tree.Kind(key) == JsKind.ComputedPropertyName) key = tree.Unwrap(tree.First(key));
        return tree.Kind(key) switch
        {
            JsKind.PropertyIdentifier or JsKind.PrivatePropertyIdentifier or JsKind.ShorthandPropertyIdentifier or JsKind.ShorthandPropertyIdentifierPattern => tree.Text(key),
            JsKind.Identifier when tree.Kind(tree.Tree.ParentOf(key)) is not (JsKind.ComputedPropertyName or JsKind.ParenthesizedExpression) => tree.Text(key),
            JsKind.Number => tree.Text(key),
            JsKind.String => StringValue(tree, key),
            JsKind.TemplateString when IsConstant(tree, key) => StringValue(tree, key),
            _ => null,
        };
    }

    /// <summary>The value of a string literal or of a template without substitutions.</summary>
    public static string StringValue(JsTree tree, int node)
    {
        var first = tree.First(node);
        if (first < 0) return "";
        if (tree.Kind(first) == JsKind.StringFragment && tree.Tree.LastOf(node) <= tree.Tree.LastOf(first) + 1) return tree.Text(first);
        var text = new StringBuilder();
        foreach (var part in tree.Named(node)) text.Append(tree.Kind(part) == JsKind.EscapeSequence ? Unescape(tree.Span(part)) : tree.Text(part));
        return text.ToString();
    }

    /// <summary>True for a template string without substitutions.</summary>
    public static bool IsConstant(JsTree tree, int template)
    {
        foreach (var part in tree.Named(template))
        {
            if (tree.Kind(part) is not (JsKind.StringFragment or JsKind.EscapeSequence)) return false;
        }
        return true;
    }

    /// <summary>The last name of a type as written, without arguments; null when it has none (unions, functions, literals).</summary>
    public static string? TypeName(JsTree tree, int type)
    {
        for (var steps = 0; steps < 8 && type >= 0; steps++)
        {
            switch (tree.Kind(type))
            {
                case JsKind.TypeAnnotation or JsKind.ParenthesizedType or JsKind.ReadonlyType:
                    type = tree.First(type);
                    break;
                case JsKind.TypeIdentifier or JsKind.PredefinedType or JsKind.Identifier:
                    return tree.Text(type);
                case JsKind.GenericType:
                    // Promise<T> is what its await yields
                    var name = TypeName(tree, tree.Field(type, JsField.Name));
                    if (name is not ("Promise" or "Readonly" or "Partial" or "Required" or "NonNullable")) return name;
                    type = tree.First(tree.Last(type));
                    break;
                case JsKind.NestedTypeIdentifier or JsKind.NestedIdentifier or JsKind.MemberExpression:
                    return tree.Text(tree.Last(type));
                case JsKind.UnionType:
                    // T | null | undefined is T; others have no one name
                    var only = -1;
                    foreach (var part in tree.Named(type))
                    {
                        if (tree.Kind(part) == JsKind.LiteralType || tree.Span(part) is "null" or "undefined") continue;
                        if (only >= 0) return null;
                        only = part;
                    }
                    type = only;
                    break;
                default:
                    return null;
            }
        }
        return null;
    }

    private static bool IsDefault(JsTree tree, int node, int pattern) =>
        node != pattern && ((tree.IsField(node, JsField.Right) && tree.Kind(tree.Tree.ParentOf(node)) is JsKind.AssignmentPattern or JsKind.ObjectAssignmentPattern)
            || (tree.IsField(node, JsField.Value) && tree.Kind(tree.Tree.ParentOf(node)) is JsKind.RequiredParameter or JsKind.OptionalParameter));

    private static string Unescape(ReadOnlySpan<char> escape)
    {
        if (escape.Length < 2) return escape.ToString();
        var rest = escape[1..];
        switch (rest[0])
        {
            case 'n': return "\n";
            case 't': return "\t";
            case 'r': return "\r";
            case 'b': return "\b";
            case 'f': return "\f";
            case 'v': return "\v";
            case '0' when rest.Length == 1: return "\0";
            case '\r' or '\n' or '\u2028' or '\u2029': return "";
            case 'x' or 'u':
                var digits = rest[1..].Trim("{}");
                if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || code > 0x10FFFF) return rest.ToString();
                return code is >= 0xD800 and <= 0xDFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code);
            default: return rest.ToString();
        }
    }
}
