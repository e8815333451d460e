using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Ase.Taint.Rules;

/// <summary>
/// Regular expressions of rules, which are written for PCRE or Python: translated where the syntax differs, linear-time where the
/// expression allows it (no look-around, no back-references), else with a time limit.
/// </summary>
public static class PortableRegex
{
    /// <summary>Time that one match may take; 250 ms. A match that takes longer counts as none.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromMilliseconds(250);

    private static readonly ConditionalWeakTable<Regex, Regex> Capturing = [];

    /// <summary>Compiles an expression.</summary>
    /// <exception cref="ArgumentException">The expression is malformed; the message says where.</exception>
    public static Regex Compile(string pattern, RegexOptions options = RegexOptions.None)
    {
        var translated = Translate(pattern);
        try
        {
            return new Regex(translated, options | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Timeout);
        }
        catch (NotSupportedException)
        {
            return new Regex(translated, options | RegexOptions.CultureInvariant, Timeout);
        }
    }

    /// <summary>True when the expression matches; a match that takes too long counts as none.</summary>
    public static bool IsMatch(Regex regex, ReadOnlySpan<char> text)
    {
        try
        {
            return regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>The first match at or after <paramref name="start"/>; <see cref="Match.Empty"/> when none is found in time.</summary>
    public static Match Match(Regex regex, string text, int start = 0)
    {
        try
        {
            // the linear engine of .NET 10 loses the groups of an anchored expression when the text ends in a line feed
            if (text.EndsWith('\n') && regex.Options.HasFlag(RegexOptions.NonBacktracking) && regex.IsMatch(text, start)) regex = Capturing.GetValue(regex, WithBacktracking);
            return regex.Match(text, start);
        }
        catch (RegexMatchTimeoutException)
        {
            return System.Text.RegularExpressions.Match.Empty;
        }
    }

    private static Regex WithBacktracking(Regex regex) => new(regex.ToString(), regex.Options & ~RegexOptions.NonBacktracking, Timeout);

    // (?P<n>…) (?P=n) (?P>…) \h \Z \z possessive quantifiers, POSIX classes
    private static string Translate(string pattern)
    {
        var result = new StringBuilder(pattern.Length + 8);
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                var next = pattern[++i];
                result.Append(next switch
                {
                    'h' => inClass ? @" \t" : @"[ \t]",
                    'H' => @"[^ \t]",
                    'R' => @"(?:\r\n|\n|\r)",
                    'N' => @"[^\n]",
                    '/' => "/",
                    '"' or '\'' or '`' or '<' or '>' or '@' or '%' or '&' or ',' or ';' or ':' or '=' or '!' or '~' or '_' => next.ToString(),
                    _ => "\\" + next,
                });
            }
            else if (inClass)
            {
                if (c == '[' && i + 1 < pattern.Length && pattern[i + 1] == ':' && pattern.IndexOf(":]", i, StringComparison.Ordinal) is var end and > 0)
                {
                    result.Append(Posix(pattern[(i + 2)..end]));
                    i = end + 1;
                    continue;
                }
                if (c == ']') inClass = false;
                result.Append(c == '[' ? @"\[" : c.ToString());
            }
            else if (c == '[')
            {
                inClass = true;
                result.Append(c);
                if (i + 1 < pattern.Length && pattern[i + 1] == '^') result.Append(pattern[++i]);
                if (i + 1 < pattern.Length && pattern[i + 1] == ']')
                {
                    result.Append(@"\]");
                    i++;
                }
            }
            else if (c == '(' && string.CompareOrdinal(pattern, i, "(?P<", 0, 4) == 0)
            {
                result.Append("(?<");
                i += 3;
            }
            else if (c == '(' && string.CompareOrdinal(pattern, i, "(?P=", 0, 4) == 0 && pattern.IndexOf(')', i) is var close and > 0)
            {
                result.Append(@"\k<").Append(pattern, i + 4, close - i - 4).Append('>');
                i = close;
            }
            else if (c == '+' && i > 0 && pattern[i - 1] is '+' or '*' or '?' or '}' && !(i > 1 && pattern[i - 2] == '\\'))
            {
                // possessive: the engine is linear or bounded in time anyway
            }
            else
            {
                result.Append(c);
            }
        }
        return result.ToString();
    }

    private static string Posix(string name) => name switch
    {
        "alpha" => "a-zA-Z",
        "digit" => "0-9",
        "alnum" => "a-zA-Z0-9",
        "upper" => "A-Z",
        "lower" => "a-z",
        "space" => @"\s",
        "blank" => @" \t",
        "punct" => @"!-/:-@\[-`{-~",
        "xdigit" => "0-9a-fA-F",
        "word" => @"\w",
        _ => throw new ArgumentException($"The character class [:{name}:] is not known.", nameof(name)),
    };
}
