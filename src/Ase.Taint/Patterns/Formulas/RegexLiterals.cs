using System.Buffers;

namespace Ase.Taint.Patterns.Formulas;

/// <summary>Texts of which one stands in whatever a regular expression matches: enough to pass over most files without parsing them.</summary>
/// <example><c>^(.*\.)?(print|write\w*)$</c> needs <c>print</c> or <c>write</c>.</example>
internal static class RegexLiterals
{
    private const int Shortest = 3;

    /// <summary>The texts; null when the expression has a form that says nothing.</summary>
    public static SearchValues<string>? Of(string pattern) => Alternatives(pattern) is { Count: > 0 } found ? SearchValues.Create([.. found], StringComparison.Ordinal) : null;

    internal static List<string>? Alternatives(string pattern)
    {
        var at = 0;
        while (at < pattern.Length)
        {
            if (pattern[at] == '^')
            {
                at++;
                continue;
            }
            if (pattern[at] != '(') return Branch(pattern.AsSpan(at)) is { } plain ? [plain] : null;
            var close = Closing(pattern, at);
            if (close < 0 || pattern.AsSpan(at).StartsWith("(?")) return null;
            var next = close + 1 < pattern.Length ? pattern[close + 1] : '\0';
            if (next is '?' or '*')
            {
                // it may be absent: what follows must be there
                at = close + 2;
                continue;
            }
            return next == '{' || pattern.AsSpan(close + 1).Contains('|') ? null : Branches(pattern[(at + 1)..close]);
        }
        return null;
    }

    private static List<string>? Branches(string group)
    {
        var result = new List<string>();
        var (start, depth) = (0, 0);
        for (var i = 0; i <= group.Length; i++)
        {
            if (i < group.Length && group[i] == '\\')
            {
                i++;
                continue;
            }
            if (i < group.Length && group[i] is '(' or '[') depth++;
            else if (i < group.Length && group[i] is ')' or ']') depth--;
            else if (i == group.Length || (group[i] == '|' && depth == 0))
            {
                if (Branch(group.AsSpan(start, i - start)) is not { } literal) return null;
                result.Add(literal);
                start = i + 1;
            }
        }
        return result;
    }

    /// <summary>The letters at the start that are certainly there.</summary>
    private static string? Branch(ReadOnlySpan<char> branch)
    {
        if (branch.Contains('|') && branch.IndexOf('(') is var open && (open < 0 || branch.IndexOf('|') < open)) return null;
        var length = 0;
        while (length < branch.Length && (char.IsAsciiLetterOrDigit(branch[length]) || branch[length] == '_')) length++;
        // the last one may be repeated, or absent
        if (length < branch.Length && branch[length] is '?' or '*' or '{') length--;
        return length >= Shortest ? branch[..length].ToString() : null;
    }

    private static int Closing(string pattern, int open)
    {
        var depth = 0;
        for (var i = open; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\') i++;
            else if (pattern[i] == '(') depth++;
            else if (pattern[i] == ')' && --depth == 0) return i;
        }
        return -1;
    }
}
