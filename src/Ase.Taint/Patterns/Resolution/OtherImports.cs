using Ase.Code.Trees;

namespace Ase.Taint.Patterns.Resolution;

/// <summary>Imports of Java, Go and PHP.</summary>
internal static class OtherImports
{
    public static void Java(SyntaxTree tree, ImportTable table)
    {
        foreach (var node in tree.Root.NamedChildren)
        {
            if (node.Kind == "package_declaration")
            {
                foreach (var part in node.NamedChildren)
                {
                    if (part.Kind is "scoped_identifier" or "identifier") table.AddWildcard(part.Text.Split('.', StringSplitOptions.TrimEntries));
                }
            }
            if (node.Kind != "import_declaration") continue;
            string[]? name = null;
            var all = false;
            foreach (var part in node.NamedChildren)
            {
                if (part.Kind is "scoped_identifier" or "identifier") name = part.Text.Split('.', StringSplitOptions.TrimEntries);
                else if (part.Kind == "asterisk") all = true;
            }
            if (name is null) continue;
            if (all) table.AddWildcard(name);
            else table.Add(name[^1], name);
        }
    }

    public static void Go(SyntaxTree tree, ImportTable table)
    {
        for (var i = 0; i < tree.Count; i++)
        {
            var node = tree[i];
            if (node.Kind is "function_declaration" or "method_declaration" or "type_declaration")
            {
                i = tree.LastOf(i) - 1;
                continue;
            }
            if (node.Kind != "import_spec" || node.Field("path") is not { IsNone: false } path) continue;
            var package = PackageName(path.Text.Trim('"', '`'));
            var alias = node.Field("name");
            if (package.Length > 0 && alias.Is("package_identifier") && alias.Text != package) table.Add(alias.Text, [package]);
        }
    }

    public static void Php(SyntaxTree tree, ImportTable table)
    {
        for (var i = 0; i < tree.Count; i++)
        {
            var node = tree[i];
            if (node.Kind != "namespace_use_clause") continue;
            var prefix = "";
            if (node.Parent is var group && group.Is("namespace_use_group") && group.Parent is { IsNone: false } declaration)
            {
                foreach (var part in declaration.NamedChildren)
                {
                    if (part.Kind == "namespace_name") prefix = part.Text + "\\";
                }
            }
            foreach (var part in node.NamedChildren)
            {
                if (part.Kind is not ("qualified_name" or "name") || node.Field("alias") is { IsNone: false } a && a.Index == part.Index) continue;
                var name = (prefix + part.Text).Split('\\', StringSplitOptions.RemoveEmptyEntries);
                var alias = node.Field("alias");
                if (name.Length > 0) table.Add(alias.IsNone ? name[^1] : alias.Text, name);
                break;
            }
        }
    }

    // the last element of the path, a version apart
    private static string PackageName(string path)
    {
        var elements = path.Split('/');
        var last = elements[^1];
        if (elements.Length > 1 && last.Length > 1 && last[0] == 'v' && last.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0) last = elements[^2];
        var dot = last.IndexOf(".v", StringComparison.Ordinal);
        return dot > 0 ? last[..dot] : last;
    }
}
