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

    private static void Add(ImportTable table, SyntaxNode statement, string name, string[] parts)
    {
        var tree = statement.Tree;
        var (start, end, block) = (0, tree.Count, -1);
        for (var around = statement.Parent; !around.IsNone; around = around.Parent)
        {
            if (block < 0 && around.Kind is "block" or "module") block = tree.LastOf(around.Index);
            if (around.Kind is not ("function_definition" or "lambda")) continue;
            (start, end) = (around.Index, tree.LastOf(around.Index));
            break;
        }
        table.Add(name, new ImportTable.Meaning(parts, statement.Index, start, end, block < 0 ? end : block));
    }

    /// <summary>The full names that a statement imports.</summary>
    public static IEnumerable<string[]> Names(SyntaxNode statement)
    {
        string[] module = [];
        if (statement.Kind == "import_from_statement")
        {
            // relative imports name nothing that a pattern could
            if (statement.Field("module_name") is not { IsNone: false, Kind: "dotted_name" } source) yield break;
            module = Parts(source);
            if (statement.NamedChildren.ToList().Count == 1) yield return module;
        }
        foreach (var part in statement.NamedChildren)
        {
            if (part.FieldName == "module_name") continue;
            if (part.Kind == "dotted_name") yield return [.. module, .. Parts(part)];
            else if (part.Kind == "aliased_import") yield return [.. module, .. Parts(part.Field("name"))];
            else if (part.Kind == "wildcard_import") yield return module;
        }
    }

    private static void Import(SyntaxNode node, ImportTable table)
    {
        foreach (var part in node.NamedChildren)
        {
            // `import a.b` binds a, which reads as it is written: it only ends what the name stood for before
            if (part.Kind == "dotted_name" && part.NamedChild(0) is { IsNone: false } first) Add(table, node, first.Text, [first.Text]);
            if (part.Kind == "aliased_import") Add(table, node, part.Field("alias").Text, Parts(part.Field("name")));
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
            if (part.Kind == "dotted_name") Add(table, node, part.Text, [.. module, .. Parts(part)]);
            else if (part.Kind == "aliased_import") Add(table, node, part.Field("alias").Text, [.. module, .. Parts(part.Field("name"))]);
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
