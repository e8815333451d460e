using Ase.Code.Trees;
using Ase.Taint.Patterns.Grammars;
using Ase.Taint.Patterns.Syntax;
using Ase.Taint.Rules;

namespace Ase.Taint.Patterns.Matching;

// Metavariables, names, strings, types.
internal sealed partial class Matcher
{
    private const int MaxConstantDepth = 40;

    private bool BindNode(int slot, int node) => BindRange(slot, node, tree.LastOf(node), tree.StartOf(node), tree.EndOf(node));

    private bool BindRange(int slot, int first, int end, int start, int stop)
    {
        if (slot < 0) return true;
        ref var b = ref bound[slot];
        if (b.IsSet) return SameValue(b, first, end, start, stop);
        b = new Bound { First = first, End = end, Start = start, Stop = stop, IsSet = true };
        if (trailed == trail.Length) Array.Resize(ref trail, trailed * 2);
        trail[trailed++] = slot;
        return true;
    }

    private bool SameValue(in Bound b, int first, int end, int start, int stop)
    {
        if (text.AsSpan(b.Start, b.Stop - b.Start).SequenceEqual(text.AsSpan(start, stop - start)))
            return b.Start == start || b.First < 0 || first < 0 || Facts.Variables.MayBeSame(tree, profile, b.First, first);
        return b.First >= 0 && first >= 0 && SameTokens(tree, b.First, b.End, first, end);
    }

    /// <summary>True when two runs of nodes have the same tokens, comments and white space apart.</summary>
    public static bool SameTokens(SyntaxTree tree, int a, int aEnd, int b, int bEnd)
    {
        var source = tree.Source.Text;
        while (true)
        {
            a = NextToken(tree, a, aEnd);
            b = NextToken(tree, b, bEnd);
            if (a >= aEnd || b >= bEnd) return a >= aEnd && b >= bEnd;
            if (!source.AsSpan(tree.StartOf(a), tree.EndOf(a) - tree.StartOf(a)).SequenceEqual(source.AsSpan(tree.StartOf(b), tree.EndOf(b) - tree.StartOf(b)))) return false;
            a++;
            b++;
        }
    }

    private static int NextToken(SyntaxTree tree, int node, int end)
    {
        while (node < end)
        {
            if ((tree.FlagsOf(node) & NodeFlags.Extra) != 0) node = tree.LastOf(node);
            else if (tree.LastOf(node) == node + 1 && tree.EndOf(node) > tree.StartOf(node)) return node;
            else node++;
        }
        return node;
    }

    private bool Name(string[] parts, int node)
    {
        var count = parts.Length;
        var original = node;
        while (true)
        {
            var kind = tree.KindOf(node);
            if (profile.TryMember(tree, node, out var target, out var name))
            {
                if (count < 2 || !Same(Span(name), parts[count - 1])) return false;
                count--;
                node = profile.Unwrap(tree, target);
                continue;
            }
            if (profile.IsName(kind))
            {
                if (node == original && profile.IsNamePlace(tree, node)) return count == 1 && Same(Span(node), parts[0]);
                if (count == 1 && Same(Span(node), parts[0])) return true;
                return Imports.Resolves(Span(node), parts.AsSpan(0, count), node);
            }
            if (kind == profile.QualifiedName) return Imports.IsQualified(Span(node), parts.AsSpan(0, count), profile.Facts.IgnoreCase);
            return Imports.IsRequire(tree, node, parts.AsSpan(0, count));
        }
    }

    private bool Tail(PatternNode p, int node)
    {
        if (profile.TryMember(tree, node, out var target, out var name)) return Name(p.Parts, profile.Unwrap(tree, target)) && BindNode(p.Slot, name);
        return profile.IsName(tree.KindOf(node)) && !profile.IsNamePlace(tree, node) && Imports.ResolvesInto(Span(node), p.Parts, node) && BindNode(p.Slot, node);
    }

    private bool Same(ReadOnlySpan<char> a, string b) => profile.Facts.IgnoreCase ? a.Equals(b, StringComparison.OrdinalIgnoreCase) : a.SequenceEqual(b);

    private bool Typed(PatternNode p, int node)
    {
        if (!Facts.Variables.HasType(tree, profile, Imports, node, p.Text!)) return false;
        return BindNode(p.Slot, node);
    }

    private int Constant(int node) => options.ConstantPropagation ? Facts.Variables.ConstantOf(tree, profile, node) : -1;

    private bool IsConstantString(int node, int depth)
    {
        if (depth > MaxConstantDepth) return false;
        node = profile.Unwrap(tree, node);
        var kind = tree.KindOf(node);
        if (profile.IsString(kind))
        {
            if (profile.TryStringContent(tree, node, out _)) return true;
            if (tree.Language.Grammar.NameOf(kind) != "concatenated_string") return false;
            for (int child = node + 1, last = tree.LastOf(node); child < last; child = tree.LastOf(child))
            {
                if (IsNamed(child) && !IsConstantString(child, depth + 1)) return false;
            }
            return true;
        }
        if (!options.ConstantPropagation) return false;
        if (GrammarProfile.Has(profile.Binary, kind) && Ends(node) is var (left, right) && left >= 0)
        {
            var sign = text[tree.EndOf(left)..tree.StartOf(right)].Trim();
            return sign is "+" or "." && IsConstantString(right, depth + 1) && IsConstantString(left, depth + 1);
        }
        return Constant(node) is var value and >= 0 && IsConstantString(value, depth + 1);
    }

    private bool String(PatternNode p, int node)
    {
        if (!profile.TryStringContent(tree, node, out var content))
        {
            if (Constant(node) is not (var value and >= 0) || !profile.TryStringContent(tree, profile.Unwrap(tree, value), out content)) return false;
        }
        return Content(p, content.Start, content.End);
    }

    private bool Content(PatternNode p, int start, int stop)
    {
        if (p.Text is { } literal) return text.AsSpan(start, stop - start).SequenceEqual(literal) || SameUnescaped(text.AsSpan(start, stop - start), literal);
        if (p.Content is not { } regex) return false;
        if (p.Groups.Length == 0) return PortableRegex.IsMatch(regex, text.AsSpan(start, stop - start));
        var match = PortableRegex.Match(regex, text[start..stop]);
        if (!match.Success) return false;
        foreach (var (group, slot) in p.Groups)
        {
            var g = match.Groups[group];
            if (!BindRange(slot, -1, -1, start + g.Index, start + g.Index + g.Length)) return false;
        }
        return true;
    }

    // 'it\'s' is "it's": a backslash before a quote says nothing
    private static bool SameUnescaped(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (!a.Contains('\\') && !b.Contains('\\')) return false;
        var (i, j) = (0, 0);
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == '\\' && i + 1 < a.Length && a[i + 1] is '\'' or '"' or '`' or '/') i++;
            if (b[j] == '\\' && j + 1 < b.Length && b[j + 1] is '\'' or '"' or '`' or '/') j++;
            if (a[i++] != b[j++]) return false;
        }
        return i == a.Length && j == b.Length;
    }
}
