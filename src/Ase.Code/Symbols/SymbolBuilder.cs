using Ase.Code.Trees;

namespace Ase.Code.Symbols;

/// <summary>Collects a symbol table while a <see cref="Binder"/> walks the tree; resolves when all definitions are known.</summary>
internal sealed class SymbolBuilder
{
    private readonly SyntaxTree tree;
    private readonly bool skipsClasses;
    private readonly List<Scope> scopes = [];
    private readonly List<Definition> definitions = [];
    private readonly List<Import> imports = [];
    private readonly List<(string Name, int Node, int Scope, NameSpace Space, bool IsWrite, bool Defines)> uses = [];
    private readonly HashSet<NameSpace> opaque = [];
    private readonly Dictionary<(int Scope, string Name), int> redirected = [];
    private readonly Stack<(int Scope, int Last)> open = new();

    public SymbolBuilder(SyntaxTree tree, bool skipsClasses)
    {
        this.tree = tree;
        this.skipsClasses = skipsClasses;
        scopes.Add(new Scope(0, ScopeKind.File, 0, -1));
        open.Push((0, tree.Count));
    }

    /// <summary>The innermost scope at the node that is visited.</summary>
    public int Current => open.Peek().Scope;

    /// <summary>Closes the scopes that end before a node.</summary>
    public void Reach(int node)
    {
        while (open.Count > 1 && open.Peek().Last <= node) open.Pop();
    }

    /// <summary>Opens a scope for a node.</summary>
    public int Open(ScopeKind kind, int node, bool isClosed = false)
    {
        var scope = new Scope(scopes.Count, kind, node, Current) { IsClosed = isClosed };
        scopes.Add(scope);
        open.Push((scope.Id, tree.LastOf(node)));
        return scope.Id;
    }

    /// <summary>The nearest scope of a function or the file, from a scope outwards.</summary>
    public int FunctionScope(int scope)
    {
        while (scopes[scope].Kind is not (ScopeKind.Function or ScopeKind.File)) scope = scopes[scope].Parent;
        return scope;
    }

    public ScopeKind KindOf(int scope) => scopes[scope].Kind;

    public int ParentOf(int scope) => scopes[scope].Parent;

    /// <summary>From here on, a name in a scope is that of another scope (Python <c>global</c> and <c>nonlocal</c>).</summary>
    public void Redirect(string name, int from, int to) => redirected[(from, name)] = to;

    public void Define(string name, DefinitionKind kind, int node, int scope = -1, NameSpace space = NameSpace.Name, bool isLoose = false)
    {
        if (name.Length == 0) return;
        if (scope < 0) scope = space == NameSpace.Name ? Current : 0;
        if (space == NameSpace.Name && redirected.TryGetValue((scope, name), out var other)) scope = other;
        definitions.Add(new Definition(name, kind, node, scope) { Space = space, IsLoose = isLoose });
    }

    public void Use(string name, int node, NameSpace space = NameSpace.Name, int scope = -1) => uses.Add((name, node, scope < 0 ? Current : scope, space, false, false));

    /// <summary>An assignment to a name; when the name has no definition, it makes one for the file (<paramref name="defines"/>).</summary>
    public void Write(string name, int node, bool defines) => uses.Add((name, node, Current, NameSpace.Name, true, defines));

    public void Import(string local, string module, string name, int node) => imports.Add(new Import(local, module, name, node));

    /// <summary>Names of this space may come from places that nobody can see.</summary>
    public void SetOpaque(NameSpace space) => opaque.Add(space);

    public SymbolTable Finish()
    {
        var table = new SymbolTable(tree, scopes, definitions, imports, skipsClasses);
        table.Opaque.UnionWith(opaque);
        var implicits = new HashSet<int>();
        foreach (var use in uses)
        {
            // each assignment to an undeclared name defines it
            if (!use.Defines || !(table.Candidates(use.Space, use.Name, use.Scope) is var known && (known.Count == 0 || implicits.Contains(known[0].Node)))) continue;
            table.Add(new Definition(use.Name, DefinitionKind.Variable, use.Node, 0));
            implicits.Add(use.Node);
        }
        table.Complete(uses.ConvertAll(u => new Use(u.Name, u.Node, u.Scope, table.Candidates(u.Space, u.Name, u.Scope) is [var first, ..] ? first : null) { IsWrite = u.IsWrite, Space = u.Space }));
        return table;
    }
}
