using Ase.Code.Trees;

namespace Ase.Taint.Languages.Php;

/// <summary>The variables that a scope reads but never assigns: they come from an include, <c>extract</c>, <c>$$name</c>, or are undefined.</summary>
internal static class PhpFreeNames
{
    /// <summary>Scans a scope (a function's node or the root), in order of the text, without the functions inside it.</summary>
    public static IReadOnlyList<string> Of(SyntaxNode scope, IEnumerable<string>? bound = null)
    {
        var assigned = new HashSet<string>(bound ?? [], StringComparer.Ordinal) { "$this", "$GLOBALS" };
        var read = new HashSet<string>(StringComparer.Ordinal);
        var order = new List<string>();
        var tree = scope.Tree;
        for (int i = scope.Index, last = tree.LastOf(i); i < last;)
        {
            var node = tree[i];
            switch (node.IsNamed ? node.Kind : "")
            {
                case "function_definition" or "class_declaration" or "trait_declaration" or "interface_declaration" or "enum_declaration" or "method_declaration" or "anonymous_function"
                    when i != scope.Index:
                    Closure(node);
                    i = tree.LastOf(i);
                    continue;
                case "assignment_expression" or "reference_assignment_expression":
                    Assigned(node.Field("left"));
                    break;
                case "foreach_statement":
                    Assigned(node.NamedChild(1));
                    break;
                case "catch_clause" or "static_variable_declaration" or "simple_parameter":
                    Assigned(node.Field("name"));
                    break;
                case "global_declaration":
                    Assigned(node);
                    break;
                case "scoped_property_access_expression":
                    i = Math.Max(i + 1, node.Field("name").IsNone ? 0 : node.Field("name").Index + 2);
                    continue;
                case "variable_name":
                    Read(node.Text);
                    break;
            }
            i++;
        }
        order.RemoveAll(n => assigned.Contains(n) || n.StartsWith("$_", StringComparison.Ordinal));
        return order;

        void Read(string name)
        {
            if (read.Add(name)) order.Add(name);
        }

        void Closure(SyntaxNode function)
        {
            foreach (var clause in function.NamedChildren)
            {
                if (!clause.Is("anonymous_function_use_clause")) continue;
                foreach (var use in clause.NamedChildren)
                {
                    if (use.Is("variable_name")) Read(use.Text);
                }
            }
        }

        // $a = …, list($a, [$b]) = …; in $a[$k] = … and $a->b = … only a part is assigned, which defines $a all the same
        void Assigned(SyntaxNode target)
        {
            if (target.IsNone) return;
            if (target.Kind is "subscript_expression" or "member_access_expression") return;
            for (int j = target.Index, end = tree.LastOf(j); j < end;)
            {
                var inner = tree[j];
                if (inner.Is("variable_name")) assigned.Add(inner.Text);
                j = inner.Kind is "subscript_expression" or "member_access_expression" ? tree.LastOf(j) : j + 1;
            }
        }
    }
}
