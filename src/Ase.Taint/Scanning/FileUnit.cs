using Ase.Code.Languages;
using Ase.Code.Text;
using Ase.Code.Trees;
using Ase.Taint.Engine;
using Ase.Taint.Ir;
using Ase.Taint.Summaries;
using Ase.Taint.Templates;

namespace Ase.Taint.Scanning;

/// <summary>One file of a scan: its text, tree and representation. Immutable once made and shared by scans.</summary>
internal sealed class FileUnit
{
    private static readonly HashSet<IrVariable> NoVariables = [];

    /// <summary>Nodes that stand for their first named child; <c>f(*args)</c> passes args.</summary>
    private static readonly string[] Wrappers =
        ["parenthesized_expression", "expression_statement", "list_splat", "dictionary_splat", "variadic_unpacking", "variadic_argument"];

    private int[]? canonical;
    private Dictionary<FunctionUnit, HashSet<IrVariable>>? writtenByInner;
    private Dictionary<IrVariable, IReadOnlyList<FunctionUnit>>? exchanges;

    private readonly TemplateText? template;

    public FileUnit(string path, SourceText source, Language language, SyntaxTree tree, IrFile? ir, TemplateDialect? dialect = null, TemplateText? template = null)
    {
        Path = path;
        Source = source;
        Language = language;
        Tree = tree;
        Ir = ir;
        Template = dialect;
        this.template = template;
        Family = dialect?.Host ?? FamilyOf(language.Id);
        Functions = ir is null ? [] : [.. ir.Functions.Select(f => new FunctionUnit(this, f))];
    }

    public string Path { get; }

    public SourceText Source { get; }

    public Language Language { get; }

    /// <summary>The languages that can call each other.</summary>
    public LanguageId Family { get; }

    /// <summary>The tree; of a template that of the code which stands for it.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>The dialect of a template; null for a program.</summary>
    public TemplateDialect? Template { get; }

    /// <summary>The place in the source of a place in the tree.</summary>
    public TextSpan InSource(TextSpan span) => template?.Original(span) ?? span;

    /// <summary>Null when the language has no front-end; patterns still match.</summary>
    public IrFile? Ir { get; }

    /// <summary>The functions, in the order of the representation; 0 is the top-level code.</summary>
    public IReadOnlyList<FunctionUnit> Functions { get; }

    public static LanguageId FamilyOf(LanguageId id) => id is LanguageId.TypeScript or LanguageId.Tsx ? LanguageId.JavaScript : id;

    /// <summary>
    /// The node that stands for all nodes with the same text: wrappers around a single child, parentheses, unpacked arguments and expression
    /// statements are the same as what they hold.
    /// </summary>
    public int Canonical(int node)
    {
        if (node < 0) return node;
        var map = canonical ??= MapNodes(Tree);
        return map[node];
    }

    /// <summary>True when <paramref name="node"/> lies in the range that starts at <paramref name="outer"/>.</summary>
    public bool Contains(int outer, int node) => outer <= node && node < Tree.LastOf(outer);

    /// <summary>The index of the innermost function around a match; 0 (top-level code) when it is in none.</summary>
    public int OwnerOf(SpecMatch match) => OwnerOf(match.First);

    /// <summary>The index of the innermost function around a node.</summary>
    public int OwnerOf(int node)
    {
        var (owner, size) = (0, int.MaxValue);
        for (var i = 1; i < Functions.Count; i++)
        {
            var around = Functions[i].Ir.Node;
            if (around <= 0 || !Contains(around, node) || around == node) continue;
            var length = Tree.LastOf(around) - around;
            if (length > size) continue;
            (owner, size) = (i, length);
        }
        return owner;
    }

    /// <summary>The variables of a function that functions inside it assign: their value may change at any call.</summary>
    public HashSet<IrVariable> WrittenByInner(FunctionUnit function) => (writtenByInner ??= FindWrites()).GetValueOrDefault(function) ?? NoVariables;

    /// <summary>
    /// The functions that use a variable of a function around them, for variables through which they exchange values: what one of them
    /// assigns another reads, whoever calls them.
    /// </summary>
    public IReadOnlyDictionary<IrVariable, IReadOnlyList<FunctionUnit>> Exchanges => exchanges ??= FindExchanges();

    private Dictionary<IrVariable, IReadOnlyList<FunctionUnit>> FindExchanges()
    {
        var result = new Dictionary<IrVariable, IReadOnlyList<FunctionUnit>>();
        foreach (var function in Functions)
        {
            foreach (var variable in function.Ir.Variables)
            {
                if (variable.Kind != VariableKind.Captured) continue;
                var (owner, original) = FunctionAnalysis.Original(function, variable);
                if (!WrittenByInner(owner).Contains(original)) continue;
                if (!result.TryGetValue(original, out var users)) result[original] = users = new List<FunctionUnit>();
                ((List<FunctionUnit>)users).Add(function);
            }
        }
        return result;
    }

    private Dictionary<FunctionUnit, HashSet<IrVariable>> FindWrites()
    {
        var result = new Dictionary<FunctionUnit, HashSet<IrVariable>>();
        foreach (var function in Functions)
        {
            foreach (var variable in function.Ir.Variables)
            {
                if (variable.Kind != VariableKind.Captured) continue;
                if (function.Definitions.Of(variable).Count == 0 && function.Definitions.PartsOf(variable).Count == 0) continue;
                var (owner, original) = FunctionAnalysis.Original(function, variable);
                if (!result.TryGetValue(owner, out var set)) result[owner] = set = [];
                set.Add(original);
            }
        }
        return result;
    }

    private static int[] MapNodes(SyntaxTree tree)
    {
        var grammar = tree.Language.Grammar;
        bool[] wrappers = new bool[grammar.KindCount];
        foreach (var name in Wrappers)
        {
            if (grammar.KindOf(name) is { } wrapper) wrappers[wrapper] = true;
        }
        var map = new int[tree.Count];
        for (var i = tree.Count - 1; i >= 0; i--)
        {
            map[i] = i;
            var kind = tree.KindOf(i);
            var child = i + 1;
            if (child >= tree.LastOf(i)) continue;
            if (kind < wrappers.Length && wrappers[kind])
            {
                foreach (var named in tree[i].NamedChildren)
                {
                    map[i] = map[named.Index];
                    break;
                }
            }
            else if (tree.StartOf(child) == tree.StartOf(i) && tree.EndOf(child) == tree.EndOf(i) && (tree.FlagsOf(child) & NodeFlags.Named) != 0)
            {
                map[i] = map[child];
            }
        }
        return map;
    }
}
