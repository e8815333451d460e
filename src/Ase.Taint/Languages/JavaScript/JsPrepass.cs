namespace Ase.Taint.Languages.JavaScript;

/// <summary>
/// What must be known of a file before its first function is lowered, found in one pass over the flat tree: names that <c>var</c>
/// hoists to each function, functions that use <c>arguments</c>, and names whose <c>prototype</c> is touched (constructors).
/// </summary>
internal sealed class JsPrepass
{
    private readonly JsTree tree;
    private readonly Dictionary<int, List<string>> hoisted = [];
    private readonly HashSet<int> usesArguments = [];
    private readonly HashSet<int> generators = [];

    public JsPrepass(JsTree tree)
    {
        this.tree = tree;
        Run();
    }

    /// <summary>Names <c>X</c> of <c>X.prototype</c>.</summary>
    public HashSet<string> Constructors { get; } = new(StringComparer.Ordinal);

    /// <summary>True when the file has an <c>import</c> or <c>export</c> statement.</summary>
    public bool IsEsModule { get; private set; }

    /// <summary>The <c>var</c> and function names of a function's body, nested functions apart.</summary>
    public IReadOnlyList<string> Hoisted(int function) => hoisted.TryGetValue(function, out var names) ? names : [];

    /// <summary>True when <c>arguments</c> stands in the function or in an arrow function in it.</summary>
    public bool UsesArguments(int function) => usesArguments.Contains(function);

    /// <summary>True when the function's own body yields.</summary>
    public bool Yields(int function) => generators.Contains(function);

    private void Run()
    {
        // functions around the current node; arrow functions have no `arguments` of their own
        var functions = new Stack<(int Node, int Last, bool IsArrow)>();
        functions.Push((0, tree.Count, false));
        for (var node = 1; node < tree.Count; node++)
        {
            while (functions.Peek().Last <= node) functions.Pop();
            if (!tree.IsNamed(node)) continue;
            var kind = tree.Kind(node);
            switch (kind)
            {
                case JsKind.FunctionDeclaration or JsKind.GeneratorFunctionDeclaration:
                    Hoist(functions.Peek().Node, tree.Text(tree.Field(node, JsField.Name)));
                    functions.Push((node, tree.Tree.LastOf(node), false));
                    break;
                case JsKind.FunctionExpression or JsKind.GeneratorFunction or JsKind.MethodDefinition or JsKind.ArrowFunction:
                    functions.Push((node, tree.Tree.LastOf(node), kind == JsKind.ArrowFunction));
                    break;
                case JsKind.VariableDeclaration:
                    foreach (var declarator in tree.Named(node)) HoistPattern(functions.Peek().Node, tree.Field(declarator, JsField.Name));
                    break;
                case JsKind.ForInStatement when tree.Span(tree.Field(node, JsField.Kind)) is "var":
                    HoistPattern(functions.Peek().Node, tree.Field(node, JsField.Left));
                    break;
                case JsKind.Identifier when tree.Span(node) is "arguments":
                    foreach (var (function, _, isArrow) in functions)
                    {
                        if (isArrow) continue;
                        usesArguments.Add(function);
                        break;
                    }
                    break;
                case JsKind.YieldExpression:
                    generators.Add(functions.Peek().Node);
                    break;
                case JsKind.PropertyIdentifier when tree.Span(node) is "prototype" && tree.Kind(tree.Tree.ParentOf(node)) == JsKind.MemberExpression:
                    AddConstructor(tree.Field(tree.Tree.ParentOf(node), JsField.Object));
                    break;
                case JsKind.ImportStatement or JsKind.ExportStatement:
                    IsEsModule = true;
                    break;
            }
        }
    }

    private void AddConstructor(int node)
    {
        if (tree.Kind(node) == JsKind.MemberExpression) node = tree.Field(node, JsField.Property);
        if (tree.Kind(node) is JsKind.Identifier or JsKind.PropertyIdentifier) Constructors.Add(tree.Text(node));
    }

    private void Hoist(int function, string name)
    {
        if (name.Length == 0) return;
        if (!hoisted.TryGetValue(function, out var names)) hoisted[function] = names = [];
        names.Add(name);
    }

    private void HoistPattern(int function, int pattern)
    {
        foreach (var name in JsNames.Bound(tree, pattern)) Hoist(function, name);
    }
}
