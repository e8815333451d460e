using Ase.Code.Languages;
using Ase.Code.Text;

namespace Ase.Code.Trees;

/// <summary>How a parse ended.</summary>
// coupling: AseTree.status in native/src/ase_tree.c
public enum ParseStatus
{
    /// <summary>There is a tree, possibly with error nodes.</summary>
    Parsed = 0,
    /// <summary>The time limit passed first.</summary>
    TimedOut = 1,
    /// <summary>More nodes than allowed, or no memory for them.</summary>
    TooLarge = 2,
    /// <summary>The library has no such grammar.</summary>
    UnknownLanguage = 3,
}

/// <summary>Limits of one parse.</summary>
/// <param name="Timeout">Wall time; 10 s by default.</param>
/// <param name="MaxNodes">Nodes in the flattened tree; 20 million by default.</param>
public sealed record ParseLimits(TimeSpan Timeout, int MaxNodes)
{
    /// <summary>10 seconds and 20 million nodes.</summary>
    public static ParseLimits Default { get; } = new(TimeSpan.FromSeconds(10), 20_000_000);
}

/// <summary>
/// A concrete syntax tree in flat arrays, in preorder: node 0 is the root, the descendants of node <c>i</c> are the nodes
/// <c>i + 1</c> to <c>LastOf(i) - 1</c>. Tokens without a name (operators, punctuation) are nodes too.
/// </summary>
/// <example><code>var tree = SyntaxTree.Parse("f(x)", LanguageRegistry.Get(LanguageId.JavaScript));
/// tree.Root.Kind == "program"; tree.Root.NamedChild(0).Kind == "expression_statement"</code></example>
public sealed class SyntaxTree
{
    private readonly int[] start;
    private readonly int[] end;
    private readonly int[] last;
    private readonly int[] parent;
    private readonly ushort[] kind;
    private readonly byte[] field;
    private readonly byte[] flags;

    private SyntaxTree(Language language, SourceText source, ReadOnlySpan<NativeParser.NativeNode> nodes)
    {
        Language = language;
        Source = source;
        var grammar = language.Grammar;
        var n = nodes.Length;
        (start, end, last, parent, kind, field, flags) = (new int[n], new int[n], new int[n], new int[n], new ushort[n], new byte[n], new byte[n]);
        for (var i = 0; i < n; i++)
        {
            ref readonly var node = ref nodes[i];
            start[i] = (int)node.Start;
            end[i] = (int)node.End;
            last[i] = (int)node.Last;
            parent[i] = node.Parent;
            kind[i] = grammar.KindOfSymbol(node.Kind);
            field[i] = (byte)node.Field;
            flags[i] = (byte)node.Flags;
        }
    }

    /// <summary>The language it was parsed as.</summary>
    public Language Language { get; }

    /// <summary>The text it was parsed from.</summary>
    public SourceText Source { get; }

    /// <summary>Number of nodes, at least 1.</summary>
    public int Count => start.Length;

    /// <summary>The root.</summary>
    public SyntaxNode Root => new(this, 0);

    /// <summary>True when some node is an error or was inserted by the parser.</summary>
    public bool HasErrors => (flags[0] & NodeFlags.HasError) != 0;

    /// <summary>Node by index.</summary>
    public SyntaxNode this[int index] => new(this, index);

    /// <summary>Parses within the default limits.</summary>
    /// <exception cref="ParseLimitException">A limit was exceeded.</exception>
    public static SyntaxTree Parse(string text, Language language) => Parse(new SourceText(text), language);

    /// <summary>Parses within the default limits.</summary>
    /// <exception cref="ParseLimitException">A limit was exceeded.</exception>
    public static SyntaxTree Parse(SourceText source, Language language)
    {
        var status = TryParse(source, language, ParseLimits.Default, out var tree);
        return tree ?? throw new ParseLimitException(status);
    }

    /// <summary>Parses a text; the tree is null unless the status is <see cref="ParseStatus.Parsed"/>.</summary>
    public static ParseStatus TryParse(SourceText source, Language language, ParseLimits limits, out SyntaxTree? tree) =>
        NativeParser.Parse(language.Id, language.Embedded?.Invoke(source.Text) ?? source.Text, limits.Timeout, limits.MaxNodes, nodes => new SyntaxTree(language, source, nodes), out tree);

    /// <summary>Start of a node's span.</summary>
    public int StartOf(int node) => start[node];

    /// <summary>End of a node's span, exclusive.</summary>
    public int EndOf(int node) => end[node];

    /// <summary>Index after the last descendant.</summary>
    public int LastOf(int node) => last[node];

    /// <summary>Parent's index; -1 for the root.</summary>
    public int ParentOf(int node) => parent[node];

    /// <summary>Kind id; see <see cref="Grammar"/>.</summary>
    public ushort KindOf(int node) => kind[node];

    /// <summary>Field id under the parent; 0 for none.</summary>
    public ushort FieldOf(int node) => field[node];

    /// <summary>Flags; see <see cref="NodeFlags"/>.</summary>
    public byte FlagsOf(int node) => flags[node];

    /// <summary>The innermost node whose span contains <paramref name="span"/>.</summary>
    public SyntaxNode Covering(TextSpan span)
    {
        var node = 0;
        for (var child = 1; child < last[node];)
        {
            if (start[child] <= span.Start && span.End <= end[child] && end[child] > start[child])
            {
                node = child;
                child++;
            }
            else
            {
                child = last[child];
            }
        }
        return new SyntaxNode(this, node);
    }

    /// <summary>Every place where the text does not follow the grammar, in order of the text.</summary>
    public IEnumerable<SyntaxError> Errors()
    {
        if (!HasErrors) yield break;
        for (var i = 0; i < Count; i++)
        {
            if ((flags[i] & (NodeFlags.Error | NodeFlags.Missing)) == 0) continue;
            var message = (flags[i] & NodeFlags.Missing) != 0 ? $"missing {Language.Grammar.NameOf(kind[i])}" : "unexpected text";
            yield return new SyntaxError(new TextSpan(start[i], end[i]), Source.PositionOf(start[i]), message);
            i = last[i] - 1;
        }
    }
}

/// <summary>Bits of a node. The values are those of the native side.</summary>
public static class NodeFlags
{
    /// <summary>The node has a name in the grammar (it is not bare punctuation).</summary>
    public const byte Named = 1;
    /// <summary>The node covers text that did not parse.</summary>
    public const byte Error = 2;
    /// <summary>The parser inserted the node; its span is empty.</summary>
    public const byte Missing = 4;
    /// <summary>The node may stand anywhere (comments).</summary>
    public const byte Extra = 8;
    /// <summary>The node or one below is an error or missing.</summary>
    public const byte HasError = 16;
}

/// <summary>One syntax error.</summary>
/// <param name="Span">The text that did not parse; empty where something is missing.</param>
/// <param name="Position">Its start.</param>
/// <param name="Message">What is wrong, in a few words.</param>
public readonly record struct SyntaxError(TextSpan Span, LinePosition Position, string Message);

/// <summary>A parse exceeded its limits.</summary>
public sealed class ParseLimitException(ParseStatus status) : Exception($"The parse ended early: {status}.")
{
    /// <summary>Which limit.</summary>
    public ParseStatus Status { get; } = status;
}
