using Ase.Code.Text;
using Ase.Code.Trees;

namespace Ase.Analysis.Checks;

/// <summary>Whether code assigns or declares a name.</summary>
internal static class DefinesCheck
{
    private static readonly string[] BindingFields = ["left", "name", "pattern", "declarator", "alias", "value"];

    /// <summary>True when a name (or a property path such as <c>exports.run</c>) is assigned or declared within a span.</summary>
    public static bool Defines(SyntaxTree tree, TextSpan span, string name)
    {
        for (var i = 0; i < tree.Count; i++)
        {
            if (tree.StartOf(i) >= span.End) break;
            if (tree.StartOf(i) < span.Start || tree.EndOf(i) > span.End || tree.EndOf(i) - tree.StartOf(i) != name.Length) continue;
            var node = tree[i];
            if (node.IsNamed && node.TextSpan.SequenceEqual(name) && IsBound(node)) return true;
        }
        return false;
    }

    private static bool IsBound(SyntaxNode node)
    {
        for (var depth = 0; depth < 8 && !node.Parent.IsNone; depth++)
        {
            var parent = node.Parent;
            var field = node.FieldName;
            var kind = parent.Kind;
            if (IsAssignment(kind)) return field is "left" or "name" or "pattern" || (field.Length == 0 && node.Index == parent.NamedChild(0).Index);
            if (kind.Contains("parameter", StringComparison.Ordinal)) return true;
            if (IsDeclaration(kind)) return field is "name" or "left" or "declarator" || field.Length == 0;
            // the way up leads through patterns, lists and wrappers of names only
            if (!(kind.EndsWith("pattern", StringComparison.Ordinal) || kind.Contains("list", StringComparison.Ordinal) || kind.Contains("tuple", StringComparison.Ordinal)
                || kind is "variable_name" or "parenthesized_expression" or "array_creation_expression" or "array_element_initializer" or "dotted_name" or "as_pattern_target" or "pair_pattern"))
                return false;
            if (field.Length > 0 && !BindingFields.Contains(field)) return false;
            node = parent;
        }
        return false;
    }

    private static bool IsAssignment(string kind) =>
        kind.Contains("assignment", StringComparison.Ordinal) || kind is "short_var_declaration" or "named_expression" or "for_in_statement" or "for_statement" or "enhanced_for_statement" or "range_clause" or "foreach_statement" or "with_item" or "as_pattern";

    private static bool IsDeclaration(string kind) =>
        kind.Contains("declarator", StringComparison.Ordinal) || kind.Contains("declaration", StringComparison.Ordinal) || kind.Contains("definition", StringComparison.Ordinal)
        || kind is "var_spec" or "const_spec" or "import_specifier" or "aliased_import" or "function_expression" or "const_element" or "property_element" or "resource";
}
