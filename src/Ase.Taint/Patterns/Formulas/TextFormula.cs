using System.Text;
using System.Text.RegularExpressions;
using Ase.Taint.Rules;

namespace Ase.Taint.Patterns.Formulas;

/// <summary>A formula over bare text, for <c>language: generic</c> and <c>language: regex</c>: true or false, no ranges.</summary>
internal sealed partial class TextFormula(Func<string, bool> matches)
{
    public bool Matches(string text) => matches(text);

    public static TextFormula Regex(Regex regex) => new(text => PortableRegex.IsMatch(regex, text));

    public static TextFormula Not(TextFormula inner) => new(text => !inner.Matches(text));

    public static TextFormula All(IReadOnlyList<TextFormula> parts) => new(text => parts.All(p => p.Matches(text)));

    public static TextFormula Any(IReadOnlyList<TextFormula> parts) => new(text => parts.Any(p => p.Matches(text)));

    /// <summary>
    /// A generic pattern: words and punctuation in order, white space ignored; <c>...</c> skips over at most ten lines, <c>$X</c> is a word.
    /// </summary>
    public static TextFormula Generic(string pattern)
    {
        var regex = new StringBuilder();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var isFirst = true;
        var afterDots = true;
        foreach (Match token in Token().Matches(pattern))
        {
            if (token.Value == "...")
            {
                regex.Append(@"(?:[^\n]*?\n){0,10}?[^\n]*?");
                afterDots = true;
                continue;
            }
            if (!isFirst && !afterDots) regex.Append(@"\s*");
            if (afterDots && !isFirst) regex.Append(@"\s*");
            afterDots = false;
            isFirst = false;
            if (token.Value.StartsWith("$...", StringComparison.Ordinal)) regex.Append(@"(?:[^\n]*?\n){0,10}?[^\n]*?");
            else if (token.Value.Length > 1 && token.Value[0] == '$')
            {
                var name = token.Value[1..];
                regex.Append(known.Add(name) ? $@"(?<{name}>\w+)" : $@"\k<{name}>");
            }
            else if (char.IsLetterOrDigit(token.Value[0]) || token.Value[0] == '_') regex.Append(@"(?<!\w)").Append(System.Text.RegularExpressions.Regex.Escape(token.Value)).Append(@"(?!\w)");
            else regex.Append(System.Text.RegularExpressions.Regex.Escape(token.Value));
        }
        return Regex(PortableRegex.Compile(regex.ToString()));
    }

    [GeneratedRegex(@"\.\.\.|\$\.\.\.[A-Z_][A-Z0-9_]*|\$[A-Z_][A-Z0-9_]*|\w+|\S", RegexOptions.NonBacktracking, 1000)]
    private static partial Regex Token();
}
