using Ase.Code.Languages;
using Ase.Code.Trees;

namespace Ase.Code.Symbols;

/// <summary>
/// Scopes, definitions, uses and imports of one file, for JavaScript, TypeScript, Python, PHP, Go and Java; empty for other languages.
/// Resolution is by scope, not by position: hoisting and forward references are what they are, and code that does not parse gives what
/// can be read.
/// </summary>
/// <example><code>var table = SymbolTable.Build(SyntaxTree.Parse("let a = 1; f(a);", javaScript));
/// table.Definitions.Single().Name == "a"; table.Uses.Single(u => u.Name == "f").Definition is null</code></example>
public sealed class SymbolTable
{
    private readonly Dictionary<(NameSpace Space, int Scope, string Name), List<Definition>> byScope = [];
    private readonly Dictionary<(NameSpace Space, string Name), List<Definition>> byName = [];
    private readonly Dictionary<int, Use> uses = [];

    internal SymbolTable(SyntaxTree tree, List<Scope> scopes, List<Definition> definitions, List<Import> imports, bool skipsClasses)
    {
        Tree = tree;
        Scopes = scopes;
        Imports = imports;
        SkipsClasses = skipsClasses;
        Definitions = definitions;
        foreach (var definition in definitions) Index(definition);
    }

    /// <summary>The tree.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>The scopes; 0 is the file.</summary>
    public IReadOnlyList<Scope> Scopes { get; }

    /// <summary>The definitions, in order of the text.</summary>
    public IReadOnlyList<Definition> Definitions { get; private set; }

    /// <summary>The uses, in order of the text.</summary>
    public IReadOnlyList<Use> Uses { get; private set; } = [];

    /// <summary>The imports, in order of the text.</summary>
    public IReadOnlyList<Import> Imports { get; }

    /// <summary>True when names may come from where nobody can see: <c>from m import *</c>, <c>extract()</c>, <c>module.exports = f()</c>.</summary>
    internal HashSet<NameSpace> Opaque { get; } = [];

    private bool SkipsClasses { get; }

    /// <summary>Builds the table of a file.</summary>
    public static SymbolTable Build(SyntaxTree tree)
    {
        var builder = new SymbolBuilder(tree, skipsClasses: tree.Language.Id == LanguageId.Python);
        Binder? binder = tree.Language.Id switch
        {
            LanguageId.JavaScript or LanguageId.TypeScript or LanguageId.Tsx => new EcmaScriptBinder(tree, builder),
            LanguageId.Python => new PythonBinder(tree, builder),
            LanguageId.Php => new PhpBinder(tree, builder),
            LanguageId.Go => new GoBinder(tree, builder),
            LanguageId.Java => new JavaBinder(tree, builder),
            _ => null,
        };
        binder?.Run();
        return builder.Finish();
    }

    /// <summary>The use at a node, or null.</summary>
    public Use? UseAt(int node) => uses.GetValueOrDefault(node);

    /// <summary>The definition that a name means in a scope, or null when it is free there.</summary>
    public Definition? Resolve(string name, int scope) => Candidates(NameSpace.Name, name, scope) is [var first, ..] ? first : null;

    /// <summary>All definitions of the symbol that a name means in a scope.</summary>
    internal IReadOnlyList<Definition> Candidates(NameSpace space, string name, int scope, Func<Definition, bool>? accept = null)
    {
        if (space != NameSpace.Name)
        {
            return byName.TryGetValue((space, name), out var all) ? accept is null ? all : all.FindAll(d => accept(d)) : [];
        }
        for (var current = scope; current >= 0; current = Scopes[current].Parent)
        {
            if (SkipsClasses && current != scope && Scopes[current].Kind == ScopeKind.Class) continue;
            if (byScope.TryGetValue((space, current, name), out var found))
            {
                if (accept is null) return found;
                if (found.FindAll(d => accept(d)) is { Count: > 0 } accepted) return accepted;
            }
            if (Scopes[current].IsClosed) break;
        }
        return [];
    }

    internal bool IsDefinedAnywhere(NameSpace space, string name) => byName.ContainsKey((space, name));

    internal void Add(Definition definition)
    {
        ((List<Definition>)Definitions).Add(definition);
        Index(definition);
    }

    internal void Complete(List<Use> all)
    {
        Uses = all;
        foreach (var use in all) uses.TryAdd(use.Node, use);
        ((List<Definition>)Definitions).Sort((a, b) => a.Node.CompareTo(b.Node));
    }

    private void Index(Definition definition)
    {
        Append(byScope, (definition.Space, definition.Scope, definition.Name), definition);
        Append(byName, (definition.Space, definition.Name), definition);
    }

    private static void Append<TKey>(Dictionary<TKey, List<Definition>> index, TKey key, Definition definition) where TKey : notnull
    {
        if (!index.TryGetValue(key, out var list)) index[key] = list = [];
        list.Add(definition);
    }
}
