using Ase.Code.Trees;

namespace Ase.Taint.Languages.Python;

/// <summary>The names that a scope (module, function or class body) binds, found without entering the scopes inside it.</summary>
internal sealed class PythonBindings
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>The names bound here, in order of the text, without <see cref="Globals"/> and <see cref="Nonlocals"/>.</summary>
    public List<string> Bound { get; } = [];

    /// <summary>Names declared <c>global</c>.</summary>
    public HashSet<string> Globals { get; } = new(StringComparer.Ordinal);

    /// <summary>Names declared <c>nonlocal</c>.</summary>
    public HashSet<string> Nonlocals { get; } = new(StringComparer.Ordinal);

    /// <summary>True when the scope holds a <c>yield</c>.</summary>
    public bool IsGenerator { get; private set; }

    /// <summary>True for a name bound here.</summary>
    public bool Contains(string name) => seen.Contains(name);

    /// <summary>Scans a scope: the module's root, or the body of a function or class.</summary>
    public static PythonBindings Of(SyntaxNode scope)
    {
        var bindings = new PythonBindings();
        bindings.Scan(scope);
        bindings.Bound.RemoveAll(n => bindings.Globals.Contains(n) || bindings.Nonlocals.Contains(n));
        bindings.seen.ExceptWith(bindings.Globals);
        bindings.seen.ExceptWith(bindings.Nonlocals);
        return bindings;
    }

    private void Scan(SyntaxNode scope)
    {
        var tree = scope.Tree;
        for (int i = scope.Index, last = tree.LastOf(i); i < last;)
        {
            var node = tree[i];
            i = node.IsNamed && Visit(node) ? tree.LastOf(i) : i + 1;
        }
    }

    /// <summary>Takes what a node binds; true when its inside belongs to another scope.</summary>
    private bool Visit(SyntaxNode node)
    {
        switch (node.Kind)
        {
            case "function_definition" or "class_definition":
                Add(node.Field("name"));
                return true;
            case "lambda":
                return true;
            case "assignment" or "augmented_assignment" or "for_statement":
                Targets(node.Field("left"));
                return false;
            case "named_expression":
                Add(node.Field("name"));
                return false;
            case "as_pattern":
                Alias(node);
                return false;
            case "except_clause":
                if (OldExceptName(node) is { IsNone: false } name) Add(name);
                return false;
            case "import_statement" or "import_from_statement":
                foreach (var import in PythonImports.Of(node))
                {
                    if (import.LocalName.Length > 0) Add(import.LocalName);
                }
                return true;
            case "global_statement" or "nonlocal_statement":
                foreach (var child in node.NamedChildren) (node.Is("global_statement") ? Globals : Nonlocals).Add(child.Text);
                return true;
            case "case_pattern":
                Captures(node);
                return false;
            case "type_alias_statement":
                Targets(node.Field("left"));
                return true;
            case "yield":
                IsGenerator = true;
                return false;
            default:
                return false;
        }
    }

    /// <summary>The name of <c>except Error, name:</c> (Python 2), or none.</summary>
    public static SyntaxNode OldExceptName(SyntaxNode clause)
    {
        SyntaxNode second = default;
        var values = 0;
        foreach (var child in clause.NamedChildren)
        {
            if (child.FieldName == "value" && ++values == 2) second = child;
        }
        return values == 2 && second.Is("identifier") && second.TextSpan is [var first, ..] && char.IsLower(first) ? second : default;
    }

    /// <summary>The name that a pattern captures at its top, or none: a lone identifier.</summary>
    public static SyntaxNode Capture(SyntaxNode pattern)
    {
        if (pattern.Is("case_pattern")) pattern = pattern.NamedChild(0);
        return pattern.Is("dotted_name") && pattern.NamedChildren.Count() == 1 && !pattern.TextSpan.SequenceEqual("_") ? pattern.NamedChild(0) : default;
    }

    /// <summary>The names that a target of assignment binds.</summary>
    public static List<string> TargetsOf(SyntaxNode target)
    {
        var bindings = new PythonBindings();
        bindings.Targets(target);
        return bindings.Bound;
    }

    private void Captures(SyntaxNode pattern)
    {
        if (Capture(pattern) is { IsNone: false } name) Add(name);
        foreach (var child in pattern.NamedChildren)
        {
            if (child.Is("splat_pattern") || child.Is("keyword_pattern") || child.Is("dict_pattern") || child.Is("union_pattern")) Inner(child);
        }
    }

    private void Inner(SyntaxNode pattern)
    {
        if (pattern.Is("splat_pattern"))
        {
            Add(pattern.NamedChild(0));
            return;
        }
        foreach (var child in pattern.NamedChildren)
        {
            if (child.Is("splat_pattern")) Add(child.NamedChild(0));
            else if (Capture(child) is { IsNone: false } name) Add(name);
        }
    }

    private void Alias(SyntaxNode node)
    {
        var alias = node.Field("alias");
        if (!alias.IsNone) Targets(alias);
        else if (node.NamedChild(1) is { IsNone: false } name && name.Is("identifier")) Add(name);
    }

    private void Targets(SyntaxNode target)
    {
        if (target.IsNone) return;
        var tree = target.Tree;
        for (int i = target.Index, last = tree.LastOf(i); i < last;)
        {
            var node = tree[i];
            if (node.Is("identifier")) Add(node);
            i = node.Is("attribute") || node.Is("subscript") || node.Is("call") ? tree.LastOf(i) : i + 1;
        }
    }

    private void Add(SyntaxNode name)
    {
        if (!name.IsNone) Add(name.Text);
    }

    private void Add(string name)
    {
        if (seen.Add(name)) Bound.Add(name);
    }
}
