using Ase.Code.Trees;

namespace Ase.Taint.Patterns.Resolution;

/// <summary><c>import</c> and <c>require</c> of JavaScript and TypeScript.</summary>
internal sealed class ScriptImports(SyntaxTree tree, ImportTable table)
{
    private const int MaxAccesses = 8;

    public void Read()
    {
        for (var i = 0; i < tree.Count; i++)
        {
            var node = tree[i];
            switch (node.Kind)
            {
                case "import_statement":
                    Import(node);
                    break;
                case "variable_declarator" when node.Field("value") is { IsNone: false } value && Meaning(value) is { } meaning:
                    Bind(node.Field("name"), meaning);
                    break;
                case "assignment_expression" when node.Field("left") is var left && left.Is("identifier") && Meaning(node.Field("right")) is { } meaning:
                    Bind(left, meaning);
                    break;
            }
        }
    }

    /// <summary>The module of <c>require('m')</c> or <c>await import('m')</c>, or null.</summary>
    public static string[]? Required(SyntaxNode node)
    {
        if (node.Is("await_expression")) node = node.NamedChild(0);
        if (!node.Is("call_expression") || node.Field("function") is not { IsNone: false } function) return null;
        if (!(function.Is("identifier") && function.TextSpan is "require") && !function.Is("import")) return null;
        return node.Field("arguments").NamedChild(0) is { IsNone: false } argument ? Module(argument) : null;
    }

    /// <summary>The modules by the nodes that load them.</summary>
    public static Dictionary<int, string[]> Requires(SyntaxTree tree)
    {
        Dictionary<int, string[]> modules = [];
        foreach (var kind in (string[])["call_expression", "await_expression"])
        {
            if (tree.Language.Grammar.KindOf(kind) is not { } id) continue;
            for (var i = 0; i < tree.Count; i++)
            {
                if (tree.KindOf(i) == id && Required(tree[i]) is { } module) modules[i] = module;
            }
        }
        return modules;
    }

    private static string[]? Module(SyntaxNode text)
    {
        if (!text.Is("string")) return null;
        var name = text.Text.Trim('"', '\'');
        if (name.StartsWith("node:", StringComparison.Ordinal)) name = name["node:".Length..];
        return name.Length == 0 ? null : [name];
    }

    private void Import(SyntaxNode node)
    {
        if (node.Field("source") is not { IsNone: false } source || Module(source) is not { } module) return;
        foreach (var clause in node.NamedChildren)
        {
            if (clause.Kind != "import_clause") continue;
            foreach (var part in clause.NamedChildren)
            {
                if (part.Kind == "identifier") Add(part.Text, module);
                else if (part.Kind == "namespace_import" && part.NamedChild(0) is { IsNone: false } all) Add(all.Text, module);
                else if (part.Kind == "named_imports") Named(part, module);
            }
        }
    }

    private void Named(SyntaxNode imports, string[] module)
    {
        foreach (var specifier in imports.NamedChildren)
        {
            var (name, alias) = (specifier.Field("name"), specifier.Field("alias"));
            if (name.IsNone) continue;
            string[] meaning = name.TextSpan is "default" ? module : [.. module, name.Text];
            Add(alias.IsNone ? name.Text : alias.Text, meaning);
        }
    }

    // require('m'), require('m').f, m.f for a known m
    private string[]? Meaning(SyntaxNode value)
    {
        List<string> path = [];
        for (var steps = 0; steps < MaxAccesses; steps++)
        {
            if (Required(value) is { } module) return [.. module, .. Enumerable.Reverse(path)];
            if (value.Is("identifier")) return table.Find(value.TextSpan) is { } known ? [.. known, .. Enumerable.Reverse(path)] : null;
            if (!value.Is("member_expression") || value.Field("property") is var property && !property.Is("property_identifier")) return null;
            path.Add(property.Text);
            value = value.Field("object");
        }
        return null;
    }

    private void Bind(SyntaxNode target, string[] meaning)
    {
        if (target.Is("identifier"))
        {
            Add(target.Text, meaning);
            return;
        }
        if (!target.Is("object_pattern")) return;
        foreach (var part in target.NamedChildren)
        {
            if (part.Kind == "shorthand_property_identifier_pattern") Add(part.Text, [.. meaning, part.Text]);
            else if (part.Kind == "pair_pattern" && part.Field("value") is var alias && alias.Is("identifier")) Add(alias.Text, [.. meaning, part.Field("key").Text]);
        }
    }

    private void Add(string name, string[] meaning)
    {
        table.Add(name, meaning);
        // `fs/promises` is also written fs.promises
        if (meaning[0].Contains('/', StringComparison.Ordinal) && !meaning[0].StartsWith('.') && !meaning[0].StartsWith('@')) table.Add(name, [.. meaning[0].Split('/'), .. meaning[1..]]);
    }
}
