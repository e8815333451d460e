using Ase.Code.Text;
using Ase.Code.Trees;
using Ase.Taint.Patterns.Matching;

namespace Ase.Taint.Patterns.Formulas;

/// <summary>Set operations on matches.</summary>
internal static class Ranges
{
    /// <summary>Matches that one formula may yield; more are dropped and counted.</summary>
    public const int MaxMatches = 200_000;

    /// <summary>
    /// The pairs of which one lies within the other and whose metavariables agree: the inner range with the metavariables of both. A range that
    /// only surrounds lies within another of its kind, never within a plain one.
    /// </summary>
    public static List<FormulaMatch> Intersect(PatternContext context, IReadOnlyList<FormulaMatch> left, IReadOnlyList<FormulaMatch> right)
    {
        List<FormulaMatch> result = [];
        HashSet<Key> seen = [];
        Within(left, right);
        Within(right, left);
        return Sorted(result);

        void Within(IReadOnlyList<FormulaMatch> inner, IReadOnlyList<FormulaMatch> outer)
        {
            var order = Sorted(inner);
            foreach (var around in outer)
            {
                for (var i = First(order, around.Span.Start); i < order.Count && order[i].Span.Start <= around.Span.End; i++)
                {
                    if (around.Span.Contains(order[i].Span) && (order[i].Role != RangeRole.Inside || around.Role == RangeRole.Inside)) Add(context, order[i], around, result, seen);
                }
            }
        }
    }

    /// <summary>The matches that none of the others excludes; metavariables must agree.</summary>
    public static List<FormulaMatch> Except(PatternContext context, IReadOnlyList<FormulaMatch> left, IReadOnlyList<FormulaMatch> right)
    {
        if (right.Count == 0) return [.. left];
        List<FormulaMatch> result = [];
        var same = right.Where(r => r.Role == RangeRole.Plain).ToLookup(r => r.Span);
        var around = Sorted([.. right.Where(r => r.Role == RangeRole.Inside)]);
        List<FormulaMatch> text = [.. right.Where(r => r.Role == RangeRole.Text)];
        foreach (var match in left)
        {
            var excluded = same[match.Span].Any(r => Agree(context, match.Bindings, r.Bindings))
                || text.Exists(r => (r.Span.Contains(match.Span) || match.Span.Contains(r.Span)) && Agree(context, match.Bindings, r.Bindings));
            for (var i = 0; i < around.Count && !excluded && around[i].Span.Start <= match.Span.Start; i++)
            {
                excluded = around[i].Span.Contains(match.Span) && Agree(context, match.Bindings, around[i].Bindings);
            }
            if (!excluded) result.Add(match);
        }
        return result;
    }

    /// <summary>All matches of several lists, ordered, without duplicates.</summary>
    public static List<FormulaMatch> Union(IEnumerable<IReadOnlyList<FormulaMatch>> lists)
    {
        List<FormulaMatch> result = [];
        HashSet<Key> seen = [];
        foreach (var list in lists)
        {
            foreach (var match in list)
            {
                if (seen.Add(Key.Of(match))) result.Add(match);
            }
        }
        return Sorted(result);
    }

    public static List<FormulaMatch> Sorted(IReadOnlyList<FormulaMatch> matches)
    {
        for (var i = 1; i < matches.Count; i++)
        {
            if (Compare(matches[i - 1], matches[i]) > 0)
            {
                // stable, so that equal ranges keep the order in which they were found
                return [.. matches.OrderBy(m => m.Span.Start).ThenBy(m => m.Span.End)];
            }
        }
        return matches as List<FormulaMatch> ?? [.. matches];
    }

    /// <summary>True when the metavariables that both have stand for the same.</summary>
    public static bool Agree(PatternContext context, IReadOnlyDictionary<string, Binding> a, IReadOnlyDictionary<string, Binding> b)
    {
        foreach (var (name, value) in a)
        {
            if (b.TryGetValue(name, out var other) && !Same(context, value, other)) return false;
        }
        return true;
    }

    public static bool Same(PatternContext context, Binding a, Binding b)
    {
        if (a.Span == b.Span) return true;
        if (a.Text == b.Text) return a.Node < 0 || b.Node < 0 || context.Profile is not { } profile || context.Facts.Variables.MayBeSame(context.Tree, profile, a.Node, b.Node);
        if (a.Node < 0 || b.Node < 0) return false;
        var tree = context.Tree;
        return Matcher.SameTokens(tree, a.Node, End(tree, a), b.Node, End(tree, b));
    }

    private static int End(SyntaxTree tree, Binding binding)
    {
        var end = tree.LastOf(binding.Node);
        while (end < tree.Count && tree.StartOf(end) < binding.Span.End) end = tree.LastOf(end);
        return end;
    }

    private static void Add(PatternContext context, FormulaMatch inner, FormulaMatch outer, List<FormulaMatch> result, HashSet<Key> seen)
    {
        if (!Agree(context, inner.Bindings, outer.Bindings)) return;
        if (result.Count >= MaxMatches)
        {
            context.Exhausted++;
            return;
        }
        var merged = inner;
        if (outer.Bindings.Count > 0)
        {
            var bindings = new Dictionary<string, Binding>(inner.Bindings, StringComparer.Ordinal);
            foreach (var (name, value) in outer.Bindings) bindings.TryAdd(name, value);
            merged = inner with { Bindings = bindings };
        }
        if (seen.Add(Key.Of(merged))) result.Add(merged);
    }

    private static int Compare(FormulaMatch x, FormulaMatch y) => x.Span.Start != y.Span.Start ? x.Span.Start.CompareTo(y.Span.Start) : x.Span.End.CompareTo(y.Span.End);

    private static int First(List<FormulaMatch> order, int start)
    {
        var (low, high) = (0, order.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (order[middle].Span.Start < start) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private readonly record struct Key(TextSpan Span, string Bindings)
    {
        public static Key Of(FormulaMatch match)
        {
            if (match.Bindings.Count == 0) return new Key(match.Span, "");
            var text = new System.Text.StringBuilder();
            foreach (var name in match.Bindings.Keys.Order(StringComparer.Ordinal))
            {
                var binding = match.Bindings[name];
                text.Append(name).Append(':').Append(binding.Span.Start).Append('-').Append(binding.Span.End).Append(' ');
            }
            return new Key(match.Span, text.ToString());
        }
    }
}
