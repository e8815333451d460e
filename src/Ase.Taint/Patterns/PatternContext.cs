using Ase.Code.Text;
using Ase.Code.Trees;
using Ase.Taint.Patterns.Grammars;
using Ase.Taint.Patterns.Matching;
using Ase.Taint.Patterns.Resolution;

namespace Ase.Taint.Patterns;

// What several formulas need of one file, made once.
public sealed partial class PatternContext
{
    private readonly Dictionary<Formula, IReadOnlyList<FormulaMatch>> results = new(ReferenceEqualityComparer.Instance);
    private TreeFacts? facts;
    private Matcher? matcher;
    private PatternContext? withNames;

    /// <summary>Names of properties, functions and keywords count as expressions: what a metavariable stands for is judged by itself.</summary>
    internal bool MatchesNames { get; private init; }

    internal PatternContext WithNames => withNames ??= new PatternContext(Path, Tree, Options) { facts = Facts, MatchesNames = true };

    /// <summary>A context for another rule over the same file; shares everything that does not depend on the rule's options.</summary>
    public PatternContext WithOptions(Rules.RuleOptions other) => new(Path, Tree, other) { facts = Facts };

    /// <summary>Patterns whose search was cut off because it took too many steps; 0 when the matches are complete.</summary>
    public int Exhausted { get; internal set; }

    /// <summary>The profile of the file's grammar; null for a language without patterns.</summary>
    internal GrammarProfile? Profile => Facts.Profile;

    internal TreeFacts Facts => facts ??= new TreeFacts(Tree);

    internal Matcher Matcher => matcher ??= new Matcher(this);

    internal IReadOnlyList<FormulaMatch> Cached(Formula formula, Func<PatternContext, IReadOnlyList<FormulaMatch>> compute)
    {
        if (results.TryGetValue(formula, out var known)) return known;
        var found = compute(this);
        results[formula] = found;
        return found;
    }

    internal string TextOf(TextSpan span) => Tree.Source.Text[span.Start..span.End];
}

/// <summary>Facts of a tree that no rule changes: nodes by kind, imports, constants, types.</summary>
internal sealed class TreeFacts(SyntaxTree tree)
{
    private readonly int[]?[] byKind = new int[]?[tree.Language.Grammar.KindCount];
    private ImportTable? imports;
    private VariableTable? variables;
    private readonly Dictionary<bool[], int[]> lists = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<bool[], int[]> uses = new(ReferenceEqualityComparer.Instance);
    private int[]? offsets;
    private int[] sorted = [];

    public SyntaxTree Tree { get; } = tree;
    public GrammarProfile? Profile { get; } = GrammarProfile.Find(tree.Language.Id);

    public ImportTable Imports => imports ??= ImportTable.Read(Tree);

    /// <summary>Constants and declared types.</summary>
    public VariableTable Variables => variables ??= VariableTable.Read(Tree);

    /// <summary>The nodes of a kind, in order of the text.</summary>
    public ReadOnlySpan<int> OfKind(ushort kind)
    {
        Index();
        return sorted.AsSpan(offsets![kind]..offsets[kind + 1]);
    }

    /// <summary>The nodes of any of several kinds, in order of the text; cached by table.</summary>
    public int[] OfKinds(bool[] kinds) => lists.TryGetValue(kinds, out var known) ? known : lists[kinds] = Collect(kinds);

    /// <summary>Those that are not mere names of something (properties, keywords, definitions); cached by table.</summary>
    public int[] UsesOfKinds(bool[] kinds)
    {
        if (!uses.TryGetValue(kinds, out var known)) uses[kinds] = known = Array.FindAll(OfKinds(kinds), n => !Profile!.IsNamePlace(Tree, n));
        return known;
    }

    private int[] Collect(bool[] kinds)
    {
        var single = -1;
        var count = 0;
        for (ushort kind = 0; kind < kinds.Length && kind < byKind.Length; kind++)
        {
            if (!kinds[kind] || OfKind(kind).IsEmpty) continue;
            single = kind;
            count++;
        }
        if (count == 0) return [];
        if (count == 1) return byKind[single] ??= OfKind((ushort)single).ToArray();
        List<int> nodes = [];
        for (ushort kind = 0; kind < kinds.Length && kind < byKind.Length; kind++)
        {
            if (kinds[kind]) nodes.AddRange(OfKind(kind));
        }
        nodes.Sort();
        return [.. nodes];
    }

    private void Index()
    {
        if (offsets is not null) return;
        var counts = new int[byKind.Length + 1];
        for (var i = 0; i < Tree.Count; i++)
        {
            if (Tree.KindOf(i) is var kind && kind < byKind.Length) counts[kind + 1]++;
        }
        for (var i = 1; i < counts.Length; i++) counts[i] += counts[i - 1];
        sorted = new int[counts[^1]];
        var next = counts.AsSpan().ToArray();
        for (var i = 0; i < Tree.Count; i++)
        {
            if (Tree.KindOf(i) is var kind && kind < byKind.Length) sorted[next[kind]++] = i;
        }
        offsets = counts;
    }
}
