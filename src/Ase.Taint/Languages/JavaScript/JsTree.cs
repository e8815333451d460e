using System.Text;
using Ase.Code.Languages;
using Ase.Code.Trees;

namespace Ase.Taint.Languages.JavaScript;

/// <summary>A syntax tree of the JavaScript family by node index, with kinds and fields as enumerations instead of strings.</summary>
internal sealed class JsTree
{
    private static readonly Tables?[] Known = new Tables?[LanguageRegistry.All.Count];
    private readonly Tables tables;

    public JsTree(SyntaxTree tree)
    {
        Tree = tree;
        var id = (int)tree.Language.Id;
        tables = Known[id] ??= new Tables(tree.Language.Grammar);
    }

    public SyntaxTree Tree { get; }

    public int Count => Tree.Count;

    public JsKind Kind(int node)
    {
        if (node < 0) return JsKind.Other;
        var kind = Tree.KindOf(node);
        return kind == Grammar.ErrorKind ? JsKind.Error : tables.Kinds[kind];
    }

    public string KindName(int node) => Tree[node].Kind;

    public string Text(int node) => node < 0 ? "" : Tree[node].Text;

    public ReadOnlySpan<char> Span(int node) => node < 0 ? default : Tree[node].TextSpan;

    public bool IsNamed(int node) => (Tree.FlagsOf(node) & NodeFlags.Named) != 0;

    /// <summary>The first child in the field, or -1.</summary>
    public int Field(int node, JsField field)
    {
        var id = tables.Fields[(int)field];
        if (id == 0 || node < 0) return -1;
        for (int child = node + 1, last = Tree.LastOf(node); child < last; child = Tree.LastOf(child))
        {
            if (Tree.FieldOf(child) == id && !IsComment(child)) return child;
        }
        return -1;
    }

    public bool IsField(int node, JsField field) => tables.Fields[(int)field] is var id and not 0 && Tree.FieldOf(node) == id;

    /// <summary>The named children without comments; text that did not parse is among them.</summary>
    public NamedNodes Named(int node) => new(this, node);

    /// <summary>The first named child, or -1.</summary>
    public int First(int node)
    {
        foreach (var child in Named(node)) return child;
        return -1;
    }

    /// <summary>The last named child, or -1.</summary>
    public int Last(int node)
    {
        var last = -1;
        foreach (var child in Named(node)) last = child;
        return last;
    }

    /// <summary>True when a direct child is this token.</summary>
    public bool HasToken(int node, string token)
    {
        for (int child = node + 1, last = Tree.LastOf(node); child < last; child = Tree.LastOf(child))
        {
            if (!IsNamed(child) && Span(child).SequenceEqual(token)) return true;
        }
        return false;
    }

    /// <summary>The node inside of parentheses, and of a sequence in parentheses nothing but itself.</summary>
    public int Unwrap(int node)
    {
        while (Kind(node) == JsKind.ParenthesizedExpression && First(node) is var inner and >= 0) node = inner;
        return node;
    }

    private bool IsComment(int node) => Kind(node) is JsKind.Comment or JsKind.HtmlComment;

    /// <summary>Enumerates without allocation.</summary>
    public struct NamedNodes(JsTree tree, int node)
    {
        private readonly int last = node < 0 ? 0 : tree.Tree.LastOf(node);
        private int next = node + 1;

        public int Current { get; private set; }

        public readonly NamedNodes GetEnumerator() => this;

        public bool MoveNext()
        {
            while (next < last)
            {
                Current = next;
                next = tree.Tree.LastOf(next);
                if (tree.IsNamed(Current) && !tree.IsComment(Current)) return true;
            }
            return false;
        }
    }

    private sealed class Tables
    {
        public Tables(Grammar grammar)
        {
            Kinds = new JsKind[grammar.KindCount];
            foreach (var kind in Enum.GetValues<JsKind>())
            {
                if (kind is not (JsKind.Other or JsKind.Error) && grammar.KindOf(Snake(kind.ToString())) is { } id) Kinds[id] = kind;
            }
            Fields = [.. Enum.GetValues<JsField>().Select(f => grammar.FieldOf(Snake(f.ToString())) ?? 0)];
        }

        public JsKind[] Kinds { get; }

        public ushort[] Fields { get; }

        private static string Snake(string pascal)
        {
            var text = new StringBuilder();
            foreach (var c in pascal)
            {
                if (char.IsUpper(c) && text.Length > 0) text.Append('_');
                text.Append(char.ToLowerInvariant(c));
            }
            return text.ToString();
        }
    }
}
