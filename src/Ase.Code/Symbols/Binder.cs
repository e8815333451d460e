using Ase.Code.Trees;

namespace Ase.Code.Symbols;

/// <summary>Walks a tree in order and tells a <see cref="SymbolBuilder"/> of scopes, definitions and uses; one per language.</summary>
internal abstract class Binder(SyntaxTree tree, SymbolBuilder symbols)
{
    // patterns nest; nobody nests them this deep
    private const int MaxClimb = 100;

    protected SyntaxTree Tree { get; } = tree;

    protected SymbolBuilder Symbols { get; } = symbols;

    public void Run()
    {
        for (var node = 1; node < Tree.Count; node++)
        {
            if ((Tree.FlagsOf(node) & (NodeFlags.Named | NodeFlags.Missing)) != NodeFlags.Named) continue;
            Symbols.Reach(node);
            Visit(node, Kind(node));
        }
    }

    /// <summary>Called for each named node before those below it.</summary>
    protected abstract void Visit(int node, string kind);

    protected string Kind(int node) => node < 0 ? "" : Tree.Language.Grammar.NameOf(Tree.KindOf(node));

    protected string Text(int node) => node < 0 ? "" : Tree[node].Text;

    protected int Parent(int node) => Tree.ParentOf(node);

    protected int Field(int node, string name) => node >= 0 && Tree[node].Field(name) is { IsNone: false } child ? child.Index : -1;

    /// <summary>The name of the field that a node stands in; empty for none.</summary>
    protected string FieldOf(int node) => Tree.Language.Grammar.FieldName(Tree.FieldOf(node));

    protected IEnumerable<int> Named(int node)
    {
        if (node < 0) yield break;
        for (int child = node + 1, last = Tree.LastOf(node); child < last; child = Tree.LastOf(child))
        {
            if ((Tree.FlagsOf(child) & (NodeFlags.Named | NodeFlags.Extra)) == NodeFlags.Named) yield return child;
        }
    }

    protected int First(int node)
    {
        foreach (var child in Named(node)) return child;
        return -1;
    }

    protected bool HasToken(int node, string token)
    {
        for (int child = node + 1, last = Tree.LastOf(node); child < last; child = Tree.LastOf(child))
        {
            if ((Tree.FlagsOf(child) & NodeFlags.Named) == 0 && Tree[child].TextSpan.SequenceEqual(token)) return true;
        }
        return false;
    }

    /// <summary>The names of all nodes of some kinds.</summary>
    protected HashSet<string> NamesOf(StringComparer comparer, params ReadOnlySpan<string> kinds)
    {
        var found = new HashSet<string>(comparer);
        for (var node = 1; node < Tree.Count; node++)
        {
            if (kinds.Contains(Kind(node)) && Field(node, "name") is var name and >= 0) found.Add(Text(name));
        }
        return found;
    }

    /// <summary>Climbs from a name through the patterns around it: the outermost pattern (or the name) whose parent is none.</summary>
    /// <param name="node">The name.</param>
    /// <param name="isPattern">True when a parent is a pattern that this child is a target of.</param>
    protected int Climb(int node, Func<int, string, int, bool> isPattern)
    {
        for (var steps = 0; steps < MaxClimb; steps++)
        {
            var parent = Parent(node);
            if (parent < 0 || !isPattern(parent, Kind(parent), node)) break;
            node = parent;
        }
        return node;
    }
}
