using Ase.Code.Text;
using Ase.Code.Trees;
using Ase.Taint.Patterns.Grammars;
using Ase.Taint.Patterns.Resolution;
using Ase.Taint.Patterns.Syntax;
using Ase.Taint.Rules;

namespace Ase.Taint.Patterns.Matching;

/// <summary>
/// Matches compiled patterns against one tree by backtracking over an explicit stack: no recursion, no allocation for a candidate that
/// fails, a bounded number of steps for each.
/// </summary>
/// <remarks>
/// A goal is a step still to take; goals form a list that several choices share. A choice is the goal to try when the current way fails,
/// with the size of the goal pool and of the binding trail at that time, to which both are cut back.
/// </remarks>
internal sealed partial class Matcher
{
    /// <summary>Steps that one candidate may take.</summary>
    private const int MaxSteps = 60_000;

    /// <summary>Ways in which one candidate may match.</summary>
    private const int MaxSolutions = 2_000;

    private readonly PatternContext context;
    private readonly SyntaxTree tree;
    private readonly string text;
    private readonly GrammarProfile profile;
    private readonly RuleOptions options;
    private readonly List<int[]> chains = [];
    private Goal[] pool = new Goal[256];
    private Choice[] choices = new Choice[128];
    private int[] trail = new int[64];
    private Bound[] bound = new Bound[16];
    private int pooled;
    private int chosen;
    private int trailed;
    private int current;
    private int steps;
    private int rangeEnd;
    private int sequenceStart;
    private int[]?[] sequences = [];
    private PatternNode? root;

    public Matcher(PatternContext context)
    {
        this.context = context;
        tree = context.Tree;
        text = tree.Source.Text;
        profile = context.Profile ?? throw new InvalidOperationException("no profile");
        options = context.Options;
    }

    private TreeFacts Facts => context.Facts;

    private ImportTable Imports => context.Facts.Imports;

    /// <summary>All matches of a pattern, ordered by span, without duplicates.</summary>
    public List<FormulaMatch> Match(CompiledPattern pattern)
    {
        if (bound.Length < pattern.Metavariables.Count) Array.Resize(ref bound, pattern.Metavariables.Count);
        var found = new List<FormulaMatch>();
        if (pattern.Root.Kind == PatternKind.Sequence && !Prepare(pattern)) return found;
        var seen = new HashSet<MatchKey>();
        foreach (var candidate in RootOf(pattern) is { Kind: PatternKind.Statement } statement ? Statements(statement) : Candidates(RootOf(pattern))) Try(pattern, candidate, found, seen);
        found.Sort(static (x, y) => x.Span.Start != y.Span.Start ? x.Span.Start.CompareTo(y.Span.Start) : x.Span.End.CompareTo(y.Span.End));
        return found;
    }

    // what a metavariable stands for is no statement
    private PatternNode RootOf(CompiledPattern pattern) => context.MatchesNames && pattern.Root.Kind == PatternKind.Statement ? pattern.Root.Inner : pattern.Root;

