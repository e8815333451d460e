using Ase.Code.Languages;
using Ase.Code.Text;
using Ase.Code.Trees;

namespace Ase.Datasets.Validation;

/// <summary>
/// Finds runs of tokens that two texts share. Tokens are the leaves of the syntax tree without comments; a string literal is one token, whatever
/// its quotes.
/// </summary>
internal static class TokenRuns
{
    /// <summary>A text of ours shares no run of so many tokens with a revision.</summary>
    public const int Length = 40;

    /// <summary>The tokens of a part of a file.</summary>
    public static List<string> Of(SyntaxTree tree, TextSpan span)
    {
        var syntax = tree.Language.Syntax;
        var tokens = new List<string>();
        for (var i = 0; i < tree.Count;)
        {
            var node = tree[i];
            var isToken = node.IsLeaf || syntax.Strings.Contains(node.Kind);
            var isComment = syntax.Comments.Contains(node.Kind);
            if (!isToken && !isComment)
            {
                i++;
                continue;
            }
            if (!isComment && node.Span.Length > 0 && span.Contains(node.Span)) tokens.Add(Normal(node, syntax));
            i = tree.LastOf(i);
        }
        return tokens;
    }

    /// <summary>All tokens of a file.</summary>
    public static List<string> Of(SyntaxTree tree) => Of(tree, new TextSpan(0, tree.Source.Text.Length));

    /// <summary>The first run of <see cref="Length"/> tokens that both have, or null.</summary>
    public static IReadOnlyList<string>? Shared(List<string> ours, List<string> theirs)
    {
        var runs = new Dictionary<ulong, List<int>>();
        foreach (var (hash, at) in Runs(theirs))
        {
            if (!runs.TryGetValue(hash, out var places)) runs[hash] = places = [];
            places.Add(at);
        }
        foreach (var (hash, at) in Runs(ours))
        {
            if (!runs.TryGetValue(hash, out var places)) continue;
            var run = ours.GetRange(at, Length);
            if (places.Exists(p => theirs.GetRange(p, Length).SequenceEqual(run, StringComparer.Ordinal))) return run;
        }
        return null;
    }

    private static string Normal(SyntaxNode node, SyntaxFacts syntax) => syntax.Strings.Contains(node.Kind) ? "\"" + node.Text.Trim('\'', '"', '`') + "\"" : node.Text.Trim();

    // Rolling hashes (Karp and Rabin 1987, "Efficient randomized pattern-matching algorithms").
    private static IEnumerable<(ulong Hash, int At)> Runs(List<string> tokens)
    {
        const ulong factor = 1099511628211UL;
        if (tokens.Count < Length) yield break;
        ulong lead = 1;
        for (var i = 1; i < Length; i++) lead *= factor;
        ulong hash = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i >= Length) hash -= HashOf(tokens[i - Length]) * lead;
            hash = hash * factor + HashOf(tokens[i]);
            if (i >= Length - 1) yield return (hash, i - Length + 1);
        }
    }

    // FNV-1a
    private static ulong HashOf(string token)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in token) hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }
}
