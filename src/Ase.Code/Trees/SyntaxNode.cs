using Ase.Code.Text;

namespace Ase.Code.Trees;

/// <summary>A node of a <see cref="SyntaxTree"/>: a tree and an index, cheap to copy. <c>default</c> is "no node" (<see cref="IsNone"/>).</summary>
public readonly struct SyntaxNode(SyntaxTree tree, int index) : IEquatable<SyntaxNode>
{
    /// <summary>The tree.</summary>
    public SyntaxTree Tree { get; } = tree;

    /// <summary>The node's index in the tree.</summary>
    public int Index { get; } = index;

    /// <summary>True for the absent node.</summary>
    public bool IsNone => Tree is null;

    /// <summary>The kind's name in the grammar; <c>ERROR</c> for text that did not parse.</summary>
    public string Kind => Tree.Language.Grammar.NameOf(Tree.KindOf(Index));

    /// <summary>The kind's id.</summary>
    public ushort KindId => Tree.KindOf(Index);

    /// <summary>The span.</summary>
    public TextSpan Span => new(Tree.StartOf(Index), Tree.EndOf(Index));

    /// <summary>The text of the span.</summary>
    public string Text => Tree.Source.Text[Tree.StartOf(Index)..Tree.EndOf(Index)];

    /// <summary>The text of the span without a copy.</summary>
    public ReadOnlySpan<char> TextSpan => Tree.Source.Text.AsSpan(Tree.StartOf(Index), Tree.EndOf(Index) - Tree.StartOf(Index));

    /// <summary>1-based first line.</summary>
    public int Line => Tree.Source.LineOf(Tree.StartOf(Index));

    /// <summary>True unless it is bare punctuation or a keyword.</summary>
    public bool IsNamed => (Tree.FlagsOf(Index) & NodeFlags.Named) != 0;

    /// <summary>True for text that did not parse.</summary>
    public bool IsError => (Tree.FlagsOf(Index) & NodeFlags.Error) != 0;

    /// <summary>True for a node that the parser inserted.</summary>
    public bool IsMissing => (Tree.FlagsOf(Index) & NodeFlags.Missing) != 0;

    /// <summary>True for comments and the like.</summary>
    public bool IsExtra => (Tree.FlagsOf(Index) & NodeFlags.Extra) != 0;

    /// <summary>True when this node or one below is an error or missing.</summary>
    public bool HasError => (Tree.FlagsOf(Index) & NodeFlags.HasError) != 0;

    /// <summary>The parent; none for the root.</summary>
    public SyntaxNode Parent => Tree.ParentOf(Index) is var p and >= 0 ? new SyntaxNode(Tree, p) : default;

    /// <summary>The name of the field under the parent; empty for none.</summary>
    public string FieldName => Tree.Language.Grammar.FieldName(Tree.FieldOf(Index));

    /// <summary>True when it has no children.</summary>
    public bool IsLeaf => Tree.LastOf(Index) == Index + 1;

    /// <summary>All children, tokens included.</summary>
    public ChildList Children => new(this, namedOnly: false);

    /// <summary>The children with a name that are not comments.</summary>
    public ChildList NamedChildren => new(this, namedOnly: true);

    /// <summary>The first child in a field, or none.</summary>
    public SyntaxNode Field(string name)
    {
        if (Tree is null || Tree.Language.Grammar.FieldOf(name) is not { } field) return default;
        for (int child = Index + 1, last = Tree.LastOf(Index); child < last; child = Tree.LastOf(child))
        {
            if (Tree.FieldOf(child) == field) return new SyntaxNode(Tree, child);
        }
        return default;
    }

    /// <summary>The <paramref name="position"/>-th (0-based) named child that is no comment, or none.</summary>
    public SyntaxNode NamedChild(int position)
    {
        foreach (var child in NamedChildren)
        {
            if (position-- == 0) return child;
        }
        return default;
    }

    /// <summary>The next sibling, tokens included, or none.</summary>
    public SyntaxNode NextSibling
    {
        get
        {
            var parent = Tree.ParentOf(Index);
            var next = Tree.LastOf(Index);
            return parent >= 0 && next < Tree.LastOf(parent) ? new SyntaxNode(Tree, next) : default;
        }
    }

    /// <summary>The node and everything below, in preorder.</summary>
    public IEnumerable<SyntaxNode> DescendantsAndSelf()
    {
        for (int i = Index, last = Tree.LastOf(Index); i < last; i++) yield return new SyntaxNode(Tree, i);
    }

    /// <summary>The parents from the nearest to the root.</summary>
    public IEnumerable<SyntaxNode> Ancestors()
    {
        for (var i = Tree.ParentOf(Index); i >= 0; i = Tree.ParentOf(i)) yield return new SyntaxNode(Tree, i);
    }

    /// <summary>True when the kind's name is <paramref name="kind"/>.</summary>
    public bool Is(string kind) => Tree is not null && Kind == kind;

    /// <inheritdoc/>
    public bool Equals(SyntaxNode other) => ReferenceEquals(Tree, other.Tree) && Index == other.Index;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SyntaxNode other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Index;

    /// <summary>Same tree and index.</summary>
    public static bool operator ==(SyntaxNode left, SyntaxNode right) => left.Equals(right);

    /// <summary>Different tree or index.</summary>
    public static bool operator !=(SyntaxNode left, SyntaxNode right) => !left.Equals(right);

    /// <summary>Kind and span, for the debugger.</summary>
    public override string ToString() => IsNone ? "(none)" : $"{Kind} [{Span.Start}..{Span.End})";
}

/// <summary>The children of a node; enumerates without allocation.</summary>
public readonly struct ChildList(SyntaxNode node, bool namedOnly)
{
    /// <summary>Starts the enumeration.</summary>
    public Enumerator GetEnumerator() => new(node, namedOnly);

    /// <summary>The children as a list.</summary>
    public List<SyntaxNode> ToList()
    {
        var list = new List<SyntaxNode>();
        foreach (var child in this) list.Add(child);
        return list;
    }

    /// <summary>Number of children; walks them.</summary>
    public int Count()
    {
        var count = 0;
        foreach (var _ in this) count++;
        return count;
    }

    /// <summary>Allocation-free enumerator.</summary>
    public struct Enumerator(SyntaxNode node, bool namedOnly)
    {
        private readonly SyntaxTree tree = node.Tree;
        private readonly int last = node.IsNone ? 0 : node.Tree.LastOf(node.Index);
        private int next = node.Index + 1;
        private int current;

        /// <summary>The child.</summary>
        public readonly SyntaxNode Current => new(tree, current);

        /// <summary>Moves to the next child.</summary>
        public bool MoveNext()
        {
            while (next < last)
            {
                current = next;
                next = tree.LastOf(current);
                if (!namedOnly || (tree.FlagsOf(current) & (NodeFlags.Named | NodeFlags.Extra)) == NodeFlags.Named) return true;
            }
            return false;
        }
    }
}
