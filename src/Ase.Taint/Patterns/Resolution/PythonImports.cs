using Ase.Code.Trees;

namespace Ase.Taint.Patterns.Resolution;

/// <summary><c>import</c> and <c>from … import</c> of Python.</summary>
internal static class PythonImports
{
    public static void Read(SyntaxTree tree, ImportTable table)
    {
        for (var i = 0; i < tree.Count; i++)
        {
            var node = tree[i];
            if (node.Kind == "import_statement") Import(node, table);
            else if (node.Kind == "import_from_statement") From(node, table);
        }
    }

    private static void Import(SyntaxNode node, ImportTable table)
    {
        foreach (var part in node.NamedChildren)
        {
            // `import a.b` binds a, which already reads as it is written
            if (part.Kind == "aliased_import") table.Add(part.Field("alias").Text, Parts(part.Field("name")));
        }
    }

    private static void From(SyntaxNode node, ImportTable table)
    {
        var source = node.Field("module_name");
        if (source.IsNone) return;
        string[] module = source.Kind == "dotted_name" ? Parts(source) : source.NamedChildren.ToList().Where(c => c.Kind == "dotted_name").SelectMany(Parts).ToArray();
        var sourceIndex = source.Index;
        foreach (var part in node.NamedChildren)
        {
            if (part.Index == sourceIndex) continue;
            if (part.Kind == "dotted_name") table.Add(part.Text, [.. module, .. Parts(part)]);
            else if (part.Kind == "aliased_import") table.Add(part.Field("alias").Text, [.. module, .. Parts(part.Field("name"))]);
            else if (part.Kind == "wildcard_import") table.AddWildcard(module);
        }
    }

    private static string[] Parts(SyntaxNode name)
    {
        List<string> parts = [];
        foreach (var part in name.NamedChildren) parts.Add(part.Text);
        return [.. parts];
    }
}