    // the statements that each part of a sequence matches by itself; false when a part has none
    private bool Prepare(CompiledPattern pattern)
    {
        var parts = pattern.Root.Children;
        if (sequences.Length < parts.Length) sequences = new int[]?[parts.Length];
        Array.Clear(sequences);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].IsRun || parts[i].Kind == PatternKind.Metavariable) continue;
            var possible = Possible(pattern, parts[i]);
            if (possible.Length == 0) return false;
            sequences[i] = possible;
        }
        return true;
    }

    private int[] Possible(CompiledPattern pattern, PatternNode part)
    {
        SortedSet<int> statements = [];
        var inner = part.Kind == PatternKind.Statement ? part.Inner : part;
        foreach (var candidate in Candidates(inner))
        {
            var statement = part.Kind == PatternKind.Statement ? EnclosingStatement(candidate) : candidate;
            if (statement < 0 || statements.Contains(statement)) continue;
            Reset(pattern);
            root = inner;
            current = Push(new Goal { Step = Step.Node, Pattern = inner, A = candidate, Next = -1 });
            if (Run() || steps > MaxSteps) statements.Add(statement);
        }
        return [.. statements];
    }

    private void Reset(CompiledPattern pattern)
    {
        (pooled, chosen, trailed, current, steps, rangeEnd) = (0, 0, 0, -1, 0, -1);
        chains.Clear();
        Array.Clear(bound, 0, pattern.Metavariables.Count);
    }

    private void Try(CompiledPattern pattern, int candidate, List<FormulaMatch> found, HashSet<MatchKey> seen)
    {
        Reset(pattern);
        root = RootOf(pattern);
        if (root.Kind == PatternKind.Sequence) StartSequence(root, candidate);
        else current = Push(new Goal { Step = Step.Node, Pattern = root, A = candidate, Next = -1 });
        var solutions = 0;
        var more = Run();
        while (more && solutions++ < MaxSolutions)
        {
            var span = new TextSpan(tree.StartOf(candidate), rangeEnd >= 0 && (root.Kind == PatternKind.Sequence || root.Kind == PatternKind.Either) ? rangeEnd : tree.EndOf(candidate));
            Record(pattern, candidate, span, found, seen);
            more = Backtrack() && Run();
        }
        if (steps > MaxSteps || solutions > MaxSolutions) context.Exhausted++;
    }

    private void Record(CompiledPattern pattern, int candidate, TextSpan span, List<FormulaMatch> found, HashSet<MatchKey> seen)
    {
        var hash = 14695981039346656037UL;
        for (var i = 0; i < pattern.Metavariables.Count; i++)
        {
            hash = (hash ^ (uint)(bound[i].IsSet ? bound[i].Start + 1 : 0)) * 1099511628211UL;
            hash = (hash ^ (uint)(bound[i].IsSet ? bound[i].Stop + 1 : 0)) * 1099511628211UL;
        }
        if (!seen.Add(new MatchKey(span, hash))) return;
        Dictionary<string, Binding> bindings = new(StringComparer.Ordinal);
        for (var i = 0; i < pattern.Metavariables.Count; i++)
        {
            ref readonly var b = ref bound[i];
            if (b.IsSet) bindings[pattern.Metavariables[i]] = new Binding(new TextSpan(b.Start, b.Stop), b.First, text[b.Start..b.Stop]);
        }
        var node = tree.StartOf(candidate) == span.Start && tree.EndOf(candidate) == span.End ? candidate : -1;
        found.Add(new FormulaMatch(span, node, bindings));
    }

    private void StartSequence(PatternNode sequence, int first)
    {
        var parent = tree.ParentOf(first);
        var end = parent >= 0 && profile.IsBlock(tree.KindOf(parent)) ? tree.LastOf(parent) : tree.LastOf(first);
        (current, sequenceStart) = (-1, first);
        if (sequence.HasEllipsis) Choose(new Goal { Step = Step.DeepList, Pattern = sequence, A = 0, B = first, C = end, D = -1, Next = -1 });
        current = Push(new Goal { Step = Step.List, Pattern = sequence, A = 0, B = first, C = end, D = -1, Next = -1 });
    }

    private bool Run()
    {
        while (current >= 0)
        {
            if (++steps > MaxSteps) return false;
            var goal = pool[current];
            current = goal.Next;
            if (!Take(in goal) && !Backtrack()) return false;
        }
        return true;
    }

    private bool Take(in Goal goal) => goal.Step switch
    {
        Step.Node => Node(goal.Pattern, goal.A),
        Step.Slots => Slots(in goal),
        Step.List => List(in goal),
        Step.DeepList => List(in goal),
        Step.Run => EndRun(in goal),
        Step.Unordered => Unordered(in goal),
        Step.Search => Search(in goal),
        Step.Either => Either(in goal),
        Step.Chain => Chain(in goal),
        Step.Operands => Operands(in goal),
        _ => throw new InvalidOperationException(goal.Step.ToString()),
    };

    private int Push(Goal goal)
    {
        if (pooled == pool.Length) Array.Resize(ref pool, pooled * 2);
        pool[pooled] = goal;
        return pooled++;
    }

    private bool Then(Goal goal)
    {
        goal.Next = current;
        current = Push(goal);
        return true;
    }

    private bool Then(PatternNode pattern, int node) => Then(new Goal { Step = Step.Node, Pattern = pattern, A = node });

    /// <summary>Keeps an alternative to what is done next; its continuation is the current one.</summary>
    private void Choose(Goal goal)
    {
        goal.Next = current;
        if (chosen == choices.Length) Array.Resize(ref choices, chosen * 2);
        choices[chosen++] = new Choice { Goal = goal, Trail = trailed, Pool = pooled, RangeEnd = rangeEnd };
    }

    private bool Backtrack()
    {
        if (chosen == 0) return false;
        ref readonly var choice = ref choices[--chosen];
        while (trailed > choice.Trail) bound[trail[--trailed]].IsSet = false;
        pooled = choice.Pool;
        rangeEnd = choice.RangeEnd;
        current = Push(choice.Goal);
        return true;
    }

    private readonly record struct MatchKey(TextSpan Span, ulong Bindings);
}
